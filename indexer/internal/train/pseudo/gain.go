package pseudo

import (
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// What a product is worth for a query that names another one. They are shares of
// what a product of the same kind that has all of the words is worth.
const (
	// inText is what a word counts that only the description has.
	inText = 0.6
	// headElsewhere is for products whose title has the head as another word, and
	// otherHead for those that lack it.
	headElsewhere = 0.6
	otherHead     = 0.3
	otherShelf    = 0.6
	// complete is what a product gains that has all words, and own the source.
	complete = 1.5
	own      = 1.3
)

// What a product is worth for a query that describes another one.
const (
	sameShelf = 0.4
	sameHead  = 0.4
	described = 0.3
	source    = 0.5
)

// Gain is what a product is worth for the query, from 0 (nothing).
func (q *Query) Gain(doc uint32) float64 {
	c := q.catalogue
	covered, all := q.covered(doc)
	if q.Kind == Described || q.Kind == Paraphrased && covered == 0 {
		return q.meant(doc, covered)
	}
	gain := covered * covered
	switch head := c.heads[q.Source]; {
	case head == 0 || c.heads[doc] == head:
	case c.has(doc, head-1):
		gain *= headElsewhere
	default:
		gain *= otherHead
	}
	if c.shelves[doc] != c.shelves[q.Source] {
		gain *= otherShelf
	}
	if all {
		gain *= complete
	}
	if doc == q.Source {
		gain *= own
	}
	return gain
}

// meant is the gain for a query in other words than the product's: for its kind of
// thing, and for having the words.
func (q *Query) meant(doc uint32, covered float64) (gain float64) {
	c := q.catalogue
	if shelf := c.shelves[q.Source]; shelf != 0 && c.shelves[doc] == shelf {
		gain += sameShelf
	}
	if head := c.heads[q.Source]; head != 0 && c.heads[doc] == head {
		gain += sameHead
	}
	if gain == 0 {
		return 0
	}
	if gain += described * covered; doc == q.Source {
		gain += source
	}
	return gain
}

// covered is the share of the wanted words that a product has, by their idf, and
// whether its name has all.
func (q *Query) covered(doc uint32) (share float64, all bool) {
	c := q.catalogue
	var named, told [maxWanted]uint32 // bit i: the i-th term of the word
	c.index.Walk(doc, func(field int, _, term uint32) {
		for i, w := range q.wanted[:min(len(q.wanted), maxWanted)] {
			k := slices.Index(w.terms, term)
			if k < 0 {
				continue
			}
			if told[i] |= 1 << k; field != lexical.DescriptionField {
				named[i] |= 1 << k
			}
		}
	})
	whole := 0.0
	all = true
	for i, w := range q.wanted[:min(len(q.wanted), maxWanted)] {
		idf, every := c.idf(w), uint32(1)<<len(w.terms)-1
		whole += idf
		switch {
		case named[i] == every:
			share += idf
		case told[i] == every:
			share += inText * idf
			all = false
		default:
			all = false
		}
	}
	if whole == 0 {
		return 0, false
	}
	return share / whole, all
}

// maxWanted bounds the words that gains go by.
const maxWanted = 8
