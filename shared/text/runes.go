package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// spelledOut returns how people also write a lower-case letter that Unicode does
// not decompose, or "".
func spelledOut(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	case 'ł':
		return "l"
	case 'ŋ':
		return "n"
	case 'ŧ':
		return "t"
	case 'ĸ':
		return "k"
	case 'ƒ':
		return "f"
	}
	return ""
}

// punctuation returns the plain form of typographic punctuation, or 0. It comes
// before NFKC, which would take some of it apart (″ into two primes, ´ into a
// space and a mark).
func punctuation(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʹ', 'ʼ', 'ʻ', '´', '＇':
		return '\''
	case '“', '”', '„', '‟', '″', '＂':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－':
		return '-'
	case '⁄', '∕':
		return '/'
	case '×':
		return 'x'
	case '™', '℠', '®', '©', '\u200b':
		// "Sony™" is "Sony", not "SonyTM".
		return ' '
	}
	return 0
}

// foldRune returns the plain form of a lower-case character.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case r == 'ς':
		return 'σ'
	case r == 'ё':
		return 'е'
	case unicode.Is(unicode.Latin, r), unicode.Is(unicode.Greek, r):
		var encoded [utf8.UTFMax]byte
		n := utf8.EncodeRune(encoded[:], r)
		if d := norm.NFD.Properties(encoded[:n]).Decomposition(); d != nil {
			r, _ = utf8.DecodeRune(d)
		}
	case unicode.Is(unicode.Nd, r):
		return foldDigit(r)
	}
	return r
}

// isAccent reports whether r is a mark that is left loose by NFKC and that no
// reader types: of stress, of tone, or part of a letter that foldRune strips
// anyway. Marks that make another letter have composed: Cyrillic й and ї, and
// kana with their voice marks, which are not among these.
func isAccent(r rune) bool {
	return 0x300 <= r && r <= 0x36f
}

// isIgnorable reports whether r is invisible, or is a reading aid that readers
// of its script leave out: tatweel, Arabic vowel points and Hebrew points.
func isIgnorable(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x61c, r == 0x640, r == 0x670, r == 0xfeff, r == 0x20e3:
		return true
	}
	return 0x200c <= r && r <= 0x200f || 0x202a <= r && r <= 0x202e ||
		0x2060 <= r && r <= 0x2069 || 0xfe00 <= r && r <= 0xfe0f ||
		0xe0100 <= r && r <= 0xe01ef ||
		0x64b <= r && r <= 0x652 || 0x591 <= r && r <= 0x5c7 && r != 0x5be && r != 0x5c0 && r != 0x5c3 && r != 0x5c6
}

// foldDigit returns the ASCII digit of a decimal digit of any script; Unicode
// keeps them in runs of ten, and table ranges may join several runs.
func foldDigit(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	return r
}

// isFraction reports whether r is a fraction in one character, such as ½.
func isFraction(r rune) bool {
	return 0xbc <= r && r <= 0xbe || 0x2150 <= r && r <= 0x215e || r == 0x2189
}

// isIdeograph reports whether r is a Han character outside the compatibility
// blocks.
func isIdeograph(r rune) bool {
	return 0x4e00 <= r && r <= 0x9fff || 0x3400 <= r && r <= 0x4dbf || 0x20000 <= r && r <= 0x2f7ff
}

// isHanOrKana reports whether r is written without spaces between words.
func isHanOrKana(r rune) bool {
	return isIdeograph(r) || r == '々' || r == '〇' || r == 'ー' ||
		0x3041 <= r && r <= 0x309f || 0x30a1 <= r && r <= 0x30fa || 0x30fd <= r && r <= 0x30ff ||
		0x31f0 <= r && r <= 0x31ff || 0xf900 <= r && r <= 0xfaff || 0x30000 <= r && r <= 0x323af
}

func isHangul(r rune) bool {
	return 0xac00 <= r && r <= 0xd7a3 || 0x1100 <= r && r <= 0x11ff || 0x3131 <= r && r <= 0x318e
}

// IsCharacter reports whether a word is one character of those that are indexed in
// pairs: it is found wherever a pair begins with it.
func IsCharacter(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size > 0 && size == len(word) && (isHanOrKana(r) || isHangul(r))
}
