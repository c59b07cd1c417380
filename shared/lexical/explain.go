package lexical

import "slices"

// Match is how one clause scored a product: by one term, or by a group.
type Match struct {
	Terms []TermMatch
	Score float64
	// Weight is the least of the terms'.
	Weight float64
}

// TermMatch is how one term scored a product.
type TermMatch struct {
	Weighted
	// Frequency counts occurrences by the weights of their fields.
	Frequency int
	// ByField (Fields) is where the term stands in the product.
	ByField []int
	// Impact is BM25's factor of term frequency and length.
	Impact float64
	Score  float64
}

// Explain returns how the clause scored a product, and false if it did not.
func (x *Index) Explain(doc uint32, c Clause) (best Match, ok bool) {
	for i := range c.Terms {
		best = x.better(best, doc, c.Terms[i:i+1])
	}
	for _, group := range c.Groups {
		best = x.better(best, doc, group)
	}
	for i := range best.Terms {
		t := &best.Terms[i]
		t.ByField = make([]int, len(Fields))
		x.Walk(doc, func(field int, _, term uint32) {
			if term == t.Term {
				t.ByField[field]++
			}
		})
	}
	return best, best.Score > 0
}

// better returns how the product scores by all the terms together, if it has
// them all and that is better than the best so far.
func (x *Index) better(best Match, doc uint32, terms []Weighted) Match {
	m := Match{Weight: 1}
	for _, t := range terms {
		docs, tfs := x.Postings(t.Term)
		i, found := slices.BinarySearch(docs, doc)
		if !found {
			return best
		}
		impact := float64(x.impacts[x.postings[t.Term]+uint32(i)])
		score := float64(t.factor() * impact)
		m.Terms = append(m.Terms, TermMatch{Weighted: t, Frequency: int(tfs[i]), Impact: impact, Score: score})
		m.Score += score
		m.Weight = min(m.Weight, t.Weight)
	}
	if m.Score > best.Score {
		return m
	}
	return best
}

// Walk calls visit for every term of a product's text, field by field and in
// order of position; positions count from 1 in each field.
func (x *Index) Walk(doc uint32, visit func(field int, position, term uint32)) {
	at := int(x.starts[doc])
	for field := range Fields {
		position := uint32(0)
		for {
			var code uint32
			code, at = nextCode(x.streams, at)
			if code == codeEndOfField {
				break
			}
			switch code {
			case codeGap:
				position++
			case codeSamePosition:
				position--
			default:
				position++
				visit(field, position, x.ranked[code-firstTermCode])
			}
		}
	}
}
