package engine

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// shortestMisspelt is the fewest letters of a word that is read as a synonym's
// source which it is not.
const shortestMisspelt = 5

// settle marks the words that need no correction though no product has them: the
// parts and beginnings of model numbers, and what the merchant gave synonyms. The
// speller knows the catalogue's words alone, so what is nearly a synonym's source
// is settled here too.
func (e *Engine) settle(q *query) {
	words := q.words
	e.eachCode(words, func(parts []word, _ uint32) {
		for i := range parts {
			parts[i].settled = true
		}
	})
	for i := range words {
		w := &words[i]
		if isCode(w.token.Word) && len(w.clause.Terms) > 0 {
			w.settled = true
		}
		for _, s := range e.synonyms[w.token.Term] {
			if e.agreement(words[i:], s.from) == 1 {
				for n := range s.from {
					words[i+n].settled = true
				}
			}
		}
	}
	for i := range words {
		w := &words[i]
		if w.settled || w.token.Stop || len(w.clause.Terms) > 0 || utf8.RuneCountInString(w.token.Word) < shortestMisspelt {
			continue
		}
		if source, written, ok := e.nearestSource(w.token.Term); ok {
			w.meant, w.settled = source, true
			q.corrections = append(q.corrections, correction{token: w.token, meant: written})
		}
	}
}

// nearestSource returns the only source of one word that is an edit away from a
// term and that the catalogue lacks, and how the merchant writes it.
func (e *Engine) nearestSource(term string) (source, written string, ok bool) {
	for _, from := range slices.Sorted(maps.Keys(e.synonyms)) {
		if _, known := e.index.Lookup(from); known || !isOneEdit(term, from) {
			continue
		}
		for _, s := range e.synonyms[from] {
			if len(s.from) != 1 {
				continue
			}
			if ok && source != from {
				return "", "", false
			}
			source, written, ok = from, s.written, true
		}
	}
	return source, written, ok
}

// isOneEdit reports whether two words differ by one letter that was added, left
// out or replaced, or by two neighbours that changed places.
func isOneEdit(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x) == 2 && len(y) == 2 {
		return x[0] == y[1] && x[1] == y[0]
	}
	return len(x) <= 1 && len(y) <= 1 && len(x)+len(y) > 0
}
