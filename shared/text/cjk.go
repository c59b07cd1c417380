package text

import "unicode/utf8"

// bigrams emits the overlapping pairs of text[start:end], a run of CJK
// characters. Analyze also emits the run's last character: then every character
// starts exactly one token, and a search by prefix for one character finds all
// its occurrences. A run of one character is one token in a query too.
//
// A segmentation by the bundle's own vocabulary, or a folding of Traditional to
// Simplified characters, has its place here.
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

// hanUnits maps units in Chinese characters to their names in units. 寸 is the
// inch of screens, cakes and suitcases; 斤, half a kilogram, has no other name.
var hanUnits = map[string]string{
	"寸": "inch", "英寸": "inch", "吋": "inch", "英尺": "foot", "呎": "foot",
	"毫米": "mm", "公釐": "mm", "厘米": "cm", "釐米": "cm", "公分": "cm", "米": "m", "公尺": "m",
	"克": "g", "克拉": "carat", "毫克": "mg", "公斤": "kg", "千克": "kg", "斤": "斤", "磅": "lb", "盎司": "oz",
	"升": "l", "毫升": "ml", "加仑": "gallon", "加侖": "gallon",
	"瓦": "watt", "伏": "volt", "毫安": "mah", "毫安时": "mah",
}

// hanUnit emits the unit with which the run of CJK characters in atom i begins,
// right after a number, and then the rest of the run. Analyze emits the
// characters of the unit as well, since a query may have them without a number.
func (p *parser) hanUnit(i int) bool {
	start, end := p.atoms[i].start, p.atoms[i].end
	name, length := "", 0
	for spelling, unit := range hanUnits {
		if n := len(spelling); n > length && n <= end-start && p.text[start:start+n] == spelling {
			name, length = unit, n
		}
	}
	if length == 0 {
		return false
	}
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
	p.bigrams(start+length, end)
	return true
}
