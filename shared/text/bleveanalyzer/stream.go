package bleveanalyzer

import (
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/vitrine-search/vitrine/shared/text"
)

// analyzer is one of text.Analyzer's two ways of reading, as bleve wants it.
type analyzer struct {
	analyze func(string) []text.Token
}

// Analyze returns the tokens of a field's value.
func (a *analyzer) Analyze(input []byte) analysis.TokenStream {
	tokens := a.analyze(string(input))
	length := 0
	for i := range tokens {
		length += len(tokens[i].Term)
	}
	// Two allocations for all tokens: a catalogue has a million of them.
	terms := make([]byte, 0, length)
	stream := make(analysis.TokenStream, len(tokens))
	out := make([]analysis.Token, len(tokens))
	for i := range tokens {
		t := &tokens[i]
		from := len(terms)
		terms = append(terms, t.Term...)
		out[i] = analysis.Token{
			Term:     terms[from:len(terms):len(terms)],
			Start:    t.Start,
			End:      t.End,
			Position: t.Position,
			Type:     typeOf(t.Term),
		}
		stream[i] = &out[i]
	}
	return stream
}

// typeOf returns the type that bleve's own tokenizers would give to the term.
func typeOf(term string) analysis.TokenType {
	first, size := utf8.DecodeRuneInString(term)
	switch {
	case unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		if size == len(term) {
			return analysis.Single
		}
		return analysis.Double
	case isNumber(term):
		return analysis.Numeric
	}
	return analysis.AlphaNumeric
}

func isNumber(term string) bool {
	for i := range len(term) {
		if c := term[i]; c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return term != ""
}
