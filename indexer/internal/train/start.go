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
	// Row returns a row (Dims), which is not changed.
	Row(i int) []float32
	// Lookup returns the row of a word.
	Lookup(word string) (int, bool)
}

// Start is where the training begins.
type Start struct {
	Vectors Vectors
	// Rank returns how many words are more frequent in general language than the
	// word of a row. It may be nil: then no word is taken for a common one.
	Rank func(i int) int
}

// A word says the less the more common it is in general language: "something to
// rest my feet on" is about resting and feet. By the logarithm of its rank, words
// up to commonLog count almost nothing and those beyond rareLog fully: 55 and 8,103
// words are more frequent than those.
const (
	commonLog  = 4
	rareLog    = 9
	leastShare = 0.05
)

// general is the starting vectors as the training uses them: centred, of unit
// length, and found by the terms of the analyzer.
type general struct {
	start Start
	mean  []float32
	// byTerm is the row of the first, thus most frequent, word of each term.
	byTerm map[string]int
	// terms are the keys of byTerm in the order of the rows.
	terms []string
}

// newGeneral analyses the words of the starting vectors. Those that are no term,
// or several, are left out.
func newGeneral(start Start, analyzer *text.Analyzer) *general {
	g := &general{start: start, byTerm: map[string]int{}}
	mean := make([]float64, start.Vectors.Dims())
	for i := range start.Vectors.Len() {
		tokens := analyzer.Analyze(start.Vectors.Word(i))
		if len(tokens) != 1 {
			continue
		}
		term := tokens[0].Term
		if _, known := g.byTerm[term]; known {
			continue
		}
		g.byTerm[term] = i
		g.terms = append(g.terms, term)
		for k, v := range start.Vectors.Row(i) {
			mean[k] += float64(v)
		}
	}
	g.mean = make([]float32, len(mean))
	for k, sum := range mean {
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
	share := (math.Log(float64(g.start.Rank(row)+1)) - commonLog) / (rareLog - commonLog)
	return min(1, max(leastShare, share))
}

// known returns, one below the other, the vectors (known, Dims) of the rows whose
// terms have one, and which rows those are.
func (g *general) known(x *lexical.Index, terms []uint32) (vectors []float32, rows []int) {
	for row, term := range terms {
		if i, ok := g.byTerm[x.Term(term)]; ok {
			vectors = g.vector(vectors, i)
			rows = append(rows, row)
		}
	}
	return vectors, rows
}

// begin sets the rows of the table (rows, dims) whose terms have a starting vector:
// to that vector along the principal components of all of these, as a unit vector.
// If the vectors are shorter than the rows the rest of a row is 0.
func (g *general) begin(x *lexical.Index, terms []uint32, table []float32, dims int) {
	vectors, rows := g.known(x, terms)
	components := principal(vectors, g.start.Vectors.Dims(), dims)
	for i, row := range rows {
		v := vectors[i*len(g.mean) : (i+1)*len(g.mean)]
		to := table[row*dims : (row+1)*dims]
		clear(to)
		for k, component := range components {
			to[k] = dot(v, component)
		}
		normalise(to)
	}
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
