package pseudo

import (
	"strings"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// word is a word as people type it.
type word struct {
	text string
	// terms are those that it is indexed by, the last of which stands for it: one,
	// or the pairs of characters of a Chinese word.
	terms []uint32
	// last says that something other than a word follows: a word that was dropped,
	// the end of a value, or of a run of Chinese characters.
	last bool
}

// key is the term that stands for the word.
func (w word) key() uint32 { return w.terms[len(w.terms)-1] }

// isRun says whether the word is made of characters that are written without blanks.
func (w word) isRun() bool {
	_, size := utf8.DecodeRuneInString(w.text)
	return text.IsCharacter(w.text[:size])
}

// beginsWithDigit says whether the word is a number, or one with a unit.
func (w word) beginsWithDigit() bool { return w.text != "" && '0' <= w.text[0] && w.text[0] <= '9' }

// isMeasure says whether the word is a number, a unit, or a letter that may be one.
func (w word) isMeasure() bool { return len(w.text) == 1 || w.beginsWithDigit() || text.IsUnit(w.text) }

// reader reads the words of products. Of several forms of one word it takes the
// first, which is also what a query has.
type reader struct {
	index    *lexical.Index
	analyzer *text.Analyzer
	// fields (lexical.Fields) are those of the product that was read last.
	fields [][]word
	// run is the run of characters that is being read, rest the second character of
	// its last pair.
	run  strings.Builder
	rest string
}

func newReader(index *lexical.Index, analyzer *text.Analyzer) *reader {
	return &reader{index: index, analyzer: analyzer, fields: make([][]word, len(lexical.Fields))}
}

// read reads a product. The words are valid until the next call.
func (r *reader) read(doc uint32) {
	for field := range r.fields {
		r.fields[field] = r.fields[field][:0]
	}
	field, position := 0, uint32(0)
	r.index.Walk(doc, func(f int, p, term uint32) {
		if f == field && p == position {
			return // a second form
		}
		if f != field || p != position+1 {
			r.end(field)
		}
		field, position = f, p
		r.add(f, term)
	})
	r.end(field)
}

// add adds a term to a field, or to the run of characters that it continues.
func (r *reader) add(field int, term uint32) {
	s := r.index.Term(term)
	_, size := utf8.DecodeRuneInString(s)
	first, second := s[:size], s[size:]
	if !text.IsCharacter(first) || second != "" && !text.IsCharacter(second) {
		r.cut(field)
		r.fields[field] = append(r.fields[field], word{text: r.index.Word(term), terms: []uint32{term}})
		return
	}
	if r.rest != first {
		r.cut(field)
	}
	r.run.WriteString(first)
	if r.rest = second; second == "" {
		r.cut(field)
	}
}

// end ends a value.
func (r *reader) end(field int) {
	r.cut(field)
	if words := r.fields[field]; len(words) > 0 {
		words[len(words)-1].last = true
	}
}

// cut adds the words of the run of characters. Characters that are no word of their
// own stay together, as in a query.
func (r *reader) cut(field int) {
	run := r.run.String() + r.rest
	r.run.Reset()
	if r.rest = ""; run == "" {
		return
	}
	const longest = 4 * utf8.UTFMax
	before := len(r.fields[field])
	unknown := ""
	flush := func() {
		r.addRun(field, unknown)
		unknown = ""
	}
	for _, w := range r.analyzer.Cut(run) {
		if text.IsCharacter(w) {
			if unknown += w; len(unknown) >= longest {
				flush()
			}
			continue
		}
		flush()
		r.addRun(field, w)
	}
	flush()
	if words := r.fields[field]; len(words) > before {
		words[len(words)-1].last = true
	}
}

// addRun adds a word of a run of characters by its pairs. A character by itself is
// hardly ever meant alone, and left out unless the index has it so.
func (r *reader) addRun(field int, w string) {
	if w == "" {
		return
	}
	added := word{text: w}
	_, size := utf8.DecodeRuneInString(w)
	for from := 0; from == 0 || from+size < len(w); {
		_, next := utf8.DecodeRuneInString(w[from+size:])
		term, ok := r.index.Lookup(w[from : from+size+next])
		if !ok {
			return
		}
		added.terms = append(added.terms, term)
		from, size = from+size, next
	}
	r.fields[field] = append(r.fields[field], added)
}
