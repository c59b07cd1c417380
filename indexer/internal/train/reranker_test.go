package train_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/train"
	"github.com/vitrine-search/vitrine/indexer/internal/train/feedback"
	"github.com/vitrine-search/vitrine/indexer/internal/train/listwise"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/bundle/reranker"
	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// opened is a shop whose bundle has a table, as the training meets it.
type opened struct {
	index     *lexical.Index
	analyzer  *text.Analyzer
	inspector *engine.Inspector
}

// open builds the bundle of some products, learns the table and opens both.
func open(t *testing.T, products []product.Product) opened {
	t.Helper()
	shop := product.DefaultShop()
	files, err := build.Files(t.Context(), shop, products, func(string, int, int) {})
	require.NoError(t, err)
	fsys := bundletest.FS(files)
	manifest, _, err := bundlefs.Open(fsys)
	require.NoError(t, err)
	part := func(name string) *bundle.Part {
		info, err := manifest.Part(name)
		require.NoError(t, err)
		p, err := bundle.OpenPart(info.File, name, fsys[info.File].Data)
		require.NoError(t, err)
		return p
	}
	s, err := settings.Decode(part(bundle.PartSettings))
	require.NoError(t, err)
	x, err := lexical.Open(part(bundle.PartLexicon), s.BM25)
	require.NoError(t, err)
	o := opened{index: x, analyzer: text.New(text.Options{Language: s.Language, StopWords: s.StopWords, Protected: s.Protected})}

	table, err := train.Table(t.Context(), x, o.analyzer, train.Options{Dims: 16})
	require.NoError(t, err)
	data, err := writer.Encode(embeddings.Encode(table))
	require.NoError(t, err)
	manifest.Parts = append(manifest.Parts, bundle.PartInfo{Name: bundle.PartEmbeddings, File: "embeddings.mp", Bytes: len(data)})
	fsys["embeddings.mp"] = &fstest.MapFile{Data: data}
	written, err := json.Marshal(manifest)
	require.NoError(t, err)
	fsys[bundle.ManifestFile] = &fstest.MapFile{Data: written}
	e := enginetest.Open(t, fsys)
	require.NoError(t, e.OpenReranker(t.Context()))
	o.inspector = e.NewInspector()
	return o
}

var colours = []string{"red", "blue", "green", "black", "white"}

// furniture returns so many products of eight kinds, called by one set of words and
// described by another.
func furniture(n int) []product.Product {
	kinds := []struct{ name, category, words string }{
		{"desk lamp", "Lamps", "bright reading light bulb glow evening"},
		{"wall sconce", "Sconces", "stairs light bulb warm glow corner"},
		{"office chair", "Chairs", "swivel back support sit long hours"},
		{"footstool", "Stools", "rest feet legs sofa reading evening"},
		{"coffee mug", "Mugs", "drink hot handle ceramic morning cup"},
		{"tea pot", "Pots", "pour hot brew ceramic spout drink"},
		{"garden hose", "Hoses", "water lawn spray tap reel summer"},
		{"plant pot", "Planters", "soil leaves drain terracotta grow window"},
	}
	brands := []string{"Aurel", "Tove", "Larder", "Skillet", "Weft", "Cove", "Fjell"}
	random := rand.New(rand.NewPCG(1, 2))
	var products []product.Product
	for i := range n {
		kind := kinds[i%len(kinds)]
		words := strings.Fields(kind.words)
		random.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
		products = append(products, product.Product{
			ID: fmt.Sprintf("p%d", i), Brand: brands[random.IntN(len(brands))], Category: []string{"Home", kind.category},
			Title:       fmt.Sprintf("%s %s, model %d", colours[random.IntN(len(colours))], kind.name, 100+i),
			Description: fmt.Sprintf("The %s and %s %s for %s.", words[0], words[1], words[2], words[3]),
		})
	}
	return products
}

func TestTheSecondStageIsTrained(t *testing.T) {
	shop := open(t, furniture(120))
	var reports []string
	learn := func(procs int) []byte {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		last, end := 0, 0
		model, report, err := train.Reranker(t.Context(), shop.index, shop.analyzer, shop.inspector, train.RerankerOptions{
			Queries: 300,
			Progress: func(done, total int) {
				assert.GreaterOrEqual(t, done, last)
				last, end = done, total
			},
		})
		require.NoError(t, err)
		assert.Equal(t, end, last)
		assert.True(t, model.Fits())
		assert.True(t, model.IsMonotone())
		assert.GreaterOrEqual(t, model.Floor, float32(0))
		assert.Equal(t, report.Made.Used == listwise.UsedFirst, model.Mix == 0)
		assert.Nil(t, report.Told)
		reports = append(reports, report.String())
		data, err := writer.Encode(reranker.Encode(model))
		require.NoError(t, err)
		return data
	}
	assert.Equal(t, learn(1), learn(2), "on any number of processors")
	assert.Equal(t, reports[0], reports[1])
	assert.Contains(t, reports[0], "held-out queries")
}

// Whoever names a colour takes any other one here: no monotone net would say so, but
// people do.
func TestPeopleAreBelieved(t *testing.T) {
	products := furniture(200)
	gains := map[string]map[string]float64{}
	for _, p := range products {
		called, _, _ := strings.Cut(p.Title, ",")
		colour, name, _ := strings.Cut(called, " ")
		for _, other := range colours {
			query := other + " " + name
			if gains[query] == nil {
				gains[query] = map[string]float64{}
			}
			if colour != other {
				gains[query][p.ID] = 1
			}
		}
	}
	var told []feedback.Query
	for _, query := range slices.Sorted(maps.Keys(gains)) {
		told = append(told, feedback.Query{Text: query, Gains: gains[query]})
	}
	shop := open(t, products)
	options := train.RerankerOptions{Queries: 300, Feedback: told}
	model, report, err := train.Reranker(t.Context(), shop.index, shop.analyzer, shop.inspector, options)
	require.NoError(t, err)
	require.NotNil(t, report.Told)
	assert.Equal(t, 40, report.Told.Queries)
	assert.Greater(t, report.Told.Mixed, report.Told.First+0.2)
	assert.False(t, model.IsMonotone())
	assert.Equal(t, listwise.UsedLearned, report.Told.Used)
	assert.Contains(t, report.String(), "judged or clicked")

	options.Feedback = told[:3]
	model, report, err = train.Reranker(t.Context(), shop.index, shop.analyzer, shop.inspector, options)
	require.NoError(t, err)
	assert.Nil(t, report.Told, "three queries say nothing")
	assert.True(t, model.IsMonotone())
}

func TestTooSmallACatalogueHasNoSecondStage(t *testing.T) {
	for _, n := range []int{1, 2} {
		shop := open(t, furniture(n))
		model, _, err := train.Reranker(t.Context(), shop.index, shop.analyzer, shop.inspector, train.RerankerOptions{})
		require.ErrorIs(t, err, listwise.ErrTooFew)
		assert.Nil(t, model)
	}
	shop := open(t, furniture(30))
	model, report, err := train.Reranker(t.Context(), shop.index, shop.analyzer, shop.inspector, train.RerankerOptions{})
	require.NoError(t, err)
	assert.True(t, model.Fits())
	assert.LessOrEqual(t, report.Made.Queries, 60)
}

func TestTrainingTheSecondStageIsCancelled(t *testing.T) {
	shop := open(t, furniture(60))
	ctx, cancel := context.WithCancel(t.Context())
	_, _, err := train.Reranker(ctx, shop.index, shop.analyzer, shop.inspector, train.RerankerOptions{
		Progress: func(int, int) { cancel() },
	})
	require.ErrorIs(t, err, context.Canceled)
}

// broken finds nothing.
type broken struct{}

var errBroken = errors.New("no table")

func (broken) Candidates(context.Context, string) ([]engine.Candidate, error) { return nil, errBroken }

func TestAnEngineThatFailsIsReported(t *testing.T) {
	shop := open(t, furniture(30))
	_, _, err := train.Reranker(t.Context(), shop.index, shop.analyzer, broken{}, train.RerankerOptions{})
	require.ErrorIs(t, err, errBroken)
	assert.ErrorContains(t, err, "searching for")
}

func TestTheReportSaysWhatBecameOfWhatPeopleTold(t *testing.T) {
	report := train.RerankerReport{Told: &listwise.Report{Queries: 53, First: 0.803, Mixed: 0.81, Used: listwise.UsedFirst}}
	assert.Contains(t, report.String(), "what they taught is left out, it did no better than the first stage: NDCG@10 0.803 -> 0.810 on 53")
	report.Told.Used = listwise.UsedLearned
	assert.Contains(t, report.String(), "judged or clicked queries: the second stage does better: NDCG@10 0.803 -> 0.810 on 53")
}
