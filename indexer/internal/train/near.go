package train

import (
	"cmp"
	"slices"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"

	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// Training brings together what belongs together, a faucet and its handle, and so
// its rows no longer say which words mean the same. The starting vectors do: the
// table keeps what is nearest by them.

const (
	// mostSynonyms is how many terms a word has that mean about the same, and
	// leastSynonym their least cosine. On the questions that may be tuned on, three
	// to eight and 0.45 to 0.55 are alike.
	mostSynonyms = 4
	leastSynonym = 0.55
	// nearBlock is how many words are compared with the catalogue's at a time.
	nearBlock = 256
)

// near lists for each row of the table, the catalogue's and then the general
// words', the rows of the terms that mean about the same.
func (g *general) near(x *lexical.Index, m *model, words []foreign) (lists embeddings.Lists) {
	catalogue, rows := g.known(x, m)
	asked := slices.Clone(catalogue)
	for _, word := range words {
		asked = g.vector(asked, word.row)
	}
	next := 0
	var found []synonym
	add := func(row int, cosines []float32) {
		for ; next < row; next++ {
			lists.Append(nil) // no starting vector
		}
		found = found[:0]
		for k, cosine := range cosines {
			if cosine >= leastSynonym && rows[k] != row {
				found = append(found, synonym{uint32(rows[k]), cosine})
			}
		}
		slices.SortFunc(found, func(a, b synonym) int {
			return cmp.Or(cmp.Compare(b.cosine, a.cosine), cmp.Compare(a.row, b.row))
		})
		var nearest []uint32
		for _, s := range found[:min(mostSynonyms, len(found))] {
			nearest = append(nearest, s.row)
		}
		lists.Append(nearest)
		next++
	}
	eachCosines(asked, catalogue, len(g.mean), func(i int, cosines []float32) {
		if i < len(rows) {
			add(rows[i], cosines)
			return
		}
		add(len(m.corpus.terms)+i-len(rows), cosines)
	})
	for ; next < len(m.corpus.terms)+len(words); next++ {
		lists.Append(nil)
	}
	return lists
}

// synonym is a row that may mean the same as another.
type synonym struct {
	row    uint32
	cosine float32
}

// eachCosines calls visit for each of the unit vectors asked (any, dims), in their
// order, with its cosines with those of the catalogue (known, dims).
func eachCosines(asked, catalogue []float32, dims int, visit func(i int, cosines []float32)) {
	if dims == 0 || len(catalogue) == 0 {
		return
	}
	n := len(catalogue) / dims
	cosines := make([]float32, nearBlock*n)
	for from := 0; from < len(asked)/dims; from += nearBlock {
		count := min(nearBlock, len(asked)/dims-from)
		block := cosines[:count*n]
		blas32.Gemm(blas.NoTrans, blas.Trans, 1,
			blas32.General{Rows: count, Cols: dims, Stride: dims, Data: asked[from*dims : (from+count)*dims]},
			blas32.General{Rows: n, Cols: dims, Stride: dims, Data: catalogue}, 0,
			blas32.General{Rows: count, Cols: n, Stride: n, Data: block})
		for i := range count {
			visit(from+i, block[i*n:(i+1)*n])
		}
	}
}
