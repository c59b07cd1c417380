package text

import (
	"strconv"
	"strings"
)

// number is a number in its one spelling, and the atoms that it was read from.
type number struct {
	value string
	end   int
}

// maxGroups bounds the groups of digits in a number with thousands.
const maxGroups = 6

// numberAt reads the number that begins with the digits of atom i: grouped
// thousands, decimals, fractions and whole numbers with a fraction.
func (p *parser) numberAt(i int) number {
	if p.isFraction(i) {
		return number{p.fraction("0", i), i + 2}
	}
	thousands, point := ",", "."
	if p.language.decimalComma {
		thousands, point = point, thousands
	}
	whole, end := p.of(i), i+1
	for len(p.of(i)) <= 3 && end-i < maxGroups && p.follows(end, thousands) && len(p.of(end)) == 3 && whole != "0" {
		whole += p.of(end)
		end++
	}
	switch {
	case p.follows(end, point) || end == i+1 && p.follows(end, "."):
		return number{decimal(whole, p.of(end)), end + 1}
	case end == i+1 && (p.follows(end, " ") || p.follows(end, "-")) && p.isFraction(end):
		return number{p.fraction(whole, end), end + 2}
	}
	return number{whole, end}
}

// follows reports whether atom i is digits, and separated so from the atom before.
func (p *parser) follows(i int, separator string) bool {
	return p.is(i, digits) && p.is(i-1, digits) && p.between(i) == separator
}

// isFraction reports whether a proper fraction such as 1/2 begins at atom i. Its
// denominator must be one of a workshop's: 24/7 and 1/31 are none.
func (p *parser) isFraction(i int) bool {
	if !p.follows(i+1, "/") || p.is(i+2, digits) && p.between(i+2) == "/" {
		return false
	}
	if i > 0 && p.between(i) == "/" {
		return false
	}
	n, err := strconv.Atoi(p.of(i))
	if err != nil {
		return false
	}
	switch d := p.of(i + 1); d {
	case "2", "3", "4", "5", "6", "8", "10", "12", "16", "32", "64":
		denominator, _ := strconv.Atoi(d)
		return 0 < n && n < denominator
	}
	return false
}

// fraction returns whole plus the fraction at atom i, which isFraction.
func (p *parser) fraction(whole string, i int) string {
	w, err := strconv.ParseFloat(whole, 64)
	if err != nil {
		w = 0
	}
	n, _ := strconv.Atoi(p.of(i))
	d, _ := strconv.Atoi(p.of(i + 1))
	s := strconv.FormatFloat(w+float64(n)/float64(d), 'f', 4, 64)
	return strings.TrimRight(s, "0")
}

// decimal returns a decimal number without zeros at its end.
func decimal(whole, part string) string {
	part = strings.TrimRight(part, "0")
	if part == "" {
		return whole
	}
	return whole + "." + part
}

// numbers reads digits with separators between them: a number, a range or a part
// number. What has more than one number is also found as one (555-1234).
func (p *parser) numbers(first, end int) {
	p.joinBefore(first, end)
	if !p.query && end-first > 1 && p.numberAt(first).end < end && p.length(first, end) >= 6 {
		p.position++
		word := p.join(first, end)
		p.emit(word, word, first, end)
		p.position--
	}
	for p.i = first; p.i < end; {
		p.i = p.times(p.quantity(p.i), end)
	}
}
