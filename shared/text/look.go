package text

import (
	"strings"
	"unicode/utf8"
)

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

// single reports whether atom i is one letter or digit.
func (p *parser) single(i int) bool {
	return p.atoms[i].end-p.atoms[i].start == 1
}

// kinds reports what the atoms from first to end are made of.
func (p *parser) kinds(first, end int) (hasLetters, hasDigits bool) {
	for j := first; j < end; j++ {
		hasLetters = hasLetters || p.atoms[j].kind == letters
		hasDigits = hasDigits || p.atoms[j].kind == digits
	}
	return hasLetters, hasDigits
}

// runes counts the characters of atom i.
func (p *parser) runes(i int) int {
	return utf8.RuneCountInString(p.of(i))
}

// count is the number of characters in the atoms from first to end.
func (p *parser) count(first, end int) int {
	n := 0
	for j := first; j < end; j++ {
		n += p.runes(j)
	}
	return n
}

// join returns the texts of the atoms from first to end without what separates
// them.
func (p *parser) join(first, end int) string {
	apart := false
	for j := first + 1; j < end; j++ {
		apart = apart || p.atoms[j].start != p.atoms[j-1].end
	}
	if !apart {
		return p.text[p.atoms[first].start:p.atoms[end-1].end]
	}
	var b strings.Builder
	for j := first; j < end; j++ {
		b.WriteString(p.of(j))
	}
	return b.String()
}
