package engine

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// The fewest letters of a word that is read as a synonym's source which it is not:
// misspelt, or still being typed.
const (
	shortestMisspelt = 5
	shortestBegun    = 3
)

// settle marks the words that need no correction though no product has them: the
// parts and beginnings of model numbers, and what the merchant gave synonyms. The
// speller knows the catalogue's words alone, so what is nearly a synonym's source,
// or begins one, is settled here too.
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
		if w.settled || w.token.Stop || len(w.clause.Terms) > 0 || utf8.RuneCountInString(w.token.Word) < shortestBegun {
			continue
		}
		if source, written, ok := e.sourceMeant(w); ok {
			w.meant, w.settled = source, true
			if written != "" {
				q.corrections = append(q.corrections, correction{token: w.token, meant: written})
			}
		}
	}
}

// sourceMeant returns the first source of one word that begins with a word being
// typed, or else the only one that is an edit away and that the catalogue lacks, and
// how the merchant writes that.
func (e *Engine) sourceMeant(w *word) (source, written string, ok bool) {
	isLong := utf8.RuneCountInString(w.token.Word) >= shortestMisspelt
	for _, from := range slices.Sorted(maps.Keys(e.synonyms)) {
		isBegun := w.typing && strings.HasPrefix(from, w.token.Word)
		if _, known := e.index.Lookup(from); known || !isBegun && (!isLong || !isOneEdit(w.token.Term, from)) {
			continue
		}
		for _, s := range e.synonyms[from] {
			switch {
			case len(s.from) != 1:
				continue
			case isBegun:
				return from, "", true
			case ok && source != from:
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
