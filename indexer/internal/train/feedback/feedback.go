// Package feedback reads what people told about the results of queries, by judging
// them or by clicking on them, and says how much each product is worth for a query.
package feedback

import (
	"math"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// Query is what people typed, and what they found worth something.
type Query struct {
	Text string
	// Gains are by the products' identifiers; all other products are worth nothing.
	Gains map[string]float64
}

// FromJudgments returns the queries that were judged, in their order. A grade is
// worth 2^grade - 1, as in evaluate.NDCG. Products that nobody judged are taken to
// be worth nothing: without them a net does not learn what to keep off the first
// page.
func FromJudgments(queries []evaluate.Query, judgments evaluate.Judgments) []Query {
	var told []Query
	for _, q := range queries {
		grades, judged := judgments[q.ID]
		if !judged {
			continue
		}
		gains := make(map[string]float64, len(grades))
		for id, grade := range grades {
			gains[id] = math.Exp2(min(grade, mostGrade)) - 1
		}
		told = append(told, Query{Text: q.Text, Gains: gains})
	}
	return told
}

// mostGrade bounds the grades: with higher ones a single product would be all that
// counts.
const mostGrade = 10
