package rankings

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/config"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
)

const testdata = "../../../../testdata"

// shop is a catalogue, trained and open, and the queries it is ranked for.
type shop struct {
	name      string
	engine    *engine.Engine
	queries   []evaluate.Query
	judgments evaluate.Judgments
}

// openTrained builds a catalogue as vitrine build does, and opens both stages.
func openTrained(t *testing.T, catalogue, configuration string) *engine.Engine {
	t.Helper()
	settings, err := config.Load(filepath.Join(testdata, configuration))
	require.NoError(t, err)
	read, err := feed.Read(t.Context(), []string{filepath.Join(testdata, catalogue)},
		feed.Options{Mapping: settings.Feed, Currency: settings.Shop.Currency})
	require.NoError(t, err)
	learner, err := learn.New(settings.Training, settings.Shop.Language)
	require.NoError(t, err)
	files, err := build.FilesWith(t.Context(), settings.Shop, read.Products, build.Options{Learner: learner}, func(string, int, int) {})
	require.NoError(t, err)
	e := enginetest.Open(t, bundletest.FS(files))
	require.NoError(t, e.OpenReranker(t.Context()))
	require.True(t, e.Health().SecondStage)
	return e
}

func openEnglish(t *testing.T) *shop {
	t.Helper()
	return openDemo(t, "en")
}

func openChinese(t *testing.T) *shop {
	t.Helper()
	return openDemo(t, "zh")
}

// openDemo opens the demo catalogue of a language with the queries in the shopper's
// own words.
func openDemo(t *testing.T, language string) *shop {
	t.Helper()
	words := filepath.Join("queries", "own-words", language)
	s := &shop{name: "home-" + language}
	catalogue := filepath.Join("catalogues", s.name)
	s.engine = openTrained(t, catalogue+".jsonl", catalogue+".yaml")
	s.queries = readWith(t, words+".queries.tsv", evaluate.ReadQueries)
	s.judgments = readWith(t, words+".qrels.txt", evaluate.ReadJudgments)
	return s
}

// openCases opens the shop of the search cases. Its queries are those of the cases
// that ask for nothing else and find something, and fit is what they expect.
func openCases(t *testing.T) *shop {
	t.Helper()
	s := &shop{name: "search", engine: openTrained(t, "search/products.jsonl", "search/shop.yaml"), judgments: evaluate.Judgments{}}
	cases := readWith(t, "search/cases.json", func(r io.Reader, _ string) (cases []struct {
		Request map[string]any
		Expect  struct{ IDs []string }
	}, err error,
	) {
		err = json.NewDecoder(r).Decode(&cases)
		return cases, err
	})
	for i, c := range cases {
		text, _ := c.Request["query"].(string)
		if text == "" || len(c.Request) > 1 || len(c.Expect.IDs) == 0 {
			continue
		}
		query := evaluate.Query{ID: strconv.Itoa(i + 1), Text: text}
		s.queries = append(s.queries, query)
		s.judgments[query.ID] = evaluate.Grades{}
		for _, id := range c.Expect.IDs {
			s.judgments[query.ID][id] = 1
		}
	}
	require.NotEmpty(t, s.queries)
	return s
}

func readWith[T any](t *testing.T, name string, read func(io.Reader, string) (T, error)) T {
	t.Helper()
	file, err := os.Open(filepath.Join(testdata, name))
	require.NoError(t, err)
	defer func() { _ = file.Close() }() // it was only read
	all, err := read(file, name)
	require.NoError(t, err)
	return all
}
