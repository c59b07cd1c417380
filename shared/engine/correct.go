package engine

import (
	"math"
	"slices"
	"sort"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// correct adds to each word the words that may have been meant, weighed by the
// other words of the query, and notes what was read for a word that no product
// has.
//
// A known word is doubted only if another is likelier in spite of its distance:
// about twenty times for one edit. A word being typed is not corrected as long as
// it is the beginning of one.
func (e *Engine) correct(q *query) {
	known := e.knownTerms(q)
	for i := range q.words {
		w := &q.words[i]
		switch {
		case w.token.Stop, w.settled, w.typing && len(w.clause.Terms) > 0 && known[i] < 0:
			continue
		case known[i] >= 0 && e.index.DocumentFrequency(uint32(known[i])) > mostDoubted:
			continue
		}
		var neighbours []uint32
		for j, term := range known {
			if j != i && term >= 0 {
				neighbours = append(neighbours, uint32(term))
			}
		}
		candidates := e.index.Correct(w.token.Word, neighbours)
		if known[i] >= 0 {
			e.doubt(w, uint32(known[i]), candidates)
			continue
		}
		if len(candidates) == 0 {
			e.partMisspelt(q, w)
		}
		for k, c := range candidates {
			weight := correctedWeight * math.Pow(correctedDecay, candidates[0].Likelihood-c.Likelihood)
			w.clause.Terms = append(w.clause.Terms, lexical.Weighted{Term: c.Term, Weight: weight, Relation: lexical.Corrected})
			if k == 0 {
				w.corrected = e.index.Word(c.Term)
				q.corrections = append(q.corrections, correction{token: w.token, meant: w.corrected})
			}
		}
	}
}

// doubt adds the candidates that are likelier than the known word itself.
func (e *Engine) doubt(w *word, term uint32, candidates []lexical.Candidate) {
	itself := slices.IndexFunc(candidates, func(c lexical.Candidate) bool { return c.Term == term })
	if itself < 0 {
		return
	}
	for _, c := range candidates[:itself] {
		already := func(t lexical.Weighted) bool { return t.Term == c.Term }
		if !slices.ContainsFunc(w.clause.Terms, already) {
			w.clause.Terms = append(w.clause.Terms, lexical.Weighted{Term: c.Term, Weight: doubtedWeight, Relation: lexical.Corrected})
			w.doubted = true
		}
	}
}

// knownTerms returns each word's own term, or -1.
func (e *Engine) knownTerms(q *query) []int {
	known := make([]int, len(q.words))
	for i := range q.words {
		known[i] = -1
		if term, ok := e.index.Lookup(q.words[i].token.Term); ok && !q.words[i].token.Stop {
			known[i] = int(term)
		}
	}
	return known
}

// describe tells what was searched for in place of what was typed: word by word,
// and the whole query with them.
func (e *Engine) describe(s string, q query) (corrections []wire.Correction, corrected string) {
	// Those that the merchant's synonyms led to were noted first.
	sort.SliceStable(q.corrections, func(i, j int) bool {
		return q.corrections[i].token.Start < q.corrections[j].token.Start
	})
	at := 0
	for _, c := range q.corrections {
		typed := s[c.token.Start:c.token.End]
		corrections = append(corrections, wire.Correction{Typed: typed, Meant: c.meant})
		corrected += s[at:c.token.Start] + c.meant
		at = c.token.End
	}
	if at > 0 {
		corrected += s[at:]
	}
	return corrections, corrected
}
