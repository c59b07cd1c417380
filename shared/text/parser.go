package text

import (
	"strings"
	"sync"
)

// parser reads the atoms of one text from left to right and emits its tokens.
type parser struct {
	*Analyzer
	folded
	query bool
	atoms []atom
	// i is the next atom to be read.
	i      int
	tokens []Token
	// position is that of the last word.
	position int
	// quoted says that a quotation mark is open: the next one after a number
	// closes it and is no inch.
	quoted bool
	// before are the atoms of the last word or code that the next may be joined to.
	before part
	// consumed is where the part of the text ends that has been read.
	consumed int
	// words holds the parts of the compound being read.
	words []part
}

var atomPool = sync.Pool{New: func() any { return new([]atom) }}

func newParser(a *Analyzer, s string, query bool) *parser {
	p := &parser{Analyzer: a, folded: fold(s), query: query}
	p.atoms = appendAtoms((*atomPool.Get().(*[]atom))[:0], p.text)
	if len(p.atoms) > 0 {
		p.tokens = make([]Token, 0, len(p.atoms)+len(p.atoms)/4+1)
	}
	return p
}

func (p *parser) release() {
	atomPool.Put(&p.atoms)
}

// of returns the text of an atom.
func (p *parser) of(i int) string {
	return p.text[p.atoms[i].start:p.atoms[i].end]
}

// between returns what separates atom i from the atom before it, from the text's
// start for the first and to its end for one after the last.
func (p *parser) between(i int) string {
	start, end := 0, len(p.text)
	if i > 0 {
		start = p.atoms[i-1].end
	}
	if i < len(p.atoms) {
		end = p.atoms[i].start
	}
	return p.text[start:end]
}

// is reports whether atom i exists and is of the kind.
func (p *parser) is(i int, k kind) bool {
	return 0 <= i && i < len(p.atoms) && p.atoms[i].kind == k
}

// chunk reads what one word or number begins.
func (p *parser) chunk() {
	first := p.i
	p.separate(p.text[p.consumed:p.atoms[first].start])
	if k := p.atoms[first].kind; k == ideographs || k == hangul {
		p.bigrams(p.atoms[first].start, p.atoms[first].end)
		p.i++
	} else {
		end := first + 1
		for end < len(p.atoms) && p.joined(end) {
			end++
		}
		p.read(first, end)
	}
	if p.before.end <= first {
		p.before = part{}
	}
	p.consumed = max(p.consumed, p.atoms[p.i-1].end)
}

// separate takes note of what a separator says beyond separating.
func (p *parser) separate(s string) {
	for j := range len(s) {
		switch s[j] {
		case '\n':
			// The gap that keeps phrases within one value.
			if p.position > 0 {
				p.position++
			}
			p.quoted, p.before = false, part{}
		case '"':
			p.quoted = !p.quoted
		}
	}
}

// joined reports whether atom i is written in one with the atom before it.
func (p *parser) joined(i int) bool {
	before, this := p.atoms[i-1], p.atoms[i]
	if this.kind > digits || before.kind > digits {
		return false
	}
	gap := p.text[before.end:this.start]
	switch gap {
	case "", "-", "_":
		return true
	case "'":
		return this.kind == letters && (before.kind == letters || p.of(i) == "s")
	case "&":
		return before.kind == letters && this.kind == letters
	case ".":
		if this.kind == digits {
			return true
		}
		// An acronym; elsewhere a sentence ends without a space after it.
		return before.kind == letters && p.single(i-1) && p.single(i)
	case ",":
		return before.kind == digits && this.kind == digits
	case "/":
		return p.isFraction(i - 1)
	case "*":
		// "20*30cm"
		return before.kind == digits && this.kind == digits
	}
	return false
}

// single reports whether atom i is one letter or digit.
func (p *parser) single(i int) bool {
	return p.atoms[i].end-p.atoms[i].start == 1
}

// read parses the atoms from first to end, which are written in one.
func (p *parser) read(first, end int) {
	hasLetters, hasDigits := p.kinds(first, end)
	switch {
	case p.isSeveralInOne(first, end):
		p.code(first, first+3)
	case !hasDigits:
		p.compound(first, end)
	case !hasLetters:
		p.numbers(first, end)
	default:
		p.mixed(first, end)
	}
}

// emit adds a token for atoms first to end at the current position.
func (p *parser) emit(term, word string, first, end int) {
	p.emitSpan(term, word, p.atoms[first].start, p.atoms[end-1].end)
}

func (p *parser) emitSpan(term, word string, start, end int) {
	if len(word) > maxWord {
		return
	}
	start, end = p.span(start, end)
	p.tokens = append(p.tokens, Token{Term: term, Word: word, Start: start, End: end, Position: p.position})
}

// word emits a word that was made from atoms first to end, or leaves its gap if
// it is a stop word.
func (p *parser) word(word string, first, end int) {
	p.position++
	if !p.isStop(first, end) {
		p.form(word, first, end)
		return
	}
	if p.query && end == len(p.atoms) && p.atoms[end-1].end == len(p.text) {
		p.emit(word, word, first, end)
		p.tokens[len(p.tokens)-1].Stop = true
	}
}

// maxWord bounds the bytes of a word: what is longer is no word, and stemming it
// could take a time that is quadratic in its length.
const maxWord = 255

// form emits a stemmed word at the current position.
func (p *parser) form(word string, first, end int) {
	if len(word) > maxWord {
		return
	}
	if p.language.normalise != nil {
		word = p.language.normalise(word)
	}
	p.emit(p.stem(word), word, first, end)
}

// isStop reports whether atoms first to end are a stop word, as it is written.
func (p *parser) isStop(first, end int) bool {
	return p.stop[p.text[p.atoms[first].start:p.atoms[end-1].end]]
}

// join returns the texts of the atoms from first to end without what separates
// them.
func (p *parser) join(first, end int) string {
	if p.atoms[end-1].end-p.atoms[first].start == p.length(first, end) {
		return p.text[p.atoms[first].start:p.atoms[end-1].end]
	}
	var b strings.Builder
	for j := first; j < end; j++ {
		b.WriteString(p.of(j))
	}
	return b.String()
}

// length is the number of bytes in the atoms from first to end.
func (p *parser) length(first, end int) int {
	n := 0
	for j := first; j < end; j++ {
		n += p.atoms[j].end - p.atoms[j].start
	}
	return n
}
