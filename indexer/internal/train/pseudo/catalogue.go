package pseudo

import (
	"context"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// catalogue is what gains need to know of the products.
type catalogue struct {
	index  *lexical.Index
	reader *reader
	// heads (products) is 1 + the term of the word that says what each product is,
	// 0 without one; shelves (products) is 1 + the number of its narrowest category,
	// 0 without one.
	heads, shelves []uint32
	// groups (products) numbers what is alike: products of one shelf, or of one
	// head where there are no shelves. members (groups) are the products of each.
	groups  []uint32
	members [][]uint32
}

// checkEvery is after how many products it is seen whether the work is cancelled.
const checkEvery = 1024

func newCatalogue(ctx context.Context, index *lexical.Index, analyzer *text.Analyzer) (*catalogue, error) {
	products := index.Products()
	c := &catalogue{
		index: index, reader: newReader(index, analyzer),
		heads: make([]uint32, products), shelves: make([]uint32, products), groups: make([]uint32, products),
	}
	named, err := c.countEnds(ctx)
	if err != nil {
		return nil, err
	}
	numbers := map[string]uint32{}
	groups := map[[2]uint32]uint32{}
	for doc := range uint32(products) {
		if doc%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c.reader.read(doc)
		c.heads[doc] = head(c.reader.fields, named)
		if path := c.reader.fields[lexical.CategoryField]; len(path) > 0 {
			name := phrase(path)
			if numbers[name] == 0 {
				numbers[name] = uint32(len(numbers)) + 1
			}
			c.shelves[doc] = numbers[name]
		}
		key := [2]uint32{c.shelves[doc], 0}
		if key[0] == 0 {
			key[1] = c.heads[doc]
		}
		group, ok := groups[key]
		if !ok {
			group = uint32(len(groups))
			groups[key] = group
			c.members = append(c.members, nil)
		}
		c.groups[doc] = group
		c.members[group] = append(c.members[group], doc)
	}
	return c, nil
}

// countEnds returns of every term in how many titles it stands where a head may.
func (c *catalogue) countEnds(ctx context.Context) ([]uint32, error) {
	named := make([]uint32, c.index.Terms())
	for doc := range uint32(c.index.Products()) {
		if doc%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c.reader.read(doc)
		words := c.reader.fields[lexical.TitleField]
		for i := range words {
			if mayBeHead(words, i) {
				named[words[i].key()]++
			}
		}
	}
	return named, nil
}

// mayBeHead says whether a word of a title may say what the product is: it is no
// number and no unit, and after it comes a number, a word that was dropped ("for"),
// or nothing.
func mayBeHead(words []word, i int) bool {
	return !words[i].isMeasure() && (words[i].last || i+1 == len(words) || words[i+1].beginsWithDigit())
}

// head returns 1 + the term that says what a product is, or 0: the last word of its
// narrowest category if the title has that, or else the word of the title that ends
// most titles of those that may be heads.
func head(fields [][]word, named []uint32) uint32 {
	words := fields[lexical.TitleField]
	if path := fields[lexical.CategoryField]; len(path) > 0 {
		last := path[len(path)-1].key()
		for _, w := range words {
			if w.key() == last {
				return last + 1
			}
		}
	}
	best := uint32(0)
	for i, w := range words {
		if mayBeHead(words, i) && (best == 0 || named[w.key()] > named[best-1]) {
			best = w.key() + 1
		}
	}
	return best
}

// idf is how telling a word is: as its most telling term.
func (c *catalogue) idf(w word) float64 {
	greatest := 0.0
	for _, term := range w.terms {
		greatest = max(greatest, c.index.IDF(c.index.DocumentFrequency(term)))
	}
	return greatest
}

// isHead says whether a word is the head of a product.
func (c *catalogue) isHead(w word, doc uint32) bool { return c.heads[doc] == w.key()+1 }
