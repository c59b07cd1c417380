package lexical

import "slices"

// Match is how one clause scored a product.
type Match struct {
	// Term is the best of the clause's terms.
	Term Weighted
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
	for _, t := range c.Terms {
		docs, tfs := x.Postings(t.Term)
		i, found := slices.BinarySearch(docs, doc)
		if !found {
			continue
		}
		impact := float64(x.impacts[x.postings[t.Term]+uint32(i)])
		factor := t.Weight * t.IDF
		if score := factor * impact; score > best.Score {
			best = Match{Term: t, Frequency: int(tfs[i]), Impact: impact, Score: score}
		}
	}
	if best.Score == 0 {
		return best, false
	}
	best.ByField = make([]int, len(Fields))
	x.Walk(doc, func(field int, _, term uint32) {
		if term == best.Term.Term {
			best.ByField[field]++
		}
	})
	return best, true
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
