package rankings

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/wire"
)

var update = flag.Bool("update", false, "write the rankings in testdata/rankings instead of comparing with them")

const (
	folder = testdata + "/rankings"
	// statsFile has the means, and a line for each query.
	statsFile = "rank_stats.txt"
	// readme is the only file that was not made here.
	readme = "README.md"
)

// machine names those on which training gives the same bits: others fuse or order
// their sums differently, and learn a model that is as good but not the same.
const machine = "amd64"

func TestGoldenRankings(t *testing.T) {
	if runtime.GOARCH != machine {
		t.Skipf("the rankings in testdata/rankings were made on %s, and training differs in its last bits on %s", machine, runtime.GOARCH)
	}
	shops := make([]*shop, 3)
	opened := t.Run("open", func(t *testing.T) {
		for i, open := range []func(t *testing.T) *shop{openEnglish, openChinese, openCases} {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				shops[i] = open(t)
			})
		}
	})
	require.True(t, opened)

	files := map[string]string{}
	var stats strings.Builder
	fmt.Fprintf(&stats, "Rankings by the first stage and by both, trained on %s; README.md says how to read this.\n", machine)
	var all []measured
	for _, s := range shops[:2] {
		m := s.measure(t)
		all = append(all, m)
		m.means(&stats, evaluate.Even)
		m.means(&stats, evaluate.Odd)
		for _, query := range s.queries {
			files[filepath.Join(s.name, query.ID+".txt")] = s.golden(t, query)
		}
	}
	shops[2].measure(t).means(&stats, "")
	for _, m := range all {
		m.each(&stats)
	}
	files[statsFile] = stats.String()

	if *update {
		write(t, files)
	}
	compare(t, files)
}

// golden is the file of one query: its text, and the first products with their
// places, scores, grades and titles. A score has one digit, so that what hardly
// changes a model moves no file.
func (s *shop) golden(t *testing.T, query evaluate.Query) string {
	t.Helper()
	ranked, err := s.engine.Rank(t.Context(), wire.SearchRequest{Query: query.Text, Limit: evaluate.Depth})
	require.NoError(t, err)
	inspector := s.engine.NewInspector()
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", query.Text)
	for i, product := range ranked {
		title, ok, err := inspector.Title(t.Context(), product.ID)
		require.NoError(t, err)
		require.True(t, ok)
		fmt.Fprintf(&b, "%d\t%s\t%.1f\t%g\t%s\n", i+1, product.ID, product.Score, s.judgments[query.ID][product.ID], title)
	}
	return b.String()
}

// write replaces what is in the folder.
func write(t *testing.T, files map[string]string) {
	t.Helper()
	for _, name := range committed(t) {
		require.NoError(t, os.Remove(filepath.Join(folder, name)))
	}
	for name, content := range files {
		path := filepath.Join(folder, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
}

// compare fails for every file that is not as it is committed.
func compare(t *testing.T, files map[string]string) {
	t.Helper()
	const hint = "the ranking changed: if that is meant, run ./build.sh golden and read the difference in testdata/rankings"
	for _, name := range committed(t) {
		if _, ok := files[name]; !ok {
			assert.Fail(t, name+" is of no query", hint)
		}
	}
	for name, content := range files {
		data, err := os.ReadFile(filepath.Join(folder, name))
		require.NoError(t, err, hint)
		assert.Equal(t, string(data), content, "%s: %s", name, hint)
	}
}

// committed lists the files that were made here.
func committed(t *testing.T) (names []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == readme {
			return err
		}
		name, err := filepath.Rel(folder, path)
		names = append(names, name)
		return err
	}))
	return names
}
