package engine

import "slices"

// What matches a query as it was typed comes before everything that matches only
// by corrections, whatever the scores: the correction of a word that products have
// is a guess. The products that match as typed are looked for only if a word was
// doubted. They are few, since only words of few products are.

// appendExact appends the products, ascending, that have every word of the query
// without a correction, if some word was doubted; otherwise all are alike.
func (e *Engine) appendExact(exact []uint32, q *query) []uint32 {
	for i := range q.words {
		if w := &q.words[i]; w.doubted {
			term, _ := e.index.Lookup(w.token.Term)
			docs, _ := e.index.Postings(term)
			for _, doc := range docs {
				if e.isExact(doc, q) {
					exact = append(exact, doc)
				}
			}
			return exact
		}
	}
	return exact
}

func (e *Engine) isExact(doc uint32, q *query) bool {
	for i := range q.words {
		if w := &q.words[i]; !w.token.Stop && !e.index.HasUncorrected(doc, w.clause) {
			return false
		}
	}
	return true
}

// tier is 0 for the products that come first, and for all if none do.
func (s *scratch) tier(doc uint32) uint8 {
	if len(s.exact) == 0 || s.isFirst(doc) {
		return 0
	}
	return 1
}

// isFirst says whether a product comes before others, whatever their scores.
func (s *scratch) isFirst(doc uint32) bool {
	if len(s.exact) == 0 {
		return false
	}
	_, ok := slices.BinarySearch(s.exact, doc)
	return ok
}
