package text

import "unicode/utf8"

// bigrams emits the overlapping pairs of text[start:end], a run of CJK
// characters. Analyze also emits the run's last character: then every character
// starts exactly one token, and a search by prefix for one character finds all
// its occurrences. A run of one character is one token in a query too.
func (p *parser) bigrams(start, end int) {
	for from := start; from < end; {
		_, first := utf8.DecodeRuneInString(p.text[from:end])
		_, second := utf8.DecodeRuneInString(p.text[from+first : end])
		if second == 0 && p.query && from > start {
			return
		}
		p.position++
		term := p.text[from : from+first+second]
		p.emitSpan(term, term, from, from+first+second)
		from += first
	}
}

// hanUnit emits the unit with which the run of CJK characters in atom i begins,
// right after a number, and then the rest of the run. Analyze emits the
// characters of the unit as well, since a query may have them without a number,
// or as the beginning of a word: 米 is no metre in 3米奇.
func (p *parser) hanUnit(i int) bool {
	start, end := p.atoms[i].start, p.atoms[i].end
	length := min(end-start, longestHanUnit)
	for length > 0 && units[p.text[start:start+length]] == "" {
		length--
	}
	if length == 0 || p.query && p.words != nil && p.firstWord(start, end) > length {
		return false
	}
	name := units[p.text[start:start+length]]
	p.position++
	p.emitSpan(name, name, start, start+length)
	for from := start; from < start+length && !p.query; {
		_, first := utf8.DecodeRuneInString(p.text[from:end])
		_, second := utf8.DecodeRuneInString(p.text[from+first : end])
		if term := p.text[from : from+first+second]; term != name {
			p.emitSpan(term, term, from, from+first+second)
		}
		from += first
	}
	p.run(start+length, end)
	return true
}
