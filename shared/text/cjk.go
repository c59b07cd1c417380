package text

import "unicode/utf8"

// bigrams emits the overlapping pairs of a run of CJK characters. Analyze also
// emits the run's last character: then every character starts exactly one token,
// and a search by prefix for one character finds all its occurrences. A run of
// one character is one token in a query too.
//
// A segmentation by the bundle's own vocabulary, or a folding of Traditional to
// Simplified characters, has its place here.
func (p *parser) bigrams(i int) {
	start, end := p.atoms[i].start, p.atoms[i].end
	for start < end {
		_, first := utf8.DecodeRuneInString(p.text[start:end])
		_, second := utf8.DecodeRuneInString(p.text[start+first : end])
		if second == 0 && p.query && start > p.atoms[i].start {
			return
		}
		p.position++
		term := p.text[start : start+first+second]
		p.emitSpan(term, term, start, start+first+second)
		start += first
	}
}
