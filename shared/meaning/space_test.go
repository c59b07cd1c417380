package meaning_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
	"github.com/vitrine-search/vitrine/shared/meaning"
)

const (
	terms, products, dims = 40, 60, 8
	withRows              = 30 // terms 0 to 29 have a row
)

// catalogue returns an index of products with random terms, and a random table of
// most of them and of two general words.
func catalogue(t testing.TB) (*lexical.Index, *embeddings.Table) {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 6))
	names := make([]string, terms)
	for i := range names {
		names[i] = "t" + string(rune('A'+i/26)) + string(rune('a'+i%26))
	}
	slices.Sort(names)
	var tokens []lexical.Token
	for doc := range uint32(products) {
		for position := range uint32(r.IntN(12)) {
			tokens = append(tokens, lexical.Token{Doc: doc, Field: 0, Position: position + 1, Term: uint32(r.IntN(terms))})
		}
	}
	x := lexicaltest.Open(t, lexical.Encode(products, names, names, tokens))

	table := &embeddings.Table{Dims: dims, Words: []string{"general", "words"}}
	for term := range uint32(withRows) {
		table.Terms = append(table.Terms, term)
	}
	for range table.Len() {
		for range dims {
			table.Rows = append(table.Rows, int8(r.IntN(255)-127))
		}
		table.Weights = append(table.Weights, uint8(r.IntN(256)))
		table.Near.Append([]uint32{uint32(r.IntN(withRows))})
	}
	return x, table
}

func open(t testing.TB, pause func()) (*meaning.Space, *lexical.Index, *embeddings.Table) {
	t.Helper()
	x, table := catalogue(t)
	s, err := meaning.New(table, x, attention.Scalar, pause)
	require.NoError(t, err)
	return s, x, table
}

// unit is the row of a table as a unit vector, in float64.
func unit(table *embeddings.Table, row int) []float64 {
	v := make([]float64, dims)
	for k, n := range table.Row(row) {
		v[k] = float64(n)
	}
	return normal(v)
}

func normal(v []float64) []float64 {
	if length := math.Sqrt(dot(v, v)); length > 0 {
		for k := range v {
			v[k] /= length
		}
	}
	return v
}

func dot(a, b []float64) (sum float64) {
	for k := range a {
		sum += a[k] * b[k]
	}
	return sum
}

// direction is the mean of a product's distinct terms, by their weights.
func direction(x *lexical.Index, table *embeddings.Table, doc uint32) []float64 {
	sum, seen := make([]float64, dims), map[uint32]bool{}
	x.Walk(doc, func(_ int, _, term uint32) {
		if term >= withRows || seen[term] {
			return
		}
		seen[term] = true
		for k, v := range unit(table, int(term)) {
			sum[k] += v * float64(table.Weights[term])
		}
	})
	return normal(sum)
}

func TestProductsAreTheMeansOfTheirWords(t *testing.T) {
	s, x, table := open(t, nil)
	require.Equal(t, products, s.Products().Len())
	for doc := range products {
		want := direction(x, table, uint32(doc))
		got := make([]float64, dims)
		for k, v := range s.Products().Row(doc) {
			got[k] = float64(v) * float64(s.Products().Scale(doc))
		}
		assert.InDeltaSlice(t, want, got, 0.02, "product %d", doc)
	}
}

func TestNewPausesNowAndThen(t *testing.T) {
	paused := 0
	open(t, func() { paused++ })
	assert.Zero(t, paused, "few products need no pause")
}

func TestWordsAreFoundByTermOrAsGeneralOnes(t *testing.T) {
	s, _, table := open(t, nil)
	row, ok := s.OfTerm(7)
	assert.True(t, ok)
	assert.Equal(t, 7, row)
	_, ok = s.OfTerm(withRows)
	assert.False(t, ok, "a term without a row")
	row, ok = s.OfWord("words")
	assert.True(t, ok)
	assert.Equal(t, withRows+1, row)
	_, ok = s.OfWord("other")
	assert.False(t, ok)
	assert.InDelta(t, float64(table.Weights[row])/255, s.Weight(row), 1e-9)
	assert.Equal(t, append([]uint32{99}, table.Near.At(row)...), s.AppendNear([]uint32{99}, row), "terms 0 to 29 are rows 0 to 29")
}
