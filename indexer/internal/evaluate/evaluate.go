// Package evaluate measures rankings against human judgments: it reads TREC
// qrels and queries, computes the field's usual metrics, and compares systems.
//
// The metrics are pure functions of a ranking and a query's judgments, so that
// every one of them can be checked by hand; what a query without an answer, an
// unjudged product or a tie means is decided here and nowhere else.
package evaluate

// Query is one line of a file of queries.
type Query struct {
	ID, Text string
}

// Judgments are the grades of a set of products by query: how well a product
// answers it, from 0 (not at all). A grade may be a fraction, such as the mean
// of several people's.
type Judgments map[string]Grades

// Grades are the judged products of one query.
type Grades map[string]float64

// Ranking is the identifiers of what a system returned for a query, best first,
// without repetition.
type Ranking []string
