package query

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is made of.
type kind uint8

const (
	// word is letters that are not Han, in lower case.
	word kind = iota
	number
	// han is one Han character.
	han
	// sign is one character of any other kind.
	sign
)

// token is a word, a number or a sign of a text.
type token struct {
	Span
	kind kind
	// text is folded as foldRune does; a number has its value.
	text  string
	value float64
	// apart says that white space or the text's start is before it.
	apart bool
	// taken says that the token has been given a meaning.
	taken bool
}

// scan cuts a text into tokens.
func scan(text string) []token {
	var tokens []token
	apart := true
	for i := 0; i < len(text); {
		r, size := foldRune(text[i:])
		t := token{Span: Span{Start: i, End: i + size}, apart: apart, kind: sign}
		apart = unicode.IsSpace(r)
		switch {
		case apart:
			i += size
			continue
		case isDigit(r):
			t.kind = number
			t.End, t.value = scanNumber(text, i)
		case unicode.Is(unicode.Han, r):
			t.kind = han
		case unicode.IsLetter(r):
			t.kind = word
			t.End = scanWord(text, i)
		}
		t.text = folded(t.In(text))
		tokens = append(tokens, t)
		i = t.End
	}
	return tokens
}

// foldRune returns the plain form of the character that begins a text, and its
// length: lower case, without width, and one dash and one tilde for all.
func foldRune(text string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(text)
	return plain(r), size
}

func plain(r rune) rune {
	switch {
	case 0xff01 <= r && r <= 0xff5e:
		r -= 0xfee0
	case 0x2010 <= r && r <= 0x2015, r == 0x2212:
		return '-'
	case r == '〜':
		return '~'
	case r == '￥':
		return '¥'
	case r == '￡':
		return '£'
	}
	return unicode.ToLower(r)
}

func folded(text string) string { return strings.Map(plain, text) }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// scanWord returns where the letters and marks from i on end.
func scanWord(text string, i int) int {
	for i < len(text) {
		r, size := foldRune(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || unicode.Is(unicode.Han, r) {
			break
		}
		i += size
	}
	return i
}

// scanNumber returns the number from i on and where it ends: digits, groups of
// three behind commas, and a point or a comma before the last one or two digits.
// It is infinite where it is larger than any float.
func scanNumber(text string, i int) (end int, value float64) {
	end, run := digits(text, i)
	var plain strings.Builder
	plain.WriteString(run)
	for grouped := len(run) <= 3; grouped; {
		next, group := fraction(text, end, ',')
		if grouped = len(group) == 3; grouped {
			plain.WriteString(group)
			end = next
		}
	}
	for _, point := range []rune{'.', ','} {
		if next, part := fraction(text, end, point); part != "" && (point == '.' || len(part) <= 2) {
			plain.WriteString("." + part)
			end = next
			break
		}
	}
	// The only error is that of the range, and it comes with the infinity.
	value, _ = strconv.ParseFloat(plain.String(), 64)
	return end, value
}

// fraction returns the digits behind a separator at i, and where they end.
func fraction(text string, i int, separator rune) (end int, run string) {
	if i >= len(text) {
		return i, ""
	}
	if r, size := foldRune(text[i:]); r == separator {
		return digits(text, i+size)
	}
	return i, ""
}

// digits returns the digits from i on and where they end.
func digits(text string, i int) (end int, run string) {
	var out []byte
	for i < len(text) {
		r, size := foldRune(text[i:])
		if !isDigit(r) {
			break
		}
		out = append(out, byte(r))
		i += size
	}
	return i, string(out)
}
