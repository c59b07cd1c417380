package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// words returns what a field of the corpus has.
func (c *corpus) words(x *lexical.Index, doc uint32, field int) []string {
	var words []string
	for _, row := range c.field(doc, field) {
		words = append(words, x.Term(c.terms[row]))
	}
	return words
}

func always(least int) func(string) int { return func(string) int { return least } }

func TestTheCorpusHasTheTextsInOrder(t *testing.T) {
	x := index(t,
		item{"red low-price lamp", "Halo", "Home Lamps", "", "a lamp for the desk"},
		item{},
		item{"blue lamp", "", "Home Lamps", "blue", ""},
		item{"", "", "Home", "", "lamp"})
	c := newCorpus(x, math.MaxInt, always(1))
	assert.Len(t, lexical.Fields, lexical.FieldCount)
	assert.Equal(t, 4, c.products())
	assert.Equal(t, []string{"red", "low", "price", "lamp"}, c.words(x, 0, lexical.TitleField), "without second forms")
	assert.Equal(t, []string{"halo"}, c.words(x, 0, lexical.BrandField))
	assert.Equal(t, []string{"lamp", "desk"}, c.words(x, 0, lexical.DescriptionField))
	assert.Equal(t, []string{"blue"}, c.words(x, 2, lexical.AttributesField))
	assert.Equal(t, []string{"lamp"}, c.words(x, 3, lexical.DescriptionField))
	for field := range lexical.FieldCount {
		assert.Empty(t, c.words(x, 1, field))
	}
	assert.Equal(t, c.categories[0], c.categories[2])
	assert.NotEqual(t, c.categories[0], c.categories[3])
}

func TestRareTermsHaveNoRow(t *testing.T) {
	x := index(t, item{"red lamp"}, item{"blue lamp red"}, item{"lamp"}, item{"green"})
	assert.Equal(t, []string{"red", "lamp"}, newCorpus(x, 9, always(2)).words(x, 0, lexical.TitleField))
	assert.Equal(t, []string{"lamp"}, newCorpus(x, 1, always(1)).words(x, 0, lexical.TitleField))
	c := newCorpus(x, 3, always(1))
	assert.Len(t, c.terms, 2, "blue and green are alike, and only one would have room")
	assert.Empty(t, newCorpus(x, 0, always(1)).terms)
	known := newCorpus(x, 9, func(term string) int {
		if term == "green" {
			return 1
		}
		return 2
	})
	assert.Equal(t, []string{"green"}, known.words(x, 3, lexical.TitleField))
}

// Every pair is of words of its product, on both sides.
func TestPairsAreOfOneProduct(t *testing.T) {
	x := index(t, shop(80)...)
	c := newCorpus(x, math.MaxInt, always(1))
	p := &pairs{corpus: c, random: rand.New(rand.NewPCG(1, 2))}
	drawn := 0
	for range 40 {
		for doc := range uint32(c.products()) {
			left, right, ok := p.draw(doc)
			if !ok {
				continue
			}
			drawn++
			own := map[uint32]bool{}
			for field := range lexical.FieldCount {
				for _, row := range c.field(doc, field) {
					own[row] = true
				}
			}
			for _, row := range append(append([]uint32{}, left...), right...) {
				assert.True(t, own[row])
			}
			assert.NotEmpty(t, left)
			assert.NotEmpty(t, right)
		}
	}
	assert.Greater(t, drawn, 40*80*3/4)
}

func TestProductsOfOneWordHaveNoPair(t *testing.T) {
	x := index(t, item{"lamp"}, item{})
	p := &pairs{corpus: newCorpus(x, 9, always(1)), random: rand.New(rand.NewPCG(1, 2))}
	for range 50 {
		for doc := range uint32(2) {
			_, _, ok := p.draw(doc)
			assert.False(t, ok)
		}
	}
}
