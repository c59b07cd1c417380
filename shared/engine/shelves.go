package engine

import (
	"math"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// shelves are the narrowest categories of the products: what stands together.
type shelves struct {
	// of (products) is the shelf of each product, or noShelf.
	of []int32
	// sizes (shelves) counts the products of each.
	sizes []float64
}

const noShelf = -1

// newShelves finds the shelves: of the categories of a product, each named by its
// whole path, the longest.
func (e *Engine) newShelves() *shelves {
	x := &shelves{of: make([]int32, e.ids.Len())}
	field, ok := e.byName[product.FieldCategory]
	if !ok {
		for doc := range x.of {
			x.of[doc] = noShelf
		}
		return x
	}
	column := e.columns[field]
	x.sizes = make([]float64, len(column.Texts))
	for doc := range x.of {
		narrowest, length := int32(noShelf), 0
		for _, v := range column.Values(uint32(doc)) {
			if n := len(column.Texts[v]); n > length {
				narrowest, length = int32(v), n
			}
		}
		if x.of[doc] = narrowest; narrowest != noShelf {
			x.sizes[narrowest]++
		}
	}
	return x
}

// directions returns the mean direction of the products on each shelf, and what
// brings each to unit length.
func (x *shelves) directions(products attention.Table) (attention.Table, error) {
	dims := products.Dims()
	sums := make([]float32, len(x.sizes)*dims)
	for doc, shelf := range x.of {
		if shelf == noShelf {
			continue
		}
		sum, scale := sums[int(shelf)*dims:][:dims], products.Scale(doc)
		for k, v := range products.Row(doc) {
			sum[k] += float32(scale * float32(v))
		}
	}
	rows, scales := make([]int8, len(sums)), make([]float32, len(x.sizes))
	for shelf := range scales {
		sum := sums[shelf*dims : (shelf+1)*dims]
		var largest float32
		for _, v := range sum {
			largest = max(largest, v, -v)
		}
		if largest == 0 {
			continue
		}
		squares := 0
		for k, v := range sum {
			rounded := int8(math.Round(float64(v * (math.MaxInt8 / largest))))
			rows[shelf*dims+k] = rounded
			squares += int(rounded) * int(rounded)
		}
		scales[shelf] = float32(1 / math.Sqrt(float64(squares)))
	}
	return attention.NewTable(dims, rows, scales)
}

// evidence is how much the products on each shelf speak of what a query says. It
// holds the memory of one search.
type evidence struct {
	index  *lexical.Index
	places *shelves
	// counts and scores (shelves) are those of one term and of the query.
	counts, scores []float64
	most           float64
}

// A shelf counts for a term by n / (n + shelfShare*size + 1), where n is how many of
// its products have it: fully if nearly all have it, and little if it is one of a
// large shelf.
const shelfShare = 0.3

func (x *evidence) reset() {
	clear(x.scores)
	x.most = 0
}

// add adds a term by a weight, times how telling it is among the shelves.
func (x *evidence) add(term uint32, weight float64) {
	if len(x.counts) == 0 {
		return
	}
	clear(x.counts)
	docs, _ := x.index.Postings(term)
	having := 0
	for _, doc := range docs {
		if shelf := x.places.of[doc]; shelf != noShelf {
			if x.counts[shelf] == 0 {
				having++
			}
			x.counts[shelf]++
		}
	}
	all := float64(len(x.counts))
	idf := math.Log(1 + (all-float64(having)+0.5)/(float64(having)+0.5))
	for shelf, n := range x.counts {
		if n > 0 {
			x.scores[shelf] += weight * idf * n / (n + shelfShare*x.places.sizes[shelf] + 1)
			x.most = max(x.most, x.scores[shelf])
		}
	}
}

// of is the evidence for a product's shelf beside the shelf that has most, from 0
// to 1.
func (x *evidence) of(doc uint32) float64 {
	shelf := x.places.of[doc]
	if shelf == noShelf || x.most == 0 {
		return 0
	}
	return x.scores[shelf] / x.most
}
