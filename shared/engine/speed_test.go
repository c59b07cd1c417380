package engine

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
)

// openForSpeed opens the bundle in the directory that BUNDLE names, such as one of
// a generated catalogue (vitrine generate, vitrine build), or the smallest there
// is.
func openForSpeed(b *testing.B) *Engine {
	b.Helper()
	dir := "../../testdata/bundles/v2"
	if named := os.Getenv("BUNDLE"); named != "" {
		dir = named
	}
	manifest, source, err := bundlefs.Open(os.DirFS(dir))
	require.NoError(b, err)
	e, err := Open(context.Background(), manifest, source)
	require.NoError(b, err)
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
// that and considering every product that has any, and counting the facets' values.
func BenchmarkStages(b *testing.B) {
	e := openForSpeed(b)
	s := e.newScratch()
	for _, words := range []int{1, 2, 4} {
		q := e.parse(e.commonest(words), true)
		add := func() {
			s.scores.Reset()
			for i := range q.words {
				e.index.Add(s.scores, q.words[i].clause)
			}
		}
		b.Run(fmt.Sprintf("add/%d words", words), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				add()
			}
		})
		b.Run(fmt.Sprintf("find/%d words", words), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.find(s, q, nil, priceOrder{}, defaultLimit)
			}
			b.ReportMetric(float64(s.total), "matches")
		})
		b.Run(fmt.Sprintf("count/%d words", words), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.counter.reset()
				for _, doc := range s.scores.Matched() {
					s.counter.add(e, doc, noField)
				}
			}
		})
		b.Run(fmt.Sprintf("facets/%d words", words), func(b *testing.B) {
			for b.Loop() {
				e.facets(&s.counter, nil)
			}
		})
	}
}
