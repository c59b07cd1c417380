package train

import (
	"math"
	"math/rand/v2"

	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// foreignShare is the share of an idf that a word counts for which the catalogue
// lacks: nearly all, since most such words are rare ones.
const foreignShare = 0.8

// model is a table that is being learned.
type model struct {
	dims   int
	corpus *corpus
	// table (rows, dims) has the rows of the corpus's terms.
	table []float32
	// weights (rows) is how telling each term is, by its idf: at most 1.
	weights []float32
	random  *rand.Rand
}

// newModel returns a model whose rows are random, about of unit length.
func newModel(x *lexical.Index, c *corpus, options Options) *model {
	m := &model{
		dims: options.Dims, corpus: c,
		table:   make([]float32, len(c.terms)*options.Dims),
		weights: make([]float32, len(c.terms)),
		random:  rand.New(rand.NewPCG(options.Seed, 1)), //nolint:gosec // reproducible, not secret
	}
	for i := range m.table {
		m.table[i] = float32(m.random.NormFloat64() / math.Sqrt(float64(m.dims)))
	}
	for row, term := range c.terms {
		m.weights[row] = float32(x.IDF(x.DocumentFrequency(term)) / x.IDF(1))
	}
	return m
}

// row returns a row of the table (dims).
func (m *model) row(i int) []float32 { return m.table[i*m.dims : (i+1)*m.dims : (i+1)*m.dims] }

// result returns the table for the bundle. A row counts by its idf and by how
// common its word is in general language.
func (m *model) result(x *lexical.Index, known *general, words []foreign) *embeddings.Table {
	t := &embeddings.Table{Dims: m.dims, Terms: m.corpus.terms, Words: []string{}, Rows: []int8{}}
	weights := make([]float64, 0, len(t.Terms)+len(words))
	for row, term := range t.Terms {
		t.Rows = quantise(t.Rows, m.row(row))
		weight := float64(m.weights[row])
		if i, ok := known.byTerm[x.Term(term)]; ok {
			weight *= known.commonness(i)
		}
		weights = append(weights, weight)
	}
	placed := known.place(x, m, words)
	for i, word := range words {
		t.Words = append(t.Words, word.term)
		t.Rows = quantise(t.Rows, placed[i*m.dims:(i+1)*m.dims])
		weights = append(weights, foreignShare*known.commonness(word.row))
	}
	t.Weights = shares(weights)
	t.Near = known.near(x, m, words)
	return t
}

// quantise appends a row as a direction: its largest number becomes 127 or -127.
// A row that vanishes becomes 0.
func quantise(to []int8, row []float32) []int8 {
	var largest float64
	for _, v := range row {
		largest = max(largest, math.Abs(float64(v)))
	}
	scale := math.MaxInt8 / max(largest, math.SmallestNonzeroFloat32)
	for _, v := range row {
		to = append(to, int8(math.Round(float64(v)*scale)))
	}
	return to
}

// shares returns the weights in proportion, the greatest as 255 and none as 0.
func shares(weights []float64) []uint8 {
	var greatest float64
	for _, weight := range weights {
		greatest = max(greatest, weight)
	}
	parts := make([]uint8, len(weights))
	for i, weight := range weights {
		parts[i] = uint8(max(1, math.Round(weight/greatest*math.MaxUint8)))
	}
	return parts
}
