package pseudo

import (
	"cmp"
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// paraphrase returns a word of a like meaning, which the product lacks. One that
// many products have is not taken: what it is near to there is another thing of the
// same kind, as blue is to red and a chair to a table.
func (m *maker) paraphrase(w word, doc uint32) (string, bool) {
	if m.options.Neighbours == nil || !isLong(w.text, 3) {
		return "", false
	}
	c := m.catalogue
	most := c.index.DocumentFrequency(w.key()) / commonOf
	var possible []string
	for _, neighbour := range m.options.Neighbours(w.text) {
		term, ok := c.index.Lookup(c.reader.analyzer.Term(neighbour))
		if !ok || c.index.DocumentFrequency(term) <= most && !c.has(doc, term) {
			possible = append(possible, neighbour)
		}
	}
	if len(possible) == 0 {
		return "", false
	}
	return possible[m.random.IntN(min(nearest, len(possible)))], true
}

const (
	// commonOf: a word may be had by one product in so many that have the word which
	// it replaces.
	commonOf = 10
	// nearest is among how many words one is drawn.
	nearest = 4
)

// has says whether any text of a product has a term.
func (c *catalogue) has(doc, term uint32) bool {
	docs, _ := c.index.Postings(term)
	_, ok := slices.BinarySearch(docs, doc)
	return ok
}

// describe draws words that a product is described by and not called: of its own
// description, or of that of another product of its group, most of which it lacks.
// The better a word tells the group the likelier it is taken.
func (m *maker) describe(doc uint32) []word {
	c := m.catalogue
	c.reader.read(doc)
	called := map[uint32]bool{}
	for _, field := range []int{lexical.TitleField, lexical.BrandField, lexical.AttributesField} {
		for _, w := range c.reader.fields[field] {
			called[w.key()] = true
		}
	}
	if group := c.members[c.groups[doc]]; len(group) > 1 && m.random.IntN(2) == 0 {
		c.reader.read(group[m.random.IntN(len(group))])
	}
	type drawn struct {
		word
		place int
		lot   float64
	}
	var words []drawn
	for _, field := range []int{lexical.CategoryField, lexical.DescriptionField} {
		for _, w := range c.reader.fields[field] {
			if called[w.key()] || w.isMeasure() || c.index.DocumentFrequency(w.key()) < leastDescribed {
				continue
			}
			called[w.key()] = true
			words = append(words, drawn{word: w, place: len(words)})
		}
	}
	for i := range words {
		words[i].lot = -m.random.ExpFloat64() / c.tells(words[i].word, doc)
	}
	slices.SortStableFunc(words, func(a, b drawn) int { return cmp.Compare(b.lot, a.lot) })
	words = words[:min(1+m.random.IntN(mostDescribed), len(words))]
	slices.SortFunc(words, func(a, b drawn) int { return cmp.Compare(a.place, b.place) })
	taken := make([]word, len(words))
	for i, w := range words {
		taken[i] = w.word
	}
	return taken
}

const (
	// leastDescribed: a word that one product has names it, whatever field it is in.
	leastDescribed = 2
	mostDescribed  = 4
)

// tells is which share of the products that have a word are of a product's group.
func (c *catalogue) tells(w word, doc uint32) float64 {
	docs, _ := c.index.Postings(w.key())
	own := 0
	for _, other := range docs {
		if c.groups[other] == c.groups[doc] {
			own++
		}
	}
	return (float64(own) + 0.1) / float64(len(docs)+1)
}
