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
	switch p.of(i + 1) {
	case "2", "3", "4", "5", "6", "8", "10", "12", "16", "32", "64":
		n, d := p.small(i), p.small(i+1)
		return 0 < n && n < d
	}
	return false
}

// fraction returns whole plus the fraction at atom i, which isFraction, to four
// decimals.
func (p *parser) fraction(whole string, i int) string {
	n, d := p.small(i), p.small(i+1)
	// The leading 1 keeps the zeros after the point.
	digits := strconv.Itoa(10000 + (20000*n+d)/(2*d))
	return decimal(whole, digits[1:])
}

// small returns the value of the digits of atom i, or 0 if there are more than
// two.
func (p *parser) small(i int) int {
	n := 0
	if s := p.of(i); len(s) <= 2 {
		for _, c := range []byte(s) {
			n = 10*n + int(c-'0')
		}
	}
	return n
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
	if !p.query && end-first > 1 && p.numberAt(first).end < end && p.count(first, end) >= 6 {
		p.position++
		word := p.join(first, end)
		p.emit(word, word, first, end)
		p.position--
	}
	for p.i = first; p.i < end; {
		p.i = p.times(p.quantity(p.i), end)
	}
}
