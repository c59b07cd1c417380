package engine

import (
	"strings"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// typedPart returns the part of a text that the typed key is the key of: at its
// beginning, or else at the beginning of a later word. It is in bytes, and nil if
// there is none.
func (e *Engine) typedPart(text, typed string) []wire.Range {
	typed = strings.TrimSuffix(typed, " ")
	for start := 0; start < len(text); start = nextWord(text, start) {
		if n := e.lengthTyped(text[start:], typed); n > 0 {
			return []wire.Range{{Start: start, End: start + n}}
		}
	}
	return nil
}

// nextWord returns where a word may begin after the given place: after a space or
// a hyphen, or at any character that is not ASCII.
func nextWord(text string, at int) int {
	_, size := utf8.DecodeRuneInString(text[at:])
	for at += size; at < len(text); at++ {
		if text[at] >= utf8.RuneSelf && utf8.RuneStart(text[at]) || strings.IndexByte(" -_/", text[at-1]) >= 0 {
			return at
		}
	}
	return at
}

// lengthTyped returns the length of the shortest beginning of the text whose key
// begins with what was typed, 0 if there is none.
func (e *Engine) lengthTyped(text, typed string) int {
	if !strings.HasPrefix(e.suggestionKey(text), typed) {
		return 0
	}
	for end := range text {
		if end >= len(typed) && strings.HasPrefix(e.suggestionKey(text[:end]), typed) {
			return end
		}
	}
	return len(text)
}
