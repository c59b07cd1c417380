package train

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Vectors are what is known about words beforehand: vectors of general language,
// or what a teacher made of the words.
type Vectors interface {
	// Dims is the length of a row, Len counts the rows.
	Dims() int
	Len() int
	// Word returns the word of a row, as people write it.
	Word(i int) string
	// Row returns a row (Dims) of any length, which is not changed.
	Row(i int) []float32
}

// Start is where the training begins.
type Start struct {
	Vectors Vectors
	// Rank returns the place of the word of a row among all words of the language
	// by frequency, from 1. It may be nil: then no word is taken for a common one.
	Rank func(i int) int
}

// A word says the less the more common it is in general language: "something to
// rest my feet on" is about resting and feet. By the natural logarithm of its rank,
// a word up to commonLog (the 55th) counts least and one from rareLog on (the
// 8,103rd) fully.
const (
	commonLog  = 4
	rareLog    = 9
	leastShare = 0.05
)

// general is the starting vectors as the training uses them: centred, of unit
// length, and found by the terms of the analyzer. Without starting vectors it has
// no terms.
type general struct {
	start Start
	// mean (dims) is that of all vectors that are a term's.
	mean []float32
	// byTerm is the row of the first, thus most frequent, word of each term.
	byTerm map[string]int
	// terms are the keys of byTerm in the order of the rows.
	terms []string
}

// newGeneral analyses the words of the starting vectors. Those that are no term,
// or several, are left out, and so are vectors that are not finite.
func newGeneral(start *Start, analyzer *text.Analyzer) *general {
	g := &general{byTerm: map[string]int{}}
	if start == nil || start.Vectors.Dims() == 0 {
		return g
	}
	g.start = *start
	sums := make([]float64, start.Vectors.Dims())
	for i := range start.Vectors.Len() {
		row := start.Vectors.Row(i)
		tokens := analyzer.Analyze(start.Vectors.Word(i))
		if squares := float64(dot(row, row)); len(tokens) != 1 || squares == 0 || math.IsNaN(squares) || math.IsInf(squares, 0) {
			continue
		}
		term := tokens[0].Term
		if _, known := g.byTerm[term]; known {
			continue
		}
		g.byTerm[term] = i
		g.terms = append(g.terms, term)
		for k, v := range row {
			sums[k] += float64(v)
		}
	}
	g.mean = make([]float32, len(sums))
	for k, sum := range sums {
		g.mean[k] = float32(sum / float64(max(1, len(g.terms))))
	}
	return g
}

// vector appends the vector of a row, less the mean and as a unit vector.
func (g *general) vector(to []float32, row int) []float32 {
	from := len(to)
	for k, v := range g.start.Vectors.Row(row) {
		to = append(to, v-g.mean[k])
	}
	normalise(to[from:])
	return to
}

// commonness is how much a word of that row counts, from leastShare to 1.
func (g *general) commonness(row int) float64 {
	if g.start.Rank == nil {
		return 1
	}
	share := (math.Log(float64(max(1, g.start.Rank(row)))) - commonLog) / (rareLog - commonLog)
	return min(1, max(leastShare, share))
}

// known returns, one below the other, the vectors (known, Dims) of the rows of the
// model whose terms have one, and which rows those are.
func (g *general) known(x *lexical.Index, m *model) (vectors []float32, rows []int) {
	for row, term := range m.corpus.terms {
		if i, ok := g.byTerm[x.Term(term)]; ok {
			vectors = g.vector(vectors, i)
			rows = append(rows, row)
		}
	}
	return vectors, rows
}

// begin sets the rows of the model whose terms have a starting vector: to that
// vector along the principal components of all of these, as a unit vector. If the
// vectors are shorter than the rows the rest of a row is 0. It returns false if
// there are none.
func (g *general) begin(x *lexical.Index, m *model) bool {
	vectors, rows := g.known(x, m)
	components := principal(vectors, len(g.mean), m.dims)
	for i, row := range rows {
		v, to := vectors[i*len(g.mean):(i+1)*len(g.mean)], m.row(row)
		clear(to)
		for k, component := range components {
			to[k] = dot(v, component)
		}
		normalise(to)
	}
	return len(rows) > 0
}

// principal returns the at most n directions (dims) along which the vectors
// (any, dims) differ the most, the first most of all.
func principal(vectors []float32, dims, n int) [][]float32 {
	if len(vectors) == 0 {
		return nil
	}
	covariance := mat.NewSymDense(dims, nil)
	row := mat.NewVecDense(dims, nil)
	for from := 0; from < len(vectors); from += dims {
		for k, v := range vectors[from : from+dims] {
			row.SetVec(k, float64(v))
		}
		covariance.SymRankOne(covariance, 1, row)
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(covariance, true) {
		return nil // not of a finite matrix
	}
	var columns mat.Dense
	eigen.VectorsTo(&columns)
	components := make([][]float32, min(n, dims))
	for i := range components {
		components[i] = make([]float32, dims)
		for k := range components[i] {
			components[i][k] = float32(columns.At(k, dims-1-i)) // ascending by their values
		}
	}
	return components
}
