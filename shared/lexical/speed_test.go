package lexical_test

import (
	"math/rand/v2"
	"testing"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// BenchmarkAdd adds one clause of each kind: the commonest term of 20,000
// products, and that with a hundred others or one that must stand beside it.
func BenchmarkAdd(b *testing.B) {
	c := invent(rand.New(rand.NewPCG(41, 42)), 20000, 8000)
	x := c.open(b, product.BM25{K1: 1, B: 0.6})
	weighted := func(term uint32) lexical.Weighted {
		return lexical.Weighted{Term: term, Weight: 1, IDF: x.IDF(x.DocumentFrequency(term))}
	}
	one := lexical.Clause{Terms: []lexical.Weighted{weighted(0)}}
	many := lexical.Clause{}
	for term := range uint32(100) {
		many.Terms = append(many.Terms, weighted(term))
	}
	group := lexical.Clause{Groups: [][]lexical.Weighted{{weighted(0), weighted(1)}}}
	for name, clause := range map[string]lexical.Clause{"one": one, "hundred": many, "group": group} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			a := x.NewAccumulator()
			for b.Loop() {
				a.Reset()
				x.Add(a, clause)
			}
			b.ReportMetric(float64(len(a.Matched())), "matches")
		})
	}
	b.Run("name", func(b *testing.B) {
		naming := x.NewNaming()
		naming.Expect(one, false, false)
		naming.Expect(many, false, false)
		for b.Loop() {
			for doc := range uint32(1000) {
				naming.Match(doc)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/name")
	})
}
