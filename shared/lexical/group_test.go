package lexical_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

func TestAGroupScoresTheSumWhereAllOfItIs(t *testing.T) {
	c := invent(rand.New(rand.NewPCG(11, 12)), 200, 30)
	bm25 := product.BM25{K1: 1, B: 0.6}
	x := c.open(t, bm25)
	weighted := func(term uint32, weight float64) lexical.Weighted {
		return lexical.Weighted{Term: term, Weight: weight, IDF: x.IDF(x.DocumentFrequency(term))}
	}
	a := x.NewAccumulator()
	matched := 0
	for first := range uint32(10) {
		clause := lexical.Clause{
			Terms:  []lexical.Weighted{weighted(first+20, 0.4)},
			Groups: [][]lexical.Weighted{{weighted(first, 1), weighted(first+7, 0.5)}, {weighted(first+3, 0.2)}, {}},
		}
		a.Reset()
		x.Add(a, clause)
		for doc := range uint32(c.products) {
			want := max(0.4*c.score(bm25, doc, first+20), 0.2*c.score(bm25, doc, first+3))
			one, other := c.score(bm25, doc, first), c.score(bm25, doc, first+7)
			if one > 0 && other > 0 {
				want = max(want, one+0.5*other)
				matched++
			}
			assert.InEpsilon(t, 1+want, 1+a.Score(doc), 1e-6)
			match, ok := x.Explain(doc, clause)
			assert.Equal(t, want > 0, ok)
			assert.InEpsilon(t, 1+want, 1+match.Score, 1e-6, "the explanation gives the same score")
		}
	}
	assert.Positive(t, matched)
}
