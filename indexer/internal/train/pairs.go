package train

import (
	"math/rand/v2"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// A pair is two texts that are about one product, drawn anew each time. What the
// table learns is what such texts have in common: which words of descriptions go
// with which names, and which halves of a title with which.

// longestWindow bounds how many words of a description are taken at once.
const longestWindow = 14

// pairs draws pairs of bags.
type pairs struct {
	corpus *corpus
	random *rand.Rand
	left   []uint32
	right  []uint32
}

// draw draws a pair of a product, and returns false if it has not the words for
// one. The bags are valid until the next call.
func (p *pairs) draw(doc uint32) (left, right []uint32, ok bool) {
	p.left, p.right = p.left[:0], p.right[:0]
	c := p.corpus
	described := c.field(doc, lexical.DescriptionField)
	switch kind := p.random.IntN(4); {
	case kind < 2 && len(described) > 3:
		p.left = append(p.left, p.window(described, 4+p.random.IntN(longestWindow-3))...)
		for _, field := range []int{lexical.TitleField, lexical.CategoryField, lexical.AttributesField, lexical.BrandField} {
			p.right = p.some(p.right, c.field(doc, field), 0.7)
		}
	case kind == 2 && len(c.field(doc, lexical.CategoryField))+len(c.field(doc, lexical.AttributesField))+len(c.field(doc, lexical.BrandField)) > 0:
		p.left = p.some(p.left, c.field(doc, lexical.TitleField), 0.6)
		p.right = p.some(p.right, c.field(doc, lexical.CategoryField), 0.8)
		p.right = p.some(p.right, c.field(doc, lexical.AttributesField), 0.5)
		p.right = p.some(p.right, c.field(doc, lexical.BrandField), 0.5)
		p.right = append(p.right, p.window(described, 8)...)
	default:
		for _, word := range c.field(doc, lexical.TitleField) {
			if p.random.IntN(2) == 0 {
				p.left = append(p.left, word)
			} else {
				p.right = append(p.right, word)
			}
		}
	}
	return p.left, p.right, len(p.left) > 0 && len(p.right) > 0
}

// some appends each of the words with the given probability.
func (p *pairs) some(to, words []uint32, probability float64) []uint32 {
	for _, word := range words {
		if p.random.Float64() < probability {
			to = append(to, word)
		}
	}
	return to
}

// window returns so many words that follow one another, or all if there are fewer.
func (p *pairs) window(words []uint32, size int) []uint32 {
	if len(words) <= size {
		return words
	}
	from := p.random.IntN(len(words) - size + 1)
	return words[from : from+size]
}
