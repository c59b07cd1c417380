package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotations are the marks that open a phrase, and for each those that close it.
// A straight mark, a curly one and their wide forms may be mixed, since keyboards
// and phones mix them.
var quotations = []struct{ open, shut string }{
	{"\"“„‟＂", "\"”“＂"},
	{"«", "»"},
	{"‹", "›"},
	{"「", "」"},
	{"『", "』"},
}

// phrases reads what stands between quotation marks. A mark behind a digit is an
// inch, and one without its partner is still being typed: neither begins a
// phrase.
func (r *reader) phrases() {
	var unclosed [8]bool
	for i := 0; i < len(r.text) && len(r.query.Phrases) < maxPhrases; {
		first, size := utf8.DecodeRuneInString(r.text[i:])
		k := opening(first)
		if k < 0 || unclosed[k] || k == 0 && !r.opens(i, size) {
			i += size
			continue
		}
		end, after := r.closing(i+size, k)
		if end < 0 {
			unclosed[k] = true
			i += size
			continue
		}
		if content := (Span{i + size, end}); hasWord(content.In(r.text)) {
			r.query.Phrases = append(r.query.Phrases, content)
			r.take(content)
		}
		i = after
	}
}

// opening returns which of the quotations a mark opens, -1 for none.
func opening(mark rune) int {
	for k := range quotations {
		if strings.ContainsRune(quotations[k].open, mark) && mark != utf8.RuneError {
			return k
		}
	}
	return -1
}

// opens says whether a mark that also closes, or is an inch, may open a phrase:
// not behind a letter or a digit, and not before a space.
func (r *reader) opens(i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(r.text[:i])
	after, _ := utf8.DecodeRuneInString(r.text[i+size:])
	return !isAlphanumeric(before) && !unicode.IsSpace(after)
}

// closing returns where the partner of a mark of quotation k begins and ends, -1
// if it has none.
func (r *reader) closing(from, k int) (start, end int) {
	for i := from; i < len(r.text); {
		mark, size := utf8.DecodeRuneInString(r.text[i:])
		if strings.ContainsRune(quotations[k].shut, mark) && mark != utf8.RuneError {
			after, _ := utf8.DecodeRuneInString(r.text[i+size:])
			if k != 0 || i+size == len(r.text) || !isAlphanumeric(after) {
				return i, i + size
			}
		}
		i += size
	}
	return -1, -1
}

// isAlphanumeric reports whether r is a letter or digit of a script that puts
// spaces between its words.
func isAlphanumeric(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

func hasWord(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
