package train

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
	"github.com/vitrine-search/vitrine/shared/text"
)

type item = lexicaltest.Item

var english = text.New(text.Options{Language: "en", StopWords: []string{"for", "with", "of", "the", "a"}})

func index(t testing.TB, items ...item) *lexical.Index {
	t.Helper()
	return lexicaltest.Of(t, english, items...)
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
