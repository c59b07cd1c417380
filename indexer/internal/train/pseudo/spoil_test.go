package pseudo

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

func newTestMaker(t *testing.T) *maker {
	t.Helper()
	return &maker{
		catalogue: newTestCatalogue(t, english, shop...),
		options:   Options{Neighbours: like},
		random:    rand.New(rand.NewPCG(1, 2)),
	}
}

func TestAMisspellingIsAtMostTwoLettersOff(t *testing.T) {
	m := newTestMaker(t)
	made := map[string]bool{}
	for range 200 {
		if spelt, ok := m.misspell("grinder"); ok {
			made[spelt] = true
			assert.NotEqual(t, "grinder", spelt)
			assert.Equal(t, byte('g'), spelt[0])
			assert.InDelta(t, len("grinder"), len(spelt), 1)
		}
	}
	assert.Greater(t, len(made), 20)
	assert.True(t, made["grnder"] || made["grinde"] || made["griner"], "a letter less")
	assert.True(t, made["grnider"] || made["girnder"] || made["gridner"], "two exchanged")
	for _, short := range []string{"", "a", "lamp", "40", "mp3-player", "浴巾", "crème"} {
		_, ok := m.misspell(short)
		assert.False(t, ok, short)
	}
}

func TestACompoundIsParted(t *testing.T) {
	m := newTestMaker(t)
	parted, ok := m.part("bookshelf")
	assert.True(t, ok)
	assert.Equal(t, "book shelf", parted)
	_, ok = m.part("grinder")
	assert.False(t, ok)
}

func TestAbbreviationsAreShorter(t *testing.T) {
	m := newTestMaker(t)
	for range 50 {
		short, ok := m.abbreviate("stainless")
		assert.True(t, ok)
		assert.True(t, short == "stnlss" || len(short) >= 3 && short == "stainless"[:len(short)] && len(short) < 9, short)
	}
	_, ok := m.abbreviate("oak")
	assert.False(t, ok)
}

func TestAParaphraseIsNoWordOfTheProduct(t *testing.T) {
	m := newTestMaker(t)
	c := m.catalogue
	word := func(s string) word {
		term, _ := c.index.Lookup(s)
		return word{text: s, terms: []uint32{term}}
	}
	for range 20 {
		other, ok := m.paraphrase(word("lamp"), 0)
		assert.True(t, ok)
		assert.Contains(t, []string{"lantern", "torch"}, other, "towels are sold as well, and no lamps")
		other, ok = m.paraphrase(word("white"), 1)
		assert.True(t, ok)
		assert.Equal(t, "ivory", other)
	}
	_, ok := m.paraphrase(word("oak"), 6)
	assert.False(t, ok, "nothing is like it")
	m.options.Neighbours = nil
	_, ok = m.paraphrase(word("lamp"), 0)
	assert.False(t, ok)
}

func TestJoinedWordsLoseTheirBlank(t *testing.T) {
	m := newTestMaker(t)
	m.catalogue.reader.read(3)
	words := m.catalogue.reader.fields[lexical.TitleField][1:3]
	typed, ok := m.spoil(words, 3, Joined)
	assert.True(t, ok)
	assert.Equal(t, "coffeegrinder", phrase(typed))
	assert.Equal(t, "coffee grinder", phrase(words), "the clean words stay")
	_, ok = m.spoil(words[:1], 3, Joined)
	assert.False(t, ok)
	_, ok = m.spoil(nil, 3, Dropped)
	assert.False(t, ok)
}
