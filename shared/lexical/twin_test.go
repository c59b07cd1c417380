package lexical_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// catalogue is a made-up collection of texts, kept as plainly as possible: the
// twin of the compiled index.
type catalogue struct {
	terms    []string
	products int
	tokens   []lexical.Token
}

// invent makes texts whose terms are about as unequal in frequency as words are.
func invent(r *rand.Rand, products, terms int) catalogue {
	c := catalogue{products: products}
	for i := range terms {
		c.terms = append(c.terms, fmt.Sprintf("%s%04d", string(rune('a'+i%26)), i))
	}
	slices.Sort(c.terms)
	for doc := range uint32(products) {
		for field := range uint32(len(lexical.Fields)) {
			position := uint32(0)
			for range r.IntN(8) {
				position += uint32(r.IntN(3)) // 0: a second form, 2: a gap
				term := uint32(float64(terms) * math.Pow(r.Float64(), 3))
				c.tokens = append(c.tokens, lexical.Token{Doc: doc, Field: field, Position: max(1, position), Term: term})
				position = max(1, position)
			}
		}
	}
	return c
}

func (c catalogue) open(t testing.TB, bm25 product.BM25) *lexical.Index {
	t.Helper()
	x, err := lexical.Open(bundletest.Reopen(t, lexical.Encode(c.products, c.terms, c.terms, c.tokens)), bm25)
	require.NoError(t, err)
	return x
}

// score is the textbook's BM25 of one term over weighted fields: Robertson and
// Zaragoza 2009, with the true mean length.
func (c catalogue) score(bm25 product.BM25, doc, term uint32) float64 {
	lengths := make([]float64, c.products)
	has := make([]bool, c.products)
	var tf, mean float64
	for _, t := range c.tokens {
		weight := float64(lexical.Weights[t.Field])
		lengths[t.Doc] += weight
		mean += weight / float64(c.products)
		if t.Term == term {
			has[t.Doc] = true
			if t.Doc == doc {
				tf += weight
			}
		}
	}
	if tf == 0 {
		return 0
	}
	n := 0.0
	for _, h := range has {
		if h {
			n++
		}
	}
	idf := math.Log(1 + (float64(c.products)-n+0.5)/(n+0.5))
	return idf * tf * (bm25.K1 + 1) / (tf + bm25.K1*(1-bm25.B+bm25.B*lengths[doc]/mean))
}

func TestScoresEqualThoseOfTheTwin(t *testing.T) {
	for _, bm25 := range []product.BM25{{K1: 1.0, B: 0.6}, {K1: 1.2, B: 0.75}, {K1: 2, B: 0}, {K1: 0, B: 1}} {
		r := rand.New(rand.NewPCG(1, 2))
		c := invent(r, 120, 300)
		x := c.open(t, bm25)
		a := x.NewAccumulator()
		for range 40 {
			a.Reset()
			want := make([]float64, c.products)
			for range 1 + r.IntN(4) {
				term := uint32(r.IntN(len(c.terms)))
				x.Add(a, lexical.Clause{Terms: []lexical.Weighted{{Term: term, Weight: 1, IDF: x.IDF(x.DocumentFrequency(term))}}})
				for doc := range want {
					want[doc] += c.score(bm25, uint32(doc), term)
				}
			}
			for doc := range want {
				// The impacts are float32: 24 bits of each score are right.
				assert.InEpsilon(t, 1+want[doc], 1+a.Score(uint32(doc)), 1e-6)
				assert.Equal(t, want[doc] > 0, slices.Contains(a.Matched(), uint32(doc)))
			}
		}
	}
}

func TestAClauseScoresItsBestTerm(t *testing.T) {
	c := invent(rand.New(rand.NewPCG(3, 4)), 80, 60)
	bm25 := product.BM25{K1: 1, B: 0.6}
	x := c.open(t, bm25)
	clause := lexical.Clause{}
	for term := range uint32(len(c.terms)) {
		if term%3 == 0 {
			clause.Terms = append(clause.Terms, lexical.Weighted{Term: term, Weight: 0.5, IDF: x.IDF(x.DocumentFrequency(term))})
		}
	}
	a := x.NewAccumulator()
	for range 2 { // the second time on an accumulator that was used before
		a.Reset()
		x.Add(a, clause)
		for doc := range uint32(c.products) {
			want := 0.0
			for _, term := range clause.Terms {
				want = max(want, 0.5*c.score(bm25, doc, term.Term))
			}
			assert.InEpsilon(t, 1+want, 1+a.Score(doc), 1e-6)
			match, ok := x.Explain(doc, clause)
			assert.Equal(t, want > 0, ok)
			assert.InEpsilon(t, 1+want, 1+match.Score, 1e-6, "the explanation gives the same score")
		}
	}
}

func TestTheWordsOfAProductAreCountedOnceEach(t *testing.T) {
	c := invent(rand.New(rand.NewPCG(9, 10)), 60, 20)
	x := c.open(t, product.BM25{K1: 1, B: 0.6})
	clause := func(terms ...uint32) (c lexical.Clause) {
		for _, term := range terms {
			c.Terms = append(c.Terms, lexical.Weighted{Term: term, Weight: 0.5, IDF: 1})
		}
		return c
	}
	optional := clause(3)
	optional.Optional = true
	group := lexical.Clause{Groups: [][]lexical.Weighted{clause(4, 5).Terms}}
	a := x.NewAccumulator()
	for range 2 { // the second time on an accumulator that was used before
		a.Reset()
		for _, c := range []lexical.Clause{clause(0), clause(1, 2), optional, group} {
			x.Add(a, c)
		}
		for doc := range uint32(c.products) {
			has := make([]bool, len(c.terms))
			for _, t := range c.tokens {
				has[t.Term] = has[t.Term] || t.Doc == doc
			}
			want := 0
			for _, all := range []bool{has[0], has[1] || has[2], has[4] && has[5]} {
				if all {
					want++
				}
			}
			assert.Equal(t, want, a.Words(doc))
		}
	}
}

func TestWalkReturnsTheTokens(t *testing.T) {
	c := invent(rand.New(rand.NewPCG(5, 6)), 50, 20000)
	x := c.open(t, product.BM25{K1: 1, B: 0.6})
	var got []lexical.Token
	for doc := range uint32(c.products) {
		x.Walk(doc, func(field int, position, term uint32) {
			got = append(got, lexical.Token{Doc: doc, Field: uint32(field), Position: position, Term: term})
		})
	}
	assert.Equal(t, c.tokens, got)
}

func TestPrefixFindsJustTheTermsThatBeginWithIt(t *testing.T) {
	c := invent(rand.New(rand.NewPCG(7, 8)), 10, 500)
	x := c.open(t, product.BM25{K1: 1, B: 0.6})
	for _, prefix := range []string{"", "a", "b0", "z", "zz", "c0002", "\xff"} {
		from, to := x.Prefix(prefix)
		for term := range uint32(len(c.terms)) {
			begins := len(c.terms[term]) >= len(prefix) && c.terms[term][:len(prefix)] == prefix
			assert.Equal(t, begins, term >= from && term < to, "%q and %q", c.terms[term], prefix)
		}
	}
}
