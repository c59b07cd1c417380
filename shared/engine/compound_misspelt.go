package engine

import (
	"cmp"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// leastMisspelt is how many letters the misspelt part of a word that is taken
// apart has at least: a shorter one could be anything.
const leastMisspelt = 5

// joinCorrected joins corrected words with their neighbours, as joinWords does
// those that were spelt right.
func (e *Engine) joinCorrected(q *query) {
	for i := 1; i < len(q.words); i++ {
		a, b := &q.words[i-1], &q.words[i]
		if (a.corrected != "" || b.corrected != "") && canJoin(a, b) {
			e.join(a, b, a.reading()+b.reading(), correctedWeight*compoundWeight, lexical.Corrected)
		}
	}
}

// reading is the word as it was understood.
func (w *word) reading() string { return cmp.Or(w.corrected, w.token.Word) }

// partMisspelt takes a word apart that nothing resembles and of which one part is
// misspelt: "rainbarel" into "rain barrel".
func (e *Engine) partMisspelt(q *query, w *word) {
	if !canPart(w) {
		return
	}
	var best parting
	for cut := leastPart; cut <= len(w.token.Word)-leastPart; cut++ {
		parts := [2]string{w.token.Word[:cut], w.token.Word[cut:]}
		for i, misspelt := range parts {
			other, known := e.known(parts[1-i])
			if _, itself := e.known(misspelt); !known || itself || len(misspelt) < leastMisspelt {
				continue
			}
			terms := [2]uint32{other, other}
			for _, c := range e.index.Correct(misspelt, terms[:1]) {
				terms[i] = c.Term
				best = e.better(best, terms)
			}
		}
	}
	if best.count > 0 {
		e.addParts(w, best, correctedWeight, lexical.Corrected)
		meant := e.index.Word(best.terms[0]) + " " + e.index.Word(best.terms[1])
		q.corrections = append(q.corrections, correction{token: w.token, meant: meant})
	}
}
