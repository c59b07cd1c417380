package train

import (
	"cmp"
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// corpus is the catalogue as it is learned from: of every field of every product
// the rows of its words in order. Of several forms of one word the first is
// taken, which is also what a query has; terms that have no row are left out.
type corpus struct {
	// terms (rows) are the numbers of the terms that have a row, ascending.
	terms []uint32
	// text has the rows of all products and fields back to back; starts
	// (products*fields+1) is where each begins.
	text   []uint32
	starts []uint32
	// categories (products) numbers the narrowest categories from 0.
	categories []uint32
}

// newCorpus reads the products of the index. A term has a row if it is the first
// form of a word anywhere and at least so many products have it. If these are more
// than most, those that the fewest products have are left out: as many have the
// next of them, so that none is preferred to its like.
func newCorpus(x *lexical.Index, most int, least func(term string) int) *corpus {
	c := &corpus{}
	rows := make([]uint32, x.Terms()) // 1 + the row, 0 without one
	for _, term := range firstForms(x) {
		if x.DocumentFrequency(term) >= least(x.Term(term)) {
			c.terms = append(c.terms, term)
		}
	}
	if len(c.terms) > most {
		counts := make([]int, len(c.terms))
		for i, term := range c.terms {
			counts[i] = x.DocumentFrequency(term)
		}
		slices.SortFunc(counts, func(a, b int) int { return cmp.Compare(b, a) })
		bound := counts[most]
		c.terms = slices.DeleteFunc(c.terms, func(term uint32) bool { return x.DocumentFrequency(term) <= bound })
	}
	for row, term := range c.terms {
		rows[term] = uint32(row) + 1
	}
	c.read(x, rows)
	return c
}

// firstForms returns the terms that are the first form of a word in any product,
// ascending.
func firstForms(x *lexical.Index) []uint32 {
	first := make([]bool, x.Terms())
	for doc := range uint32(x.Products()) {
		eachWord(x, doc, func(_ int, term uint32) { first[term] = true })
	}
	var terms []uint32
	for term, is := range first {
		if is {
			terms = append(terms, uint32(term))
		}
	}
	return terms
}

// eachWord visits the first forms of the words of a product.
func eachWord(x *lexical.Index, doc uint32, visit func(field int, term uint32)) {
	lastField, lastPosition := -1, uint32(0)
	x.Walk(doc, func(field int, position, term uint32) {
		if field != lastField || position != lastPosition {
			visit(field, term)
		}
		lastField, lastPosition = field, position
	})
}

// read fills the text and the categories.
func (c *corpus) read(x *lexical.Index, rows []uint32) {
	numbers := map[string]uint32{}
	var path []byte
	c.starts = append(c.starts, 0)
	for doc := range uint32(x.Products()) {
		path = path[:0]
		eachWord(x, doc, func(field int, term uint32) {
			for len(c.starts) <= int(doc)*lexical.FieldCount+field {
				c.starts = append(c.starts, uint32(len(c.text)))
			}
			if rows[term] > 0 {
				c.text = append(c.text, rows[term]-1)
			}
			if field == lexical.CategoryField {
				path = append(path, byte(term), byte(term>>8), byte(term>>16), byte(term>>24))
			}
		})
		for len(c.starts) <= int(doc+1)*lexical.FieldCount {
			c.starts = append(c.starts, uint32(len(c.text)))
		}
		number, known := numbers[string(path)]
		if !known {
			number = uint32(len(numbers))
			numbers[string(path)] = number
		}
		c.categories = append(c.categories, number)
	}
}

// products counts the products.
func (c *corpus) products() int { return len(c.categories) }

// field returns the rows of the words of one field.
func (c *corpus) field(doc uint32, field int) []uint32 {
	i := int(doc)*lexical.FieldCount + field
	return c.text[c.starts[i]:c.starts[i+1]]
}
