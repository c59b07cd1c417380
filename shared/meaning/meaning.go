// Package meaning compares texts by what their words mean: by the small vectors
// that the indexer learned for words, and the vectors of products that are made of
// them here. It finds products that have none of a query's words, and says by
// attention how much of a query a product means.
package meaning

import (
	"math"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// Space is the words and products of one catalogue as directions: rows of unit
// length, so that a dot product is a cosine. It is never changed once it is made.
type Space struct {
	kernel attention.Kernel
	table  *embeddings.Table
	// words (table.Len(), dims) and products (products, dims).
	words, products attention.Table
	// rowOf (terms) is the row of each of the catalogue's terms, or none.
	rowOf []int32
}

const none = -1

// New makes the vectors of the products. It calls pause, if not nil, after every
// few thousand of them, since all take a phone a while.
func New(table *embeddings.Table, index *lexical.Index, kernel attention.Kernel, pause func()) (*Space, error) {
	s := &Space{kernel: kernel, table: table, rowOf: make([]int32, index.Terms())}
	for term := range s.rowOf {
		s.rowOf[term] = none
	}
	for row, term := range table.Terms {
		s.rowOf[term] = int32(row)
	}
	var err error
	if s.words, err = attention.Directions(table.Dims, table.Rows); err != nil {
		return nil, err
	}
	p := newPool(s)
	vectors := make([]int8, 0, index.Products()*table.Dims)
	for doc := range uint32(index.Products()) {
		p.reset()
		index.Walk(doc, func(_ int, _, term uint32) {
			if row := s.rowOf[term]; row != none {
				p.addOnce(int(row))
			}
		})
		vectors = p.appendTo(vectors)
		if pause != nil && doc%pauseEvery == pauseEvery-1 {
			pause()
		}
	}
	s.products, err = attention.Directions(table.Dims, vectors)
	return s, err
}

// pauseEvery is how many products take a phone some ten milliseconds.
const pauseEvery = 2048

// OfTerm returns the row of one of the catalogue's terms.
func (s *Space) OfTerm(term uint32) (row int, ok bool) {
	row = int(s.rowOf[term])
	return row, row != none
}

// OfWord returns the row of a general word that the catalogue lacks, as a term of
// the analyzer.
func (s *Space) OfWord(term string) (row int, ok bool) { return s.table.OfWord(term) }

// Weight is how much a row tells, from 0 to 1: little if the word is in many
// products or is used everywhere in the language.
func (s *Space) Weight(row int) float64 { return float64(s.table.Weights[row]) / math.MaxUint8 }

// AppendNear appends the terms that mean about the same as a row in the language at
// large, best first.
func (s *Space) AppendNear(terms []uint32, row int) []uint32 {
	for _, near := range s.table.Near.At(row) {
		terms = append(terms, s.table.Terms[near])
	}
	return terms
}

// Products returns the vectors of the products, one row each.
func (s *Space) Products() attention.Table { return s.products }
