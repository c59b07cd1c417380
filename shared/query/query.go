// Package query reads what a shopper's text says beyond its words: quoted
// phrases, words to leave out, and bounds on the price. README.md has the whole
// language with its reasons.
//
// The contract: Read looks at a text alone and asks its caller two questions
// about the catalogue (Options), so that every reading can be tested without
// one. Whatever it does not understand stays among the words, since a word that
// is searched in vain costs less than a wish that was never uttered. Offsets are
// those of the text in bytes, also in Query.Words, which has spaces where
// something was read. It takes a time linear in the text's length besides the
// questions, of which there are at most a few dozen.
package query

import "strings"

// Query is a text that was read.
type Query struct {
	// Words is the text with spaces in the place of exclusions and prices: as
	// long as the text, with every word in its own place.
	Words string
	// Phrases are what stands between quotation marks, which Words keeps.
	Phrases    []Span
	Exclusions []Exclusion
	// Values are those of fields that the text names, as in "size 38".
	Values []Value
	// Price is nil where the text bounds none.
	Price *Price
}

// Span is a half-open part of a text, [Start, End), in bytes.
type Span struct{ Start, End int }

// In returns the part of the text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Exclusion is what products must not have.
type Exclusion struct {
	// Span is what is excluded, Whole includes what says so.
	Span
	Whole Span
	// Spoken says that it was said in words ("without"), not with the operator
	// "-": products that say so themselves are meant, not excluded.
	Spoken bool
}

// Options are what Read must know besides the text. The zero value reads every
// exclusion and phrase, and no price.
type Options struct {
	// Stands says whether some product has the words of a text next to each
	// other, in order. It may be nil.
	Stands func(text string) bool
	// Sells says whether something costs from least to most (nil for an open
	// end), both included. Prices are read only if it is given.
	Sells func(least, most *float64) bool
	// Has returns the field of the products that is called so and has the value,
	// both in the spelling of the catalogue. It may be nil.
	Has func(name, value string) (Value, bool)
}

// Bounds on what one text may ask for. What is beyond them stays among the
// words.
const (
	maxPhrases    = 8
	maxExclusions = 8
)

// reader reads one text.
type reader struct {
	Options
	text   string
	tokens []token
	query  Query
	// blank are the parts that Words leaves out.
	blank []Span
}

// Read reads a text.
func Read(text string, options Options) Query {
	r := reader{Options: options, text: text, tokens: scan(text)}
	r.phrases()
	r.exclusions()
	if r.Has != nil {
		r.values()
	}
	if r.Sells != nil {
		r.price()
	}
	r.query.Words = blanked(text, r.blank)
	return r.query
}

// take gives the tokens of a part of the text a meaning, so that nothing else
// reads them.
func (r *reader) take(s Span) {
	for i := range r.tokens {
		if t := &r.tokens[i]; s.Start < t.End && t.Start < s.End {
			t.taken = true
		}
	}
}

// remove takes a part of the text and leaves it out of Words.
func (r *reader) remove(s Span) {
	r.take(s)
	r.blank = append(r.blank, s)
}

// stands asks whether the catalogue has a text; without a catalogue it has not.
func (r *reader) stands(s Span) bool { return r.Stands != nil && r.Stands(s.In(r.text)) }

// blanked returns the text with spaces for the bytes of the spans.
func blanked(text string, spans []Span) string {
	if len(spans) == 0 {
		return text
	}
	out := []byte(text)
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			out[i] = ' '
		}
	}
	return string(out)
}

// without returns the text without the spans and with single spaces where they
// were.
func without(text string, spans []Span) string {
	return strings.Join(strings.Fields(blanked(text, spans)), " ")
}
