package lexical_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// count is how often a phrase stands in a field, found by looking everywhere.
func (c catalogue) count(p lexical.Phrase, doc, field uint32) int {
	stands := map[uint32][]uint32{}
	for _, t := range c.tokens {
		if t.Doc == doc && t.Field == field {
			stands[t.Position] = append(stands[t.Position], t.Term)
		}
	}
	n := 0
	for start := range stands {
		all := true
		for i, place := range p {
			at := stands[start+uint32(i)]
			all = all && (len(place) == 0 || slices.ContainsFunc(place, func(t uint32) bool { return slices.Contains(at, t) }))
		}
		if all {
			n++
		}
	}
	return n
}

func TestPhrasesAreFoundWhereBruteForceFindsThem(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	c := invent(r, 120, 12)
	x := c.open(t, product.BM25{K1: 1, B: 0.6})
	byField := make([]int, len(lexical.Fields))
	found := 0
	for range 60 {
		p := lexical.Phrase{}
		for i, n := 0, 1+r.IntN(4); i < n; i++ {
			var place []uint32
			if i == 0 || i == n-1 || r.IntN(3) > 0 {
				place = append(place, uint32(r.IntN(12)))
				if r.IntN(3) == 0 {
					place = append(place, uint32(r.IntN(12)))
				}
			}
			p = append(p, place)
		}
		var want []uint32
		for doc := range uint32(c.products) {
			total := x.CountPhrase(doc, p, byField)
			sum := 0
			for field := range uint32(len(lexical.Fields)) {
				n := c.count(p, doc, field)
				assert.Equal(t, n, byField[field], "%v in product %d, field %d", p, doc, field)
				sum += n
			}
			assert.Equal(t, sum, total)
			if sum > 0 {
				want = append(want, doc)
			}
		}
		assert.Equal(t, want, x.FindPhrase(p, 0))
		assert.Equal(t, want[:min(2, len(want))], x.FindPhrase(p, 2))
		found += len(want)
	}
	assert.Positive(t, found)
}

func TestThePhraseOfNothingIsNowhere(t *testing.T) {
	c := invent(rand.New(rand.NewPCG(1, 1)), 5, 10)
	x := c.open(t, product.BM25{K1: 1, B: 0.6})
	byField := make([]int, len(lexical.Fields))
	assert.Empty(t, x.FindPhrase(nil, 0))
	assert.Zero(t, x.CountPhrase(0, nil, byField))
	long := make(lexical.Phrase, 1000)
	for i := range long {
		long[i] = []uint32{0}
	}
	assert.Empty(t, x.FindPhrase(long, 0))
}
