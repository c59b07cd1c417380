package lexical_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// positions has the terms of a field by position.
func (c catalogue) positions(doc, field uint32) map[uint32][]uint32 {
	at := map[uint32][]uint32{}
	for _, t := range c.tokens {
		if t.Doc == doc && t.Field == field {
			at[t.Position] = append(at[t.Position], t.Term)
		}
	}
	return at
}

// match reads a name as plainly as possible: the twin of Naming.Match. words has
// the terms that stand for each word of the query.
func (c catalogue) match(doc uint32, words [][]uint32, head int) (m lexical.Named) {
	anyOf := func(terms, word []uint32) bool {
		return slices.ContainsFunc(terms, func(t uint32) bool { return slices.Contains(word, t) })
	}
	title, brand, category := c.positions(doc, 0), c.positions(doc, 1), c.positions(doc, 2)
	for position, terms := range title {
		next := title[position+1]
		for i := 1; i < len(words); i++ {
			if anyOf(terms, words[i-1]) && anyOf(next, words[i]) {
				m.Pairs |= 1 << i
			}
		}
		inFront := true
		for before := range title {
			inFront = inFront && (before >= position || len(title[before+1]) > 0)
		}
		for i, word := range words {
			if inFront && anyOf(terms, word) {
				m.Front |= 1 << i
			}
		}
		ends := len(next) == 0 || c.terms[next[0]][0] <= '9'
		m.Head = m.Head || ends && anyOf(terms, words[head])
	}
	of := len(brand) > 0
	for _, terms := range brand {
		for _, t := range terms {
			of = of && slices.ContainsFunc(words, func(w []uint32) bool { return slices.Contains(w, t) })
		}
	}
	for i, word := range words {
		for _, terms := range brand {
			if of && anyOf(terms, word) {
				m.Brand |= 1 << i
			}
		}
	}
	last := uint32(0)
	for position := range category {
		last = max(last, position)
	}
	m.Category = anyOf(category[last], words[head])
	return m
}

func TestNamesEqualThoseOfTheTwin(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	c := invent(r, 150, 12)
	for i := range 4 {
		c.terms[i] = strconv.Itoa(i) // before the letters, so still in order
	}
	x := c.open(t, product.BM25{K1: 1, B: 0.6})
	naming := x.NewNaming()
	var pairs, fronts, brands, heads, categories int
	for range 60 {
		naming.Reset()
		words := make([][]uint32, 1+r.IntN(4))
		head, headed := 0, false
		for i := range words {
			var clause lexical.Clause
			for range 1 + r.IntN(3) {
				term := uint32(r.IntN(len(c.terms)))
				words[i] = append(words[i], term)
				clause.Terms = append(clause.Terms, lexical.Weighted{Term: term, Weight: 1, IDF: float64(1 + i)})
			}
			gap, measure := r.IntN(4) == 0, r.IntN(4) == 0
			if headed = headed || gap && i > 0; !headed && !measure {
				head = i
			}
			naming.Expect(clause, gap, measure)
		}
		assert.Equal(t, head, naming.Head())
		for doc := range uint32(c.products) {
			want := c.match(doc, words, head)
			got := naming.Match(doc)
			assert.Equal(t, want, got, "words %v in product %d", words, doc)
			score := 0.0
			for i := range words {
				if want.Pairs&(1<<i) != 0 {
					score += lexical.NeighbourWeight * float64(i) // the lesser idf is the first's
					pairs++
				}
				if want.Front&(1<<i) != 0 {
					score += lexical.FrontWeight * float64(1+i)
					fronts++
				}
				if want.Brand&(1<<i) != 0 {
					score += lexical.BrandWeight * float64(1+i)
					brands++
				}
			}
			if want.Head && len(words) == 1 {
				score += lexical.AloneWeight
			} else if want.Head {
				score += lexical.HeadWeight * float64(1+head)
				heads++
			}
			if want.Category {
				score += lexical.CategoryWeight * float64(1+head)
				categories++
			}
			assert.InDelta(t, score, naming.Score(got), 1e-12)
			assert.LessOrEqual(t, naming.Score(got), naming.Most())
		}
	}
	for _, n := range []int{pairs, fronts, brands, heads, categories} {
		assert.Positive(t, n)
	}
}

func TestTheTermsOfAGroupStandForTheirWord(t *testing.T) {
	closet, maid, shelf := uint32(0), uint32(1), uint32(2)
	c := catalogue{products: 1, terms: []string{"closet", "maid", "shelf"}, tokens: []lexical.Token{
		{Position: 1, Term: closet}, {Position: 2, Term: maid}, {Position: 3, Term: shelf},
	}}
	naming := c.open(t, product.BM25{K1: 1, B: 0.6}).NewNaming()
	naming.Expect(lexical.Clause{Groups: [][]lexical.Weighted{{
		{Term: closet, Weight: 0.5, IDF: 2}, {Term: maid, Weight: 0.5, IDF: 4},
	}}}, false, false)
	naming.Expect(lexical.Clause{Terms: []lexical.Weighted{{Term: shelf, Weight: 1, IDF: 5}}}, false, false)
	m := naming.Match(0)
	assert.Equal(t, lexical.Named{Pairs: 1 << 1, Front: 1<<0 | 1<<1, Head: true}, m)
	// The group is worth 0.5*2 + 0.5*4 = 3, less than the shelf's 5.
	assert.InDelta(t, lexical.NeighbourWeight*3+lexical.FrontWeight*(3+5)+lexical.HeadWeight*5, naming.Score(m), 1e-12)
}

func TestAQueryOfManyWordsIsReadAsFarAsItGoes(t *testing.T) {
	c := catalogue{products: 1, terms: []string{"a"}, tokens: []lexical.Token{{Position: 1}, {Position: 2}}}
	naming := c.open(t, product.BM25{K1: 1, B: 0.6}).NewNaming()
	assert.Zero(t, naming.Score(naming.Match(0)), "without words")
	assert.Zero(t, naming.Most())
	for range 100 {
		naming.Expect(lexical.Clause{Terms: []lexical.Weighted{{Term: 0, Weight: 1, IDF: 1}}}, false, false)
	}
	assert.InDelta(t, 31*lexical.NeighbourWeight+32*lexical.FrontWeight+lexical.HeadWeight, naming.Score(naming.Match(0)), 1e-9)
	naming.Reset()
	assert.Zero(t, naming.Match(0))
	assert.Equal(t, -1, naming.Head())
}
