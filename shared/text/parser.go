package text

import "sync"

// parser reads the atoms of one text from left to right and emits its tokens.
type parser struct {
	*Analyzer
	folded
	*scratch
	query bool
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
	// dropped says that a stop word of a text without spaces was left out,
	// keepStop that none may be.
	dropped, keepStop bool
}

// scratch is the memory of a parser that the next one can use.
type scratch struct {
	atoms []atom
	parts []part
	steps []step
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func newParser(a *Analyzer, s string, query bool) *parser {
	p := &parser{Analyzer: a, folded: a.fold(s), query: query, scratch: scratches.Get().(*scratch)}
	p.atoms = appendAtoms(p.atoms[:0], p.text)
	if len(p.atoms) > 0 {
		p.tokens = make([]Token, 0, len(p.atoms)+len(p.atoms)/4+1)
	}
	return p
}

func (p *parser) release() {
	// The parts point into the text, which must not outlive its tokens.
	clear(p.parts[:cap(p.parts)])
	scratches.Put(p.scratch)
}

// chunk reads what one word or number begins.
func (p *parser) chunk() {
	first := p.i
	p.separate(p.text[p.consumed:p.atoms[first].start])
	switch p.atoms[first].kind {
	case ideographs:
		p.run(p.atoms[first].start, p.atoms[first].end)
		p.i++
	case hangul:
		p.bigrams(p.atoms[first].start, p.atoms[first].end)
		p.i++
	default:
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
