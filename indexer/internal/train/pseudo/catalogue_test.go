package pseudo

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
	"github.com/vitrine-search/vitrine/shared/text"
)

type item = lexicaltest.Item

var (
	english = text.New(text.Options{Language: "en", StopWords: []string{"for", "with", "of", "the", "a", "and", "in", "by", "its"}})
	chinese = text.New(text.Options{
		Language:  "zh",
		Words:     []string{"台灯", "毛巾", "浴巾", "白色", "纯棉", "地毯"},
		WordCosts: []uint32{60, 60, 60, 60, 60, 60},
	})
)

// shop has products of four kinds, three of each, called by one set of words and
// described by another.
var shop = []item{
	{"Aurel desk lamp in brass, 40 cm", "Aurel", "Lighting\nTable Lamps", "brass", "A warm glow for late reading, with a dimmer."},
	{"Aurel table lamp, white", "Aurel", "Lighting\nTable Lamps", "white", "Soft glow in the evening, made for reading."},
	{"Tove lamp for children, white", "Tove", "Lighting\nTable Lamps", "white", "Keeps the dark away; reading in bed, and a timer."},
	{"Larder coffee grinder 0.5 l", "Larder", "Kitchen\nGrinders", "steel", "Beans become powder, in the morning and quickly."},
	{"Larder pepper grinder", "Larder", "Kitchen\nGrinders", "walnut", "Turn, and whole corns become powder."},
	{"Skillet coffee grinder, black", "Skillet", "Kitchen\nGrinders", "black", "Whole beans in, powder out, before the morning."},
	{"Weft bookshelf in oak", "Weft", "Furniture\nShelves", "oak", "Novels stand here, and the wall holds it."},
	{"Weft wall shelf, pine", "Weft", "Furniture\nShelves", "pine", "For novels or plants; it hangs by two screws."},
	{"Oak book shelf, narrow", "Tove", "Furniture\nShelves", "oak", "Plants, novels and what else stands about."},
	{"Cove bath towel, 70 x 140 cm", "Cove", "Bath\nTowels", "white", "Drinks water quickly and dries in the night."},
	{"Cove hand towel with loop", "Cove", "Bath\nTowels", "sage", "Dries quickly; hangs by its loop. Soft."},
	{"Cotton towel for guests", "Weft", "Bath\nTowels", "white", "Soft, and drinks water as it should."},
}

func newTestCatalogue(t *testing.T, analyzer *text.Analyzer, items ...item) *catalogue {
	t.Helper()
	c, err := newCatalogue(t.Context(), lexicaltest.Of(t, analyzer, items...), analyzer)
	require.NoError(t, err)
	return c
}

// texts are the words as they are typed.
func texts(words []word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.text)
	}
	return all
}

func TestTheHeadSaysWhatAProductIs(t *testing.T) {
	c := newTestCatalogue(t, english, shop...)
	for doc, want := range []string{
		"lamp", "lamp", "lamp", "grinder", "grinder", "grinder", "bookshelf", "shelf", "shelf", "towel", "towel", "towel",
	} {
		require.NotZero(t, c.heads[doc], shop[doc][0])
		assert.Equal(t, english.Term(want), c.index.Term(c.heads[doc]-1), shop[doc][0])
	}
}

// Without a category it is the word that ends most titles.
func TestTheHeadWithoutACategory(t *testing.T) {
	c := newTestCatalogue(t, english,
		item{"Coating with primer"}, item{"White coating 5 l"}, item{"Blue wood coating"}, item{"Coating 2 l of teak"}, item{"40 l"}, item{},
	)
	for doc := range 4 {
		require.NotZero(t, c.heads[doc])
		assert.Equal(t, "coating", c.index.Word(c.heads[doc]-1))
	}
	assert.Equal(t, []uint32{0, 0}, c.heads[4:], "a number is no head")
}

func TestProductsOfOneShelfAreAGroup(t *testing.T) {
	c := newTestCatalogue(t, english, shop...)
	assert.Equal(t, [][]uint32{{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {9, 10, 11}}, c.members)
	bare := make([]item, len(shop))
	for i, it := range shop {
		bare[i] = item{it[0]}
	}
	c = newTestCatalogue(t, english, bare...)
	assert.Equal(t, []uint32{0, 2}, c.members[c.groups[0]], "of one head")
	assert.Zero(t, c.shelves[0])
}

func TestChineseTextsFallIntoWords(t *testing.T) {
	c := newTestCatalogue(t, chinese, item{"纯棉浴巾 白色 70cm", "汐", "毛巾浴巾"}, item{"汐 囍囍台灯"})
	c.reader.read(0)
	assert.Equal(t, []string{"纯棉", "浴巾", "白色", "70", "cm"}, texts(c.reader.fields[lexical.TitleField]))
	assert.Equal(t, []string{"汐"}, texts(c.reader.fields[lexical.BrandField]))
	assert.Equal(t, []string{"毛巾", "浴巾"}, texts(c.reader.fields[lexical.CategoryField]))
	assert.Equal(t, "浴巾", c.index.Term(c.heads[0]-1))
	assert.Equal(t, "纯棉浴巾白色 70 cm", phrase(c.reader.fields[lexical.TitleField]))
	c.reader.read(1)
	assert.Equal(t, []string{"汐", "囍囍", "台灯"}, texts(c.reader.fields[lexical.TitleField]), "what is no word stays together")
}
