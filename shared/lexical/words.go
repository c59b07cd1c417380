package lexical

import "github.com/vitrine-search/vitrine/shared/bundle"

// A term is a stem and not always a word ("batteri"). For people, and for typing
// errors, which are made in words, every term keeps the word that most of its
// occurrences were written as.

// encodeWords writes each word as how many bytes of its term to cut off and what
// to put in their place: nothing for most.
func encodeWords(b *bundle.Builder, terms, words []string) {
	cuts := make([]uint32, len(terms))
	endings := make([]string, len(terms))
	for i, term := range terms {
		n := sharedPrefix(term, words[i])
		cuts[i], endings[i] = uint32(len(term)-n), words[i][n:]
	}
	b.Uints("words.cuts", cuts)
	b.Strings("words", endings)
}

// words are the words of all terms, not spelt out until they are asked for.
type words struct {
	cuts    []uint32
	endings bundle.Strings
}

func decodeWords(p *bundle.Part, terms []string) words {
	w := words{cuts: p.Uints("words.cuts"), endings: p.Strings("words")}
	if len(w.cuts) != len(terms) || w.endings.Len() != len(terms) {
		p.Fail("has not one word for each term")
		return w
	}
	for i, cut := range w.cuts {
		if int(cut) > len(terms[i]) {
			p.Fail("has words that do not fit its terms")
			return w
		}
	}
	return w
}

// parts returns how much of the term the word keeps, and what follows it.
func (w words) parts(term uint32, length int) (kept int, ending string) {
	return length - int(w.cuts[term]), w.endings.At(int(term))
}

// Word returns the word that stands for a term: the one that most of its
// occurrences were written as, folded.
func (x *Index) Word(term uint32) string {
	kept, ending := x.words.parts(term, len(x.terms[term]))
	return x.terms[term][:kept] + ending
}

// sharedPrefix returns how many bytes two strings have in common at their
// beginning.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
