package train

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// What shoppers say and the catalogue does not is placed among the catalogue's
// words by a linear map from the starting vectors to the trained rows, learned
// from the words that have both: Mikolov, Le and Sutskever, "Exploiting
// Similarities among Languages for Machine Translation", 2013.

const (
	// ridge keeps the map small where few words tell what it should be.
	ridge = 1
	// leastNear is the cosine that a general word must have with some term of the
	// catalogue to be worth a row.
	leastNear = 0.45
)

// foreign is a general word that the catalogue lacks: its term, and the row of the
// starting vectors.
type foreign struct {
	term string
	row  int
}

// choose returns at most so many of the most frequent general words that are near
// to a term of the catalogue and tell something, ascending by their terms.
func (g *general) choose(x *lexical.Index, m *model, most int) []foreign {
	catalogue, rows := g.known(x, m)
	var chosen, asked []foreign
	var vectors []float32
	flush := func() {
		eachCosines(vectors, catalogue, len(g.mean), func(i int, cosines []float32) {
			if slices.Max(cosines) >= leastNear {
				chosen = append(chosen, asked[i])
			}
		})
		asked, vectors = asked[:0], vectors[:0]
	}
	for _, term := range g.terms {
		if len(rows) == 0 || len(chosen) >= most {
			break
		}
		row := g.byTerm[term]
		if _, ok := x.Lookup(term); ok || g.commonness(row) <= leastShare {
			continue
		}
		asked = append(asked, foreign{term, row})
		vectors = g.vector(vectors, row)
		if len(asked) == nearBlock {
			flush()
		}
	}
	if len(chosen) < most {
		flush()
	}
	chosen = chosen[:min(most, len(chosen))]
	slices.SortFunc(chosen, func(a, b foreign) int { return cmp.Compare(a.term, b.term) })
	return chosen
}

// place returns the rows (words, dims) of words that the catalogue lacks. A term
// that more products have says more about the map: it counts by the square root.
func (g *general) place(x *lexical.Index, m *model, words []foreign) []float32 {
	placed := make([]float32, len(words)*m.dims)
	if len(words) == 0 {
		return placed
	}
	vectors, rows := g.known(x, m)
	from, dims := len(g.mean), m.dims
	normal := mat.NewSymDense(from, nil)
	for k := range from {
		normal.SetSym(k, k, ridge)
	}
	target := mat.NewDense(from, dims, nil)
	v, row := mat.NewVecDense(from, nil), mat.NewVecDense(dims, nil)
	for i, r := range rows {
		weight := math.Sqrt(float64(x.DocumentFrequency(m.corpus.terms[r])))
		for k := range from {
			v.SetVec(k, float64(vectors[i*from+k]))
		}
		for k := range dims {
			row.SetVec(k, float64(m.table[r*dims+k]))
		}
		normal.SymRankOne(normal, weight, v)
		target.RankOne(target, weight, v, row)
	}
	var cholesky mat.Cholesky
	var linear mat.Dense // (from, dims)
	if !cholesky.Factorize(normal) || cholesky.SolveTo(&linear, target) != nil {
		return placed
	}
	var vector []float32
	for i, word := range words {
		vector = g.vector(vector[:0], word.row)
		for k := range dims {
			var sum float64
			for j, value := range vector {
				sum += float64(float64(value) * linear.At(j, k))
			}
			placed[i*dims+k] = float32(sum)
		}
	}
	return placed
}
