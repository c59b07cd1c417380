package engine

import (
	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/product"
)

// shelves are the narrowest categories of the products: what stands together.
type shelves struct {
	// of (products) is the shelf of each product, or noShelf.
	of []int32
	// products (shelves) are those of each, ascending.
	products [][]uint32
}

const noShelf = -1

// newShelves finds the shelves: of the categories of a product, each named by its
// whole path, the longest. A shelf's number is its value's in the column.
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
	x.products = make([][]uint32, len(column.Texts))
	for doc := range x.of {
		narrowest, length := int32(noShelf), 0
		for _, v := range column.Values(uint32(doc)) {
			if n := len(column.Texts[v]); n > length {
				narrowest, length = int32(v), n
			}
		}
		if x.of[doc] = narrowest; narrowest != noShelf {
			x.products[narrowest] = append(x.products[narrowest], uint32(doc))
		}
	}
	return x
}

// directions returns the mean directions (shelves, dims) of the products on each.
func (x *shelves) directions(products attention.Table) (attention.Table, error) {
	dims := products.Dims()
	sums := make([]float32, len(x.products)*dims)
	for doc, shelf := range x.of {
		if shelf == noShelf {
			continue
		}
		sum, scale := sums[int(shelf)*dims:][:dims], products.Scale(doc)
		for k, v := range products.Row(doc) {
			sum[k] += float32(scale * float32(v))
		}
	}
	rows := make([]int8, 0, len(sums))
	for shelf := range x.products {
		rows = attention.AppendDirection(rows, sums[shelf*dims:(shelf+1)*dims])
	}
	return attention.Directions(dims, rows)
}
