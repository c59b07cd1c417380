package suggestions

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Key turns a folded text into what beginnings are compared by: its words with
// one space between, whatever joined them, so that "usb-c hub" begins with "usb c".
func Key(folded string) string {
	return strings.Join(strings.FieldsFunc(folded, parts), " ")
}

func parts(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '/' }

// ASCIIKey returns the key of a text that is not folded yet, as Key does of it folded,
// and false if the text is not ASCII. Nearly all are, and their own keys already.
func ASCIIKey(text string) (key string, ok bool) {
	if isKey(text) {
		return text, true
	}
	var b []byte
	kept := 0 // how much of the text is its own key, or else in b
	before := separator
	for i := range len(text) {
		class := classes[text[i]]
		if class == lower || class == separator && before != separator && text[i] == ' ' {
			before = class
			continue
		}
		b = append(b, text[kept:i]...)
		kept = i + 1
		switch {
		case class == foreign:
			return "", false
		case class == upper:
			b = append(b, text[i]+'a'-'A')
		case before != separator:
			b = append(b, ' ')
		}
		before = class
	}
	b = append(b, text[kept:]...)
	if n := len(b); n > 0 && before == separator {
		b = b[:n-1]
	}
	return string(b), true
}

// isKey says whether a text of ASCII is its own key. It reads every suggestion when
// a bundle opens, so it goes from state to state without a branch.
func isKey(text string) bool {
	state := uint8(between)
	for i := range len(text) {
		state = steps[state&3][text[i]]
	}
	return state == within
}

// The states of isKey: a word may or must begin, a word goes on, or the text is no
// key.
const (
	between = iota
	within
	changed
)

var steps = func() (next [4][256]uint8) {
	for c, class := range classes {
		next[between][c], next[within][c], next[changed][c] = changed, changed, changed
		switch {
		case class == lower:
			next[between][c], next[within][c] = within, within
		case c == ' ':
			next[within][c] = between
		}
	}
	return next
}()

// class is what a character of a text becomes in the key.
type class uint8

const (
	lower     class = iota // itself
	upper                  // a letter of lower case
	separator              // a space, with those next to it
	foreign                // not ASCII: it depends on its neighbours
)

var classes = func() (of [256]class) {
	for c := range of {
		switch {
		case c >= utf8.RuneSelf:
			of[c] = foreign
		case 'A' <= c && c <= 'Z':
			of[c] = upper
		case parts(rune(c)) || unicode.IsSpace(rune(c)):
			of[c] = separator
		}
	}
	return of
}()
