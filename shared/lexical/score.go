package lexical

// Clause is one word of a query: the terms that stand for it, each with a weight
// of at most 1. A product scores the best of them.
type Clause struct {
	Terms []Weighted
}

// Weighted is one term and what a match of it is worth.
type Weighted struct {
	Term uint32
	// Weight is from 0 to 1 and 1 for the word as it was typed.
	Weight float64
	// IDF is the idf to score with: a term that only continues a word being typed
	// takes that of all such terms, so that rare continuations do not win.
	IDF float64
}

// Accumulator collects the scores of one search. It is made for one Index and
// can be used again after Reset; it is not safe for concurrent use.
type Accumulator struct {
	// scores (products) is 0 where no clause matched.
	scores []float64
	// best (products) is the best score of the clause being scored.
	best []float64
	// matched lists the products with a score, in no order.
	matched []uint32
	clause  []uint32
}

// NewAccumulator returns an empty accumulator for the index.
func (x *Index) NewAccumulator() *Accumulator {
	return &Accumulator{scores: make([]float64, x.Products()), best: make([]float64, x.Products())}
}

// Reset forgets all scores, at the cost of the products that matched.
func (a *Accumulator) Reset() {
	for _, doc := range a.matched {
		a.scores[doc] = 0
	}
	a.matched = a.matched[:0]
}

// Matched returns the products that match any clause, in no order. It is valid
// until Reset.
func (a *Accumulator) Matched() []uint32 { return a.matched }

// Score returns a product's score, 0 if it matches no clause.
func (a *Accumulator) Score(doc uint32) float64 { return a.scores[doc] }

// Add adds the scores of the clause to the accumulator.
func (x *Index) Add(a *Accumulator, c Clause) {
	if len(c.Terms) == 1 {
		x.addTerm(a, c.Terms[0])
		return
	}
	a.clause = a.clause[:0]
	for _, t := range c.Terms {
		factor := t.Weight * t.IDF
		if factor <= 0 {
			continue
		}
		from := x.postings[t.Term]
		to := from + x.counts[t.Term]
		impacts := x.impacts[from:to]
		for i, doc := range x.docs[from:to] {
			score := factor * float64(impacts[i])
			if a.best[doc] == 0 {
				a.clause = append(a.clause, doc)
			}
			a.best[doc] = max(a.best[doc], score)
		}
	}
	for _, doc := range a.clause {
		if a.scores[doc] == 0 {
			a.matched = append(a.matched, doc)
		}
		a.scores[doc] += a.best[doc]
		a.best[doc] = 0
	}
}

func (x *Index) addTerm(a *Accumulator, t Weighted) {
	factor := t.Weight * t.IDF
	if factor <= 0 {
		return
	}
	from := x.postings[t.Term]
	to := from + x.counts[t.Term]
	impacts := x.impacts[from:to]
	for i, doc := range x.docs[from:to] {
		if a.scores[doc] == 0 {
			a.matched = append(a.matched, doc)
		}
		a.scores[doc] += float64(factor * float64(impacts[i]))
	}
}
