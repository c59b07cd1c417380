package text

import (
	"strings"
	"unicode/utf8"
)

// part is a word of a compound, or a code, and the atoms that it was read from.
type part struct {
	text       string
	first, end int
	code       bool
}

// compound reads letters with hyphens, ampersands, apostrophes and the points of
// acronyms between them.
func (p *parser) compound(first, end int) {
	p.i = end
	parts := p.partsOf(first, end)
	if len(parts) == 1 {
		w := parts[0]
		p.joinBefore(w.first, w.end)
		p.word(w.text, w.first, w.end)
		if w.first > first && !p.query {
			p.form(p.join(first, w.end), first, w.end)
		}
		if end-first == 1 && !p.isStop(first, end) {
			p.before = w
		}
		return
	}
	var joined strings.Builder
	stops := 0
	for _, w := range parts {
		joined.WriteString(w.text)
		if p.isStop(w.first, w.end) {
			stops++
		}
	}
	whole := joined.String()
	switch {
	case stops == len(parts), p.query && p.isTightCompound(parts):
		p.position++
		p.form(whole, first, end)
	default:
		for n, w := range parts {
			p.word(w.text, w.first, w.end)
			if n == 0 && !p.query {
				p.form(whole, first, end)
			}
		}
	}
}

// partsOf takes a compound apart at its hyphens and ampersands. A possessive s is
// left out, and so is an elided article.
func (p *parser) partsOf(first, end int) []part {
	parts := p.parts[:0]
	for j := first; j < end; {
		k := j + 1
		for k < end && (p.between(k) == "'" || p.between(k) == ".") {
			k++
		}
		from, to := j, k
		if to-from > 1 && p.between(to-1) == "'" && p.of(to-1) == "s" {
			to--
		}
		if to-from > 1 && p.language.elision && p.between(from+1) == "'" && articles[p.of(from)] {
			from++
		}
		parts = append(parts, part{text: p.join(from, to), first: from, end: to})
		j = k
	}
	p.parts = parts
	return parts
}

// articles are the words that lose their vowel before another, in French and
// Italian.
var articles = map[string]bool{
	"l": true, "d": true, "j": true, "m": true, "t": true, "s": true, "n": true, "c": true, "qu": true,
	"un": true, "all": true, "dall": true, "dell": true, "nell": true, "sull": true,
}

// isTight reports whether two words of so many letters are as often written in
// one: t-shirt, wi-fi, usb-c.
func isTight(a, b int) bool {
	return a == 1 || b == 1 || a == 2 && b == 2
}

// isTightCompound reports whether the joined form is the best one to search for:
// its parts are too short to tell anything, and Analyze joins them even where a
// product has a space between them. A letter after a long word, at the end of a
// query, is rather the beginning of the next word: stainless-s.
func (p *parser) isTightCompound(parts []part) bool {
	if len(parts) != 2 {
		return false
	}
	a, b := utf8.RuneCountInString(parts[0].text), utf8.RuneCountInString(parts[1].text)
	if b == 1 && a > 3 && p.atoms[parts[1].end-1].end == len(p.text) {
		return false
	}
	return isTight(a, b)
}

// joinBefore emits, for products, the joined form of the word or code before and
// of atoms first to end, where people often write the two in one.
func (p *parser) joinBefore(first, end int) {
	before := p.before
	if p.query || before.end == 0 || before.end != first {
		return
	}
	gap := p.between(first)
	if gap != " " && gap != " & " {
		return
	}
	a, b := utf8.RuneCountInString(before.text), p.count(first, end)
	hasLetters, hasDigits := p.kinds(first, end)
	var join bool
	switch {
	case before.code:
		// "i5 8250U"
		join = hasLetters && hasDigits
	case hasDigits:
		// "ps 4", "RTX 3060", but not "size 4", "2 x 4" or "set 5"
		join = p.atoms[first].kind == digits && before.text != "x" && (a <= 2 || a == 3 && b >= 3)
	default:
		// "t shirt", "H & M"
		join = isTight(a, b) && (a+b > 2 || gap != " ")
	}
	if !join {
		return
	}
	word := before.text + p.join(first, end)
	if hasDigits {
		p.emit(word, word, before.first, end)
	} else {
		p.form(word, before.first, end)
	}
}
