package text

import (
	"unicode"
	"unicode/utf8"
)

// kind is what an atom is made of.
type kind uint8

const (
	separator kind = iota
	letters
	digits
	// ideographs are Han characters and kana, hangul Korean syllables: both are
	// indexed by pairs.
	ideographs
	hangul
)

// atom is a run of characters of one kind in a folded text.
type atom struct {
	kind       kind
	start, end int
}

// appendAtoms cuts a folded text into atoms and drops what lies between them.
func appendAtoms(atoms []atom, text string) []atom {
	last := separator
	for i := 0; i < len(text); {
		k, size := asciiKinds[text[i]&0x7f], 1
		if text[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			k = kindOf(r, last)
		}
		switch k {
		case separator:
		case last:
			atoms[len(atoms)-1].end = i + size
		default:
			atoms = append(atoms, atom{kind: k, start: i, end: i + size})
		}
		last = k
		i += size
	}
	return atoms
}

// kindOf classifies a character beyond ASCII; a mark is of the kind before it.
func kindOf(r rune, last kind) kind {
	switch {
	case isHanOrKana(r):
		return ideographs
	case isHangul(r):
		return hangul
	case unicode.IsLetter(r):
		return letters
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Mc, r):
		return last
	}
	return separator
}

var asciiKinds = func() (kinds [utf8.RuneSelf]kind) {
	for c := '0'; c <= '9'; c++ {
		kinds[c] = digits
	}
	for c := 'a'; c <= 'z'; c++ {
		kinds[c] = letters
	}
	return kinds
}()

func isDigit(c byte) bool {
	return '0' <= c && c <= '9'
}
