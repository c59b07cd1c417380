package text

// mixed reads letters and digits that are written in one. Longer runs of letters
// are words of their own ("iphone15", "60-watt"); what is left between them are
// quantities, or codes: model and part numbers.
func (p *parser) mixed(first, end int) {
	from := first
	for j := first; j < end; j++ {
		if p.atoms[j].kind != letters || p.runes(j) < 4 {
			continue
		}
		p.piece(from, j)
		if p.i <= j {
			// It was not the unit of the number before it.
			p.word(p.of(j), j, j+1)
			p.i = j + 1
		}
		from = j + 1
	}
	p.piece(from, end)
}

// piece reads the atoms between the words of a mixed chunk.
func (p *parser) piece(first, end int) {
	first = max(first, p.i)
	if first >= end {
		return
	}
	hasLetters, hasDigits := p.kinds(first, end)
	switch {
	case !hasDigits:
		p.compound(first, end)
	case !hasLetters:
		p.numbers(first, end)
	case p.atoms[first].kind == digits && p.quantities(first, end):
	case end-first == 2 && p.atoms[first].kind == digits && p.isApart(end-1):
		p.numbers(first, end-1)
		p.word(p.of(end-1), end-1, end)
		p.i = end
	case p.isVersion(first, end):
		p.word(p.of(first), first, first+1)
		p.numbers(first+1, end)
	default:
		p.code(first, end)
	}
}

// isVersion reports whether atoms first to end are a name and the version of it,
// USB3.0, which stand as often with a space between them.
func (p *parser) isVersion(first, end int) bool {
	return end-first == 3 && p.is(first, letters) && p.runes(first) == 3 &&
		p.follows(end-1, ".") && p.single(end-2) && p.single(end-1)
}

// isApart reports whether the short word at atom i is one of its own after a
// number: "3-way", or, in a query that is still being typed, "60wa".
func (p *parser) isApart(i int) bool {
	if p.between(i) == "-" {
		return p.runes(i) == 3
	}
	return p.query && p.atoms[i].end == len(p.text) && p.runes(i) > 1 && isUnitPrefix(p.of(i))
}

// code emits a model number, AB-12.3, as one term without its punctuation, ab123,
// which every spelling of it shares. Analyze also emits the parts between the
// hyphens, since people search for a part; and AnalyzeQuery the whole alone,
// since the parts are short and mean nothing by themselves.
func (p *parser) code(first, end int) {
	p.joinBefore(first, end)
	p.position++
	whole := p.join(first, end)
	p.emit(whole, whole, first, end)
	p.before = part{text: whole, first: first, end: end, code: true}
	p.i = end
	if p.query {
		return
	}
	for from := first; from < end; {
		to := from + 1
		for to < end && !isPartBreak(p.between(to)) {
			to++
		}
		if to-from == end-first {
			return
		}
		if from == first {
			p.position--
		}
		p.part(from, to)
		from = to
	}
}

// isPartBreak reports whether a separator within a code divides its parts.
func isPartBreak(s string) bool {
	return s == "-" || s == "_" || s == " "
}

// isSeveralInOne reports whether the number from first to end begins "3 in 1",
// which is read as the code 3in1, as it is in its other spellings.
func (p *parser) isSeveralInOne(first, end int) bool {
	return end-first == 1 && p.is(first, digits) && p.is(end, letters) && p.between(end) == " " && p.isPreposition(end)
}

// part emits one part of a code as it would be emitted if it stood alone.
func (p *parser) part(first, end int) {
	hasLetters, hasDigits := p.kinds(first, end)
	if hasLetters && p.atoms[first].kind == digits && p.quantities(first, end) {
		return
	}
	p.position++
	word := p.join(first, end)
	switch {
	case hasDigits && hasLetters:
		p.emit(word, word, first, end)
	case hasDigits:
		if n := p.numberAt(first); n.end == end {
			word = n.value
		}
		p.emit(word, word, first, end)
	case !p.isStop(first, end):
		p.form(word, first, end)
	}
}
