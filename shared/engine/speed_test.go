package engine

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// openForSpeed opens the bundle in the directory that BUNDLE names, such as one of
// a generated catalogue (vitrine generate, vitrine build), or the smallest there
// is.
func openForSpeed(b *testing.B) *Engine {
	b.Helper()
	if named := os.Getenv("BUNDLE"); named != "" {
		return openDir(b, named)
	}
	return openForTest(b)
}

// openForTest opens the bundle that the search cases run on.
func openForTest(t testing.TB) *Engine {
	t.Helper()
	return openDir(t, "../../testdata/bundles/v3")
}

func openDir(t testing.TB, dir string) *Engine {
	t.Helper()
	manifest, source, err := bundlefs.Open(os.DirFS(dir))
	require.NoError(t, err)
	e, err := Open(context.Background(), manifest, source)
	require.NoError(t, err)
	return e
}

// BenchmarkParse is the understanding of a query alone: its words, their
// relatives and what may have been meant.
func BenchmarkParse(b *testing.B) {
	e := openForSpeed(b)
	for _, query := range []string{"lamp ", "wooden table lamp ", "wodden tabel lamps ", "diining tabl "} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				e.parse(query, false)
			}
		})
	}
}

// commonest returns a query of so many words that more products have than any
// others: the dearest there is.
func (e *Engine) commonest(words int) string {
	terms := make([]uint32, e.index.Terms())
	for i := range terms {
		terms[i] = uint32(i)
	}
	slices.SortStableFunc(terms, func(a, b uint32) int {
		return cmp.Compare(e.index.DocumentFrequency(b), e.index.DocumentFrequency(a))
	})
	var query strings.Builder
	for _, term := range terms[:words] {
		query.WriteString(e.index.Word(term) + " ")
	}
	return query.String()
}

// The stages of a search on the dearest queries: adding up what the words score,
// that and choosing the best of all products that have any, and counting the
// facets' values.
func BenchmarkStages(b *testing.B) {
	e := openForSpeed(b)
	s := e.newScratch()
	for _, words := range []int{1, 2, 4} {
		q := e.parse(e.commonest(words), true)
		stage := func(name string, run func()) {
			b.Run(fmt.Sprintf("%s/%d words", name, words), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					run()
				}
				b.ReportMetric(float64(len(s.passed)), "matches")
			})
		}
		stage("add", func() {
			s.scores.Reset()
			for i := range q.words {
				e.index.Add(s.scores, q.words[i].clause)
			}
		})
		stage("find", func() { e.find(s, q, nil, priceOrder{}, defaultLimit, nil) })
		stage("count", func() { e.count(s) })
		stage("facets", func() { e.facets(s, nil) })
	}
}

func TestFindingAndCountingAllocateNothing(t *testing.T) {
	e := openForTest(t)
	s := e.newScratch()
	conditions, err := e.conditions(map[string]wire.Filter{"brand": {Values: []string{"Nordlys"}}})
	require.NoError(t, err)
	for _, q := range []query{e.parse("lamp", false), e.parse("nordlys table lamp ", false), {browsing: true}} {
		find := func() {
			e.find(s, q, conditions, priceOrder{}, defaultLimit, nil)
			e.count(s)
		}
		find() // once for the memory that is used again
		require.NotEmpty(t, s.passed)
		require.NotEmpty(t, s.nearly[e.byName["brand"]])
		assert.Zero(t, testing.AllocsPerRun(10, find))
	}
}
