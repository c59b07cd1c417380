package engine

import "github.com/vitrine-search/vitrine/shared/lexical"

const (
	// compoundWeight is what a product is worth that has two words in one, or one
	// in two, beside 1 for what was typed. From 0.5 to 1 the hardware shop's
	// development queries hardly tell the difference.
	compoundWeight = 0.7
	// leastPart is how many letters a part has at least: every long word begins with
	// some shorter one. mostParted is how many a word has at most that is joined or
	// taken apart.
	leastPart, mostParted = 3, 40
	// maxContinuing bounds the terms that may continue a joined word being typed:
	// what begins more of them is too short to tell.
	maxContinuing = 50
)

// joinWords lets what two neighbouring words make in one stand for both of them,
// where products have it: "closetmaid" for "closet maid". Neither is corrected
// then.
func (e *Engine) joinWords(q *query) {
	joined := make([]bool, len(q.words))
	for i := 1; i < len(q.words); i++ {
		a, b := &q.words[i-1], &q.words[i]
		if canJoin(a, b) && e.join(a, b, a.token.Word+b.token.Word, compoundWeight, lexical.Compounded) {
			joined[i-1], joined[i] = true, true
		}
	}
	for i := range q.words {
		q.words[i].settled = q.words[i].settled || joined[i]
	}
}

// canJoin says whether two words stand side by side and are such as are joined.
func canJoin(a, b *word) bool {
	return canPart(a) && canPart(b) && b.token.Position == a.token.Position+1
}

// canPart says whether a word is such as are joined and taken apart.
func canPart(w *word) bool {
	return !w.token.Stop && !w.settled && len(w.token.Word) <= mostParted && lexical.IsLetters(w.token.Word)
}

// join lets the term of a word, if it is known, stand for two words, and the
// terms that continue it if the second is being typed. It says whether there is
// any.
func (e *Engine) join(a, b *word, whole string, weight float64, relation lexical.Relation) bool {
	t := lexical.Weighted{Weight: weight, Relation: relation}
	term, known := e.known(whole)
	if known {
		t.Term = term
		addToBoth(a, b, t)
	}
	from, to := e.index.Prefix(whole)
	if !b.typing || len(a.token.Word) < leastPart || to-from > maxContinuing {
		return known
	}
	t.Weight *= continuationWeight
	for t.Term = from; t.Term < to; t.Term++ {
		if !known || t.Term != term {
			addToBoth(a, b, t)
		}
	}
	return known || from < to
}

// addToBoth lets a term stand for two words. A product that has it scores it for
// each of them.
func addToBoth(a, b *word, t lexical.Weighted) {
	for _, w := range []*word{a, b} {
		w.clause.Terms = append(w.clause.Terms, t)
	}
}

// parting is two terms that stand for a word, and how many products have them
// side by side.
type parting struct {
	terms [2]uint32
	count int
}

// better returns the best parting so far or another, if more products have that.
func (e *Engine) better(best parting, terms [2]uint32) parting {
	if n := e.index.Adjoining(terms[0], terms[1]); n > best.count {
		return parting{terms, n}
	}
	return best
}

// takeApart lets two words stand for one, where products have them side by side:
// "door bell" for "doorbell". The word is not corrected then.
func (e *Engine) takeApart(w *word) {
	if !canPart(w) {
		return
	}
	var best parting
	for cut := leastPart; cut <= len(w.token.Word)-leastPart; cut++ {
		first, known := e.known(w.token.Word[:cut])
		if !known {
			continue
		}
		if second, known := e.known(w.token.Word[cut:]); known {
			best = e.better(best, [2]uint32{first, second})
		}
	}
	if best.count > 0 {
		e.addParts(w, best, compoundWeight, lexical.Compounded)
		w.settled = true
	}
}

// addParts lets both terms together stand for a word. They tell as much as the
// word itself at most, since a product may have them far apart.
func (e *Engine) addParts(w *word, p parting, weight float64, relation lexical.Relation) {
	group := make([]lexical.Weighted, len(p.terms))
	sum := 0.0
	for i, term := range p.terms {
		group[i] = e.weighed(term, weight, 1, relation)
		sum += group[i].IDF
		w.written = append(w.written, e.index.Term(term))
	}
	if term, known := e.index.Lookup(w.token.Term); known {
		share := min(1, e.idf(term)/sum)
		for i := range group {
			group[i].IDF *= share
		}
	}
	w.clause.Groups = append(w.clause.Groups, group)
}

// known returns the term of a folded word, and whether any product has it.
func (e *Engine) known(word string) (term uint32, known bool) {
	return e.index.Lookup(e.analyzer.Term(word))
}
