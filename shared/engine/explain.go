package engine

import (
	"fmt"
	"strings"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// explain takes a product's score apart: one part for each word that matched.
func (e *Engine) explain(doc uint32, q query) *wire.Explanation {
	x := &wire.Explanation{Description: "sum over the words of the query", Details: []wire.Explanation{}}
	for i := range q.words {
		if m, ok := e.index.Explain(doc, q.words[i].clause); ok {
			x.Value += m.Score
			x.Details = append(x.Details, e.explainMatch(doc, q.words[i], m))
		}
	}
	return x
}

func (e *Engine) explainMatch(doc uint32, w word, m lexical.Match) wire.Explanation {
	term := e.index.Term(m.Term.Term)
	name := fmt.Sprintf("%q matches %q", w.token.Word, term)
	if m.Term.Weight < 1 {
		name = fmt.Sprintf("%q is continued by %q", w.token.Word, term)
	}
	bm25 := e.settings.BM25
	return wire.Explanation{
		Value:       m.Score,
		Description: name + " in " + fieldCounts(m.ByField) + ": weight * idf * frequency factor",
		Details: []wire.Explanation{
			{Value: m.Term.Weight, Description: "weight of the match"},
			{
				Value: m.Term.IDF,
				Description: fmt.Sprintf("idf of the term: %d of %d products have it",
					e.index.DocumentFrequency(m.Term.Term), e.index.Products()),
			},
			{
				Value: m.Impact,
				Description: fmt.Sprintf("frequency factor: %d times in %d terms by weight (%.1f on average), k1 = %g, b = %g",
					m.Frequency, e.index.Length(doc), e.index.AverageLength(), bm25.K1, bm25.B),
			},
		},
	}
}

// fieldCounts says where a term stands, for example "title (1), description (2)".
func fieldCounts(byField []int) string {
	var names []string
	for field, n := range byField {
		if n > 0 {
			names = append(names, fmt.Sprintf("%s (%d)", lexical.Fields[field], n))
		}
	}
	return strings.Join(names, ", ")
}
