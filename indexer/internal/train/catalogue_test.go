package train

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// item is one product's text, by lexical.Fields.
type item [lexical.FieldCount]string

var english = text.New(text.Options{Language: "en", StopWords: []string{"for", "with", "of", "the", "a"}})

// index compiles the items.
func index(t testing.TB, items ...item) *lexical.Index {
	t.Helper()
	numbers := map[string]uint32{}
	for _, it := range items {
		for _, s := range it {
			for _, token := range english.Analyze(s) {
				numbers[token.Term] = 0
			}
		}
	}
	var terms []string
	for term := range numbers {
		terms = append(terms, term)
	}
	slices.Sort(terms)
	for i, term := range terms {
		numbers[term] = uint32(i)
	}
	var tokens []lexical.Token
	for doc, it := range items {
		for field, s := range it {
			for _, token := range english.Analyze(s) {
				tokens = append(tokens, lexical.Token{
					Doc: uint32(doc), Field: uint32(field), Position: uint32(token.Position), Term: numbers[token.Term],
				})
			}
		}
	}
	data, err := writer.Encode(lexical.Encode(len(items), terms, terms, tokens))
	require.NoError(t, err)
	p, err := bundle.OpenPart("lexicon.mp", bundle.PartLexicon, data)
	require.NoError(t, err)
	x, err := lexical.Open(p, product.BM25{K1: 1, B: 0.6})
	require.NoError(t, err)
	return x
}

// kinds are what a made-up shop sells: of each a name, and words that only its
// descriptions have.
var kinds = []struct{ name, category, words string }{
	{"desk lamp", "Lighting", "bright reading light bulb glow evening"},
	{"floor lamp", "Lighting", "tall light bulb warm glow corner"},
	{"office chair", "Seating", "swivel back support sit long hours"},
	{"dining chair", "Seating", "wooden legs sit table meal guests"},
	{"coffee mug", "Kitchen", "drink hot handle ceramic morning cup"},
	{"tea pot", "Kitchen", "pour hot brew ceramic spout drink"},
	{"garden hose", "Garden", "water lawn spray tap reel summer"},
	{"plant pot", "Garden", "soil leaves drain terracotta grow window"},
}

// shop returns n items, kind by kind, as the indexer orders them.
func shop(n int) []item {
	colours := []string{"red", "blue", "green", "black", "white"}
	var items []item
	for k, kind := range kinds {
		words := strings.Fields(kind.words)
		for i := range (n + len(kinds) - 1 - k) / len(kinds) {
			described := fmt.Sprintf("the %s %s with %s and %s, %s", words[i%6], words[(i+1)%6], words[(i+2)%6], words[(i+3)%6], words[(i+4)%6])
			items = append(items, item{
				colours[i%5] + " " + kind.name, fmt.Sprintf("brand%d", i%7), kind.category, colours[i%5], described,
			})
		}
	}
	return items
}
