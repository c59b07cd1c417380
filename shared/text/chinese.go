package text

import "unicode/utf8"

// run reads text[start:end], a run of Chinese or Japanese characters. Analyze
// emits its pairs whether there is a vocabulary or not, and AnalyzeQuery those
// within the words of the best path alone: what two words that touch have in the
// middle says nothing, and being rare it would say it loudest. A character takes
// one position in either, so that a phrase of the query fits the product's.
func (p *parser) run(start, end int) {
	if !p.query || p.words == nil {
		p.bigrams(start, end)
		return
	}
	p.steps = p.words.path(p.text[start:end], p.steps)
	for from := start; from < end; {
		to := p.wordEnd(start, from)
		if p.isDropped(from, to) {
			p.position += utf8.RuneCountInString(p.text[from:to])
			p.dropped = true
			from = to
			continue
		}
		to = p.unknownEnd(start, from, end)
		if p.isCharacter(from, to) {
			p.character(from, to, start, end)
		} else {
			p.bigrams(from, to)
			p.position++
		}
		from = to
	}
}

// firstWord returns the length of the first word of the run text[start:end].
func (p *parser) firstWord(start, end int) int {
	p.steps = p.words.path(p.text[start:end], p.steps)
	return int(p.steps[0].length)
}

// wordEnd returns where the word at a place ends, in the run that begins at start.
func (p *parser) wordEnd(start, from int) int {
	return from + int(p.steps[from-start].length)
}

// unknownEnd is wordEnd, but what the vocabulary does not know stays together: it
// falls into characters, as many as touch.
func (p *parser) unknownEnd(start, from, end int) int {
	to := p.wordEnd(start, from)
	if !p.isCharacter(from, to) {
		return to
	}
	for to < end {
		next := p.wordEnd(start, to)
		if !p.isCharacter(to, next) || p.isDropped(to, next) {
			break
		}
		to = next
	}
	return to
}

func (p *parser) isCharacter(from, to int) bool {
	_, size := utf8.DecodeRuneInString(p.text[from:to])
	return size == to-from
}

// isDropped reports whether text[from:to] is a stop word, and not to be kept.
func (p *parser) isDropped(from, to int) bool {
	return !p.keepStop && p.stop[p.text[from:to]]
}

// character emits text[from:to], a character that is a word of its own, for a
// query. The term is the pair that it makes with the character before it in the
// run text[start:end], or else after it: no product has the character alone
// unless it stands there alone.
func (p *parser) character(from, to, start, end int) {
	word := p.text[from:to]
	p.position++
	switch {
	case from > start:
		_, before := utf8.DecodeLastRuneInString(p.text[start:from])
		p.position--
		p.emitSpan(p.text[from-before:to], word, from-before, to)
		p.position++
	case to < end:
		_, after := utf8.DecodeRuneInString(p.text[to:end])
		p.emitSpan(p.text[from:to+after], word, from, to+after)
	default:
		p.emitSpan(word, word, from, to)
	}
}
