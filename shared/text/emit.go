package text

// emit adds a token for atoms first to end at the current position.
func (p *parser) emit(term, word string, first, end int) {
	p.emitSpan(term, word, p.atoms[first].start, p.atoms[end-1].end)
}

func (p *parser) emitSpan(term, word string, start, end int) {
	if len(word) > maxWord {
		return
	}
	start, end = p.span(start, end)
	p.tokens = append(p.tokens, Token{Term: term, Word: word, Start: start, End: end, Position: p.position})
}

// word emits a word that was made from atoms first to end, or leaves its gap if
// it is a stop word.
func (p *parser) word(word string, first, end int) {
	p.position++
	if !p.isStop(first, end) {
		p.form(word, first, end)
		return
	}
	if p.query && end == len(p.atoms) && p.atoms[end-1].end == len(p.text) {
		p.emit(word, word, first, end)
		p.tokens[len(p.tokens)-1].Stop = true
	}
}

// maxWord bounds the bytes of a word: what is longer is no word, and stemming it
// could take a time that is quadratic in its length.
const maxWord = 255

// form emits a stemmed word at the current position.
func (p *parser) form(word string, first, end int) {
	if len(word) > maxWord {
		return
	}
	if p.language.normalise != nil {
		word = p.language.normalise(word)
	}
	p.emit(p.stem(word), word, first, end)
}

// isStop reports whether atoms first to end are a stop word, as it is written.
func (p *parser) isStop(first, end int) bool {
	return p.stop[p.text[p.atoms[first].start:p.atoms[end-1].end]]
}
