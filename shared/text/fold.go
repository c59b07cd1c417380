package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text without case, accents and typographic variety, and where each
// of its bytes comes from.
type folded struct {
	text string
	// starts and ends give, for every byte of text, the bounds in the original
	// of the character that it was made from. They are nil where the original is
	// ASCII: then every byte comes from the byte in its own place.
	starts, ends []int32
}

// span returns the bounds in the original of text[start:end].
func (f *folded) span(start, end int) (int, int) {
	if f.starts == nil || start >= end {
		return start, end
	}
	return int(f.starts[start]), int(f.ends[end-1])
}

// fold normalises to NFKC, lower-cases, strips the accents of the scripts whose
// readers leave them out when they type, and puts the standard character for each
// variant. What it returns is ASCII, or valid UTF-8 whatever s is.
func fold(s string, variants map[rune]rune) folded {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return foldUnicode(s, variants)
		}
	}
	return folded{text: strings.ToLower(s)}
}

func foldUnicode(s string, variants map[rune]rune) folded {
	w := foldWriter{
		variants: variants,
		out:      make([]byte, 0, len(s)+8),
		starts:   make([]int32, 0, len(s)+8),
		ends:     make([]int32, 0, len(s)+8),
	}
	var composed []byte
	for w.to < len(s) {
		w.from = w.to
		r, size := utf8.DecodeRuneInString(s[w.from:])
		w.to += size
		switch plain := punctuation(r); {
		case r < utf8.RuneSelf:
			w.rune(r)
		case r == utf8.RuneError && size == 1:
			w.write(' ')
		case plain != 0:
			w.write(plain)
		case isIdeograph(r):
			// They neither decompose nor compose.
			w.write(w.standard(r))
		case isFraction(r):
			w.fraction(r)
		default:
			// At least one character, with the marks that belong to it.
			w.to = w.from + max(size, norm.NFKC.NextBoundaryInString(s[w.from:], true))
			composed = norm.NFKC.AppendString(composed[:0], s[w.from:w.to])
			for b := composed; len(b) > 0; {
				r, n := utf8.DecodeRune(b)
				w.rune(r)
				b = b[n:]
			}
		}
	}
	return folded{text: string(w.out), starts: w.starts, ends: w.ends}
}

// foldWriter collects a folded text; from and to are the bounds in the original
// of the character at hand.
type foldWriter struct {
	out          []byte
	starts, ends []int32
	from, to     int
	variants     map[rune]rune
}

// rune folds one character of a text in NFKC and writes it.
func (w *foldWriter) rune(r rune) {
	if isAccent(r) || isIgnorable(r) {
		w.drop()
		return
	}
	if plain := punctuation(r); plain != 0 {
		r = plain
	}
	r = w.standard(foldRune(unicode.ToLower(r)))
	if s := spelledOut(r); s != "" {
		for _, r := range s {
			w.write(r)
		}
		return
	}
	w.write(r)
}

// fraction writes ½ as "1/2", and apart from a number before it: "1½" is "1 1/2".
func (w *foldWriter) fraction(r rune) {
	if n := len(w.out); n > 0 && isDigit(w.out[n-1]) {
		w.write(' ')
	}
	for _, r := range norm.NFKC.String(string(r)) {
		w.rune(r)
	}
}

func (w *foldWriter) write(r rune) {
	before := len(w.out)
	w.out = utf8.AppendRune(w.out, r)
	for range len(w.out) - before {
		w.starts = append(w.starts, int32(w.from))
		w.ends = append(w.ends, int32(w.to))
	}
}

// drop leaves the character at hand out and gives its bytes to the one before it,
// so that a highlight does not end inside an accented letter.
func (w *foldWriter) drop() {
	if n := len(w.ends); n > 0 && int(w.ends[n-1]) == w.from {
		w.ends[n-1] = int32(w.to)
	}
}
