// Package rank is the second stage of ranking: what is known of a candidate beside
// a query, and the small network that makes one score of it. The engine computes
// the features; the indexer trains the network on the merchant's own catalogue.
package rank

import "slices"

// Feature is the place of a number in Features.
type Feature int

// Features hold what is known of one candidate, each from 0 to 1, and each such
// that more of it never speaks against the product.
type Features [Count]float32

// Model is what training found for one catalogue.
type Model struct {
	// Net scores a candidate by its features.
	Net Net
	// Mix is how much the net's score counts beside the first stage's; with 0 the
	// first stage ranks alone.
	Mix float32
	// Floor is the cosine of a product with a query above which the table may
	// propose it though it has none of the words.
	Floor float32
}

// Score is what a candidate is ordered by: the first stage's opinion and, as far as
// Mix says, the net's.
func (m *Model) Score(f *Features) float32 {
	return f[First] + float32(m.Mix*m.Net.Score(f))
}

// Fits says whether the model is one for the features of this engine.
func (m *Model) Fits() bool {
	n := &m.Net
	return len(n.Direct) == Count && len(n.Weights) == len(n.Biases)*Count && len(n.Out) == len(n.Biases)
}

// IsMonotone says whether no more of a feature can ever lower the score.
func (m *Model) IsMonotone() bool {
	isNegative := func(w float32) bool { return !(w >= 0) }
	n := &m.Net
	return m.Mix >= 0 && !slices.ContainsFunc(n.Weights, isNegative) &&
		!slices.ContainsFunc(n.Out, isNegative) && !slices.ContainsFunc(n.Direct, isNegative)
}
