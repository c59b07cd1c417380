package text

import "unicode/utf8"

// variantsOf returns the second character of each pair by its first, or nil if
// there are none.
func variantsOf(pairs string) map[rune]rune {
	if pairs == "" {
		return nil
	}
	variants := make(map[rune]rune, len(pairs)/len("後后"))
	for pairs != "" {
		variant, size := utf8.DecodeRuneInString(pairs)
		standard, next := utf8.DecodeRuneInString(pairs[size:])
		if next > 0 {
			variants[variant] = standard
		}
		pairs = pairs[size+next:]
	}
	return variants
}

// fold returns the text as the analyzer compares it.
func (a *Analyzer) fold(s string) folded { return fold(s, a.variants) }

// standard returns the character that stands for a variant, or r itself.
func (w *foldWriter) standard(r rune) rune {
	if s, ok := w.variants[r]; ok {
		return s
	}
	return r
}
