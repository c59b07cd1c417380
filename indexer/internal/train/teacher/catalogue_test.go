package teacher

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// openTitles returns the index of products that have only titles.
func openTitles(t *testing.T, analyzer *text.Analyzer, titles []string) *lexical.Index {
	t.Helper()
	word := map[string]string{}
	for _, title := range titles {
		for _, token := range analyzer.Analyze(title) {
			word[token.Term] = max(word[token.Term], token.Word)
		}
	}
	var terms, words []string
	for term := range word {
		terms = append(terms, term)
	}
	slices.Sort(terms)
	for _, term := range terms {
		words = append(words, word[term])
	}
	var tokens []lexical.Token
	for doc, title := range titles {
		for _, token := range analyzer.Analyze(title) {
			tokens = append(tokens, lexical.Token{Doc: uint32(doc), Position: uint32(token.Position), Term: uint32(slices.Index(terms, token.Term))})
		}
	}
	data, err := writer.Encode(lexical.Encode(len(titles), terms, words, tokens))
	require.NoError(t, err)
	part, err := bundle.OpenPart("lexicon.mp", bundle.PartLexicon, data)
	require.NoError(t, err)
	x, err := lexical.Open(part, product.BM25{K1: 1, B: 0.6})
	require.NoError(t, err)
	return x
}

func TestRead(t *testing.T) {
	analyzer := text.New(text.Options{Language: "en"})
	titles := []string{"Rechargeable batteries, batteries 2024", "Battery lamps USB3", "Lamp mp3 QX7731", "USB3 batteries 2024", "MP3 player"}
	c := Read(openTitles(t, analyzer, titles), analyzer, titles)

	// Words as people write them, the most frequent first; years and the names of
	// models are left out.
	assert.Equal(t, "battery", c.Words[0])
	assert.Contains(t, c.Words, "lamps")
	for _, no := range []string{"2024", "qx7731", "batteri"} {
		assert.NotContains(t, c.Words, no)
	}
	assert.Subset(t, c.Words, []string{"usb3", "mp3", "player"})

	require.Len(t, c.Titles, len(titles))
	spell := func(title Title) (words []string) {
		for _, number := range title.Words {
			words = append(words, c.Words[number])
		}
		return words
	}
	assert.Equal(t, titles[0], c.Titles[0].Text)
	assert.Equal(t, []string{"rechargeable", "battery"}, spell(c.Titles[0]), "each word once")
	assert.Equal(t, []string{"battery", "lamps", "usb3"}, spell(c.Titles[1]))
	assert.Equal(t, []string{"lamps", "mp3"}, spell(c.Titles[2]))
	require.NoError(t, c.check())

	assert.Equal(t, Catalogue{}, Read(openTitles(t, analyzer, nil), analyzer, nil))
}
