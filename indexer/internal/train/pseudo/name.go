package pseudo

import (
	"cmp"
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// lengths are how many of 100 queries are made of one word, of two and so on: about
// as shoppers' are.
var lengths = [...]int{10, 32, 30, 18, 10}

// The chances of a word to be taken, beside 1 for a word of the title.
const (
	headChance   = 3.0
	brandChance  = 0.5
	beyondChance = 0.25 // for words of the category and the attributes
	numberChance = 0.3
)

// name draws words of what a product is called, in the order in which they are
// said: the brand and the attributes before the title, the category last.
func (m *maker) name(doc uint32) []word {
	c := m.catalogue
	c.reader.read(doc)
	type drawn struct {
		word
		place int
		lot   float64
	}
	var words []drawn
	known := map[uint32]bool{}
	add := func(field int, chance float64) {
		for _, w := range c.reader.fields[field] {
			if known[w.key()] || w.isMeasure() && !w.beginsWithDigit() {
				continue
			}
			known[w.key()] = true
			share := chance
			if c.isHead(w, doc) {
				share *= headChance
			}
			if w.beginsWithDigit() {
				share *= numberChance
			}
			// The largest of lots ^ (1/share) are a sample without replacement by
			// shares: Efraimidis and Spirakis, 2006. ln(lot)/share has their order.
			words = append(words, drawn{word: w, place: order[field]<<16 + len(words), lot: -m.random.ExpFloat64() / share})
		}
	}
	add(lexical.TitleField, 1)
	add(lexical.BrandField, brandChance)
	add(lexical.CategoryField, beyondChance)
	add(lexical.AttributesField, beyondChance)
	slices.SortStableFunc(words, func(a, b drawn) int { return cmp.Compare(b.lot, a.lot) })
	words = words[:min(m.length(), len(words))]
	slices.SortFunc(words, func(a, b drawn) int { return cmp.Compare(a.place, b.place) })
	taken := make([]word, len(words))
	for i, w := range words {
		taken[i] = w.word
	}
	return taken
}

// order (lexical.Fields) is where the words of a field stand in a query.
var order = [...]int{lexical.TitleField: 2, lexical.BrandField: 0, lexical.CategoryField: 3, lexical.AttributesField: 1}

// length draws how many words a query has.
func (m *maker) length() int {
	drawn := m.random.IntN(100)
	for i, share := range lengths {
		if drawn < share {
			return i + 1
		}
		drawn -= share
	}
	return len(lengths)
}
