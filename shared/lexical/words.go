package lexical

import "github.com/vitrine-search/vitrine/shared/bundle"

// A term is a stem and not always a word ("batteri"). For people, and for typing
// errors, which are made in words, every term keeps the word that most of its
// occurrences were written as.

// ending is what makes a word of a term: bytes to cut off its end, and what to
// put in their place. Most words are their terms, and few endings do for the
// others.
type ending struct {
	cut  int
	text string
}

// encodeWords writes the endings, in the order in which they are first needed,
// and the number of each term's.
func encodeWords(b *bundle.Builder, terms, words []string) {
	numbers := make(map[ending]uint32)
	of := make([]uint32, len(terms))
	var cuts []uint32
	var texts []string
	for i, term := range terms {
		n := sharedPrefix(term, words[i])
		e := ending{len(term) - n, words[i][n:]}
		number, known := numbers[e]
		if !known {
			number = uint32(len(numbers))
			numbers[e] = number
			cuts, texts = append(cuts, uint32(e.cut)), append(texts, e.text)
		}
		of[i] = number
	}
	b.Uints("words", of)
	b.Uints("endings.cut", cuts)
	b.Strings("endings", texts)
}

// words are the words of all terms, not spelt out until they are asked for.
type words struct {
	endings []ending
	// of (terms) is the number of each term's ending.
	of []uint32
}

func decodeWords(p *bundle.Part, terms []string) words {
	w := words{of: p.Uints("words")}
	cuts, texts := p.Uints("endings.cut"), p.Strings("endings")
	if len(w.of) != len(terms) || len(cuts) != texts.Len() {
		p.Fail("has not one word for each term")
		return w
	}
	for i, cut := range cuts {
		w.endings = append(w.endings, ending{int(cut), texts.At(i)})
	}
	for i, n := range w.of {
		if int(n) >= len(w.endings) || w.endings[n].cut > len(terms[i]) {
			p.Fail("has words that do not fit its terms")
			return w
		}
	}
	return w
}

// parts returns how much of the term the word keeps, and what follows it.
func (w words) parts(term uint32, length int) (kept int, text string) {
	e := w.endings[w.of[term]]
	return length - e.cut, e.text
}

// Word returns the word that stands for a term: the one that most of its
// occurrences were written as, folded.
func (x *Index) Word(term uint32) string {
	kept, text := x.words.parts(term, len(x.terms[term]))
	return x.terms[term][:kept] + text
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
