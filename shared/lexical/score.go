package lexical

// Accumulator collects the scores of one search. It is made for one Index and
// can be used again after Reset; it is not safe for concurrent use.
type Accumulator struct {
	// scores (products) is 0 where no clause matched.
	scores []float64
	// best (products) is the best score of the clause being scored.
	best []float64
	// cover (products) sums the weights of each clause's best match.
	cover []float64
	// words (products) counts the clauses that matched and are not optional.
	words []uint16
	// weights (products) has the weight of the best match of the clause being
	// scored.
	weights []float64
	// matched lists the products with a score, in no order.
	matched []uint32
	clause  []uint32
}

// NewAccumulator returns an empty accumulator for the index.
func (x *Index) NewAccumulator() *Accumulator {
	n := x.Products()
	return &Accumulator{
		scores: make([]float64, n), best: make([]float64, n),
		cover: make([]float64, n), weights: make([]float64, n),
		words: make([]uint16, n),
	}
}

// Reset forgets all scores, at the cost of the products that matched.
func (a *Accumulator) Reset() {
	for _, doc := range a.matched {
		a.scores[doc], a.cover[doc], a.words[doc] = 0, 0, 0
	}
	a.matched = a.matched[:0]
}

// Matched returns the products that match any clause, in no order. It is valid
// until Reset.
func (a *Accumulator) Matched() []uint32 { return a.matched }

// Score returns a product's score, 0 if it matches no clause.
func (a *Accumulator) Score(doc uint32) float64 { return a.scores[doc] }

// Cover returns how many clauses a product matches, a match of a lesser weight
// counting for that much.
func (a *Accumulator) Cover(doc uint32) float64 { return a.cover[doc] }

// Words returns how many of the clauses that are not optional a product matches.
func (a *Accumulator) Words(doc uint32) int { return int(a.words[doc]) }

// Add adds the scores of the clause to the accumulator.
func (x *Index) Add(a *Accumulator, c Clause) {
	one := uint16(1)
	if c.Optional {
		one = 0
	}
	if len(c.Terms) == 1 && len(c.Groups) == 0 {
		x.addTerm(a, c.Terms[0], one)
		return
	}
	a.clause = a.clause[:0]
	for _, t := range c.Terms {
		factor := t.factor()
		if factor <= 0 {
			continue
		}
		docs, impacts := x.run(t.Term)
		for i, doc := range docs {
			a.atLeast(doc, factor*float64(impacts[i]), t.Weight)
		}
	}
	for _, group := range c.Groups {
		x.eachOfAll(group, a.atLeast)
	}
	for _, doc := range a.clause {
		if a.scores[doc] == 0 {
			a.matched = append(a.matched, doc)
		}
		a.scores[doc] += a.best[doc]
		a.cover[doc] += a.weights[doc]
		a.words[doc] += one
		a.best[doc] = 0
	}
}

// atLeast notes that the clause being scored gives a product this score, if it
// has no better one.
func (a *Accumulator) atLeast(doc uint32, score, weight float64) {
	if a.best[doc] == 0 {
		a.clause = append(a.clause, doc)
	}
	if score > a.best[doc] {
		a.best[doc], a.weights[doc] = score, weight
	}
}

func (x *Index) addTerm(a *Accumulator, t Weighted, one uint16) {
	factor := t.factor()
	if factor <= 0 {
		return
	}
	docs, impacts := x.run(t.Term)
	for i, doc := range docs {
		if a.scores[doc] == 0 {
			a.matched = append(a.matched, doc)
		}
		a.scores[doc] += float64(factor * float64(impacts[i]))
		a.cover[doc] += t.Weight
		a.words[doc] += one
	}
}

// run returns the products that have a term, ascending, and BM25's factor of each.
func (x *Index) run(term uint32) (docs []uint32, impacts []float32) {
	from := x.postings[term]
	to := from + x.counts[term]
	return x.docs[from:to], x.impacts[from:to]
}
