package text

import "strings"

// quantity emits the number at atom i and the unit after it, and returns the
// next atom to be read.
func (p *parser) quantity(i int) int {
	n := p.numberAt(i)
	start := p.atoms[i].start
	if p.isLeadingPoint(i) {
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
	if name, length := p.symbol(gap, i); length > 0 {
		p.position++
		p.emitSpan(name, name, start, start+length)
		p.consumed = start + length
		return i
	}
	if !p.is(i, letters) || gap != "" && gap != " " && gap != "-" {
		return i
	}
	word := p.of(i)
	name, ok := unitAfter(word, gap == "")
	if !ok || p.isPreposition(i) {
		return i
	}
	if gap == " " && i+1 < len(p.atoms) && p.joined(i+1) {
		// "5 l-shaped desks"
		return i
	}
	p.position++
	if p.query && p.atoms[i].end == len(p.text) {
		// It may be the beginning of another word.
		p.emit(name, word, i, i+1)
	} else {
		p.emit(name, name, i, i+1)
	}
	return i + 1
}

// symbol returns the unit of a sign that begins the gap before atom i, and the
// sign's length.
func (p *parser) symbol(gap string, i int) (string, int) {
	switch {
	case strings.HasPrefix(gap, "''"):
		return "inch", 2
	case strings.HasPrefix(gap, `"`) && !p.quoted:
		return "inch", 1
	case strings.HasPrefix(gap, "'") && (len(gap) > 1 || !p.is(i, letters)):
		return "foot", 1
	case strings.HasPrefix(gap, "%"):
		return "percent", 1
	}
	return "", 0
}

// isPreposition reports whether the word at atom i is the "in" of "3 in 1".
func (p *parser) isPreposition(i int) bool {
	return p.of(i) == "in" && p.is(i+1, digits) && p.of(i+1) == "1" && p.between(i) == p.between(i+1)
}

// quantities emits atoms first to end if they are numbers with units, a range of
// them, or measures with an x between: 60w, 100-240v, 2x4, 10cmx20cm.
func (p *parser) quantities(first, end int) bool {
	tokens, position := len(p.tokens), p.position
	for i := first; ; {
		i = p.quantity(i)
		if i >= end {
			p.i = max(p.i, i)
			return true
		}
		i = p.times(i, end)
		if i >= end || p.atoms[i].kind != digits {
			p.tokens, p.position = p.tokens[:tokens], position
			return false
		}
	}
}

// times emits the x at atom i, which may be written in one with the unit before
// it, and returns the atom after it.
func (p *parser) times(i, end int) int {
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
