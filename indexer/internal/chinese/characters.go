package chinese

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed characters.txt
var characters string

// variants returns all pairs of a Traditional character and the Simplified one
// that stands for it, back to back.
func variants() string {
	var pairs strings.Builder
	for line := range strings.Lines(characters) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") {
			pairs.WriteString(line)
		}
	}
	return pairs.String()
}

// variantsOf returns the pairs whose Simplified character is among those given:
// only with these can a Traditional character find anything.
func variantsOf(pairs string, simplified map[rune]bool) string {
	var kept strings.Builder
	for pairs != "" {
		_, first := utf8.DecodeRuneInString(pairs)
		r, second := utf8.DecodeRuneInString(pairs[first:])
		if simplified[r] {
			kept.WriteString(pairs[:first+second])
		}
		pairs = pairs[first+second:]
	}
	return kept.String()
}
