package text

import "strings"

// quantity emits the number at atom i and the unit after it, and returns the
// next atom to be read.
func (p *parser) quantity(i int) int {
	n := p.numberAt(i)
	start := p.atoms[i].start
	if n.end == i+1 && p.isLeadingPoint(i) {
		n.value = decimal("0", n.value)
		start--
	}
	p.position++
	p.emitSpan(n.value, n.value, start, p.atoms[n.end-1].end)
	return p.unit(n.end)
}

// isLeadingPoint reports whether a number is written as .5 is.
func (p *parser) isLeadingPoint(i int) bool {
	gap := p.between(i)
	return strings.HasSuffix(gap, ".") && (len(gap) > 1 || i == 0) && !strings.HasSuffix(gap, "..")
}

// unit emits the unit that follows the number before atom i, if one does, and
// returns the next atom to be read.
func (p *parser) unit(i int) int {
	gap := p.between(i)
	start := p.atoms[i-1].end
	if name, from, to := p.sign(gap, i); to > 0 {
		p.position++
		p.emitSpan(name, name, start+from, start+to)
		p.consumed = start + to
		return i
	}
	if gap == "" && p.is(i, ideographs) && p.hanUnit(i) {
		return i + 1
	}
	if !p.is(i, letters) || gap != "" && gap != " " && gap != "-" {
		return i
	}
	if size := sizeWord(p.of(i)); size != "" && p.isUnitWord(i+1) {
		p.position++
		p.form(size, i, i+1)
		i++
	}
	word := p.of(i)
	name, ok := unitAfter(word, gap == "")
	if !ok || p.isPreposition(i) {
		return i
	}
	end := i + 1
	if p.isPower(end) {
		name += p.of(end)
		end++
	}
	if gap == " " && end < len(p.atoms) && p.joined(end) {
		// "5 l-shaped desks"
		return i
	}
	p.position++
	if p.query && p.atoms[end-1].end == len(p.text) {
		// It may be the beginning of another word.
		p.emit(name, p.join(i, end), i, end)
	} else {
		p.emit(name, name, i, end)
	}
	return end
}

// isUnitWord reports whether atom i is a unit that continues another: square
// feet, sq. ft., fl oz.
func (p *parser) isUnitWord(i int) bool {
	if !p.is(i, letters) {
		return false
	}
	switch p.between(i) {
	case " ", ". ", "-":
		_, ok := unitAfter(p.of(i), false)
		return ok
	}
	return false
}

// isPower reports whether atom i is the 2 of m2, which is what m² is folded to.
// In 6ft2in it is none.
func (p *parser) isPower(i int) bool {
	if !p.is(i, digits) || p.between(i) != "" || p.is(i+1, letters) && p.between(i+1) == "" {
		return false
	}
	return p.of(i) == "2" || p.of(i) == "3"
}

// sign returns the unit of a sign that begins the gap before atom i, and the
// sign's bounds in the gap.
func (p *parser) sign(gap string, i int) (unit string, from, to int) {
	switch {
	case strings.HasPrefix(gap, "''"):
		return "inch", 0, 2
	case strings.HasPrefix(gap, `"`) && !p.quoted:
		return "inch", 0, 1
	case strings.HasPrefix(gap, "'") && (len(gap) > 1 || !p.is(i, letters)):
		return "foot", 0, 1
	case strings.HasPrefix(gap, "%"):
		return "percent", 0, 1
	case strings.HasPrefix(gap, " %"):
		return "percent", 1, 2
	}
	return "", 0, 0
}

// isPreposition reports whether the word at atom i is the "in" of "3 in 1".
func (p *parser) isPreposition(i int) bool {
	return p.of(i) == "in" && p.is(i+1, digits) && p.of(i+1) == "1" && p.between(i) == p.between(i+1)
}

// quantities emits atoms first to end if they are numbers with units, a range of
// them, or measures with an x between: 60w, 100-240v, 2x4, 10cmx20cm.
func (p *parser) quantities(first, end int) bool {
	tokens, position, consumed := len(p.tokens), p.position, p.consumed
	for i := first; ; {
		i = p.quantity(i)
		if i >= end {
			p.i = max(p.i, i)
			return true
		}
		i = p.times(i, end)
		if i >= end || p.atoms[i].kind != digits || !p.isNext(i) {
			p.tokens, p.position, p.consumed = p.tokens[:tokens], position, consumed
			return false
		}
	}
}

// isNext reports whether the number at atom i may follow another. Where the two
// touch, both must have units: 6ft2in, but not the code 48gb35.
func (p *parser) isNext(i int) bool {
	if p.between(i) != "" || strings.HasSuffix(p.of(i-1), "x") {
		return true
	}
	if !p.is(i+1, letters) || p.between(i+1) != "" {
		return false
	}
	_, ok := unitAfter(p.of(i+1), true)
	return ok
}

// times emits the x at atom i, which may be written in one with the unit before
// it or as an asterisk, and returns the atom after it.
func (p *parser) times(i, end int) int {
	if i < end && p.between(i) == "*" {
		p.position++
		p.emitSpan("x", "x", p.atoms[i].start-1, p.atoms[i].start)
		return i
	}
	if !p.is(i, letters) || i+1 >= end {
		return i
	}
	unit, ok := strings.CutSuffix(p.of(i), "x")
	if !ok {
		return i
	}
	a := p.atoms[i]
	if unit != "" {
		name, ok := unitAfter(unit, true)
		if !ok {
			return i
		}
		p.position++
		p.emitSpan(name, name, a.start, a.end-1)
	}
	p.position++
	p.emitSpan("x", "x", a.end-1, a.end)
	return i + 1
}
