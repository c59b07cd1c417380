package evaluate

import (
	"cmp"
	"math"
	"slices"
)

// Depth is the rank down to which NDCG and MRR look: one page of results.
const Depth = 10

// NDCG returns the normalised discounted cumulated gain of the first Depth ranks
// (Järvelin and Kekäläinen 2002, with the gain 2^grade - 1 of Burges et al. 2005
// and the discount log2(rank + 1)): 1 is the best order that the judged products
// allow. An unjudged product gains nothing. ok is false where no judged product
// has a gain, so that no order is better than another.
func NDCG(ranking Ranking, grades Grades) (value float64, ok bool) {
	best := make([]float64, 0, len(grades))
	for _, grade := range grades {
		best = append(best, grade)
	}
	slices.SortFunc(best, func(a, b float64) int { return cmp.Compare(b, a) })
	ideal := discounted(best)
	if ideal == 0 {
		return 0, false
	}
	got := make([]float64, 0, Depth)
	for _, id := range ranking[:min(Depth, len(ranking))] {
		got = append(got, grades[id])
	}
	return discounted(got) / ideal, true
}

// discounted sums the discounted gains of the first Depth grades.
func discounted(grades []float64) float64 {
	sum := 0.0
	for i, grade := range grades[:min(Depth, len(grades))] {
		sum += (math.Exp2(grade) - 1) / math.Log2(float64(i)+2)
	}
	return sum
}

// JudgedOnly returns the ranking that a system gives the judged products alone:
// those it returned, in its order, then those it did not, by identifier. It
// tells how well a system orders, apart from whether it finds.
//
// The second group has no order of the system's own; the identifier is one that
// knows nothing of the grades and is the same for every system.
func JudgedOnly(ranking Ranking, grades Grades) Ranking {
	judged := make(Ranking, 0, len(grades))
	returned := make(map[string]bool, len(grades))
	for _, id := range ranking {
		if _, ok := grades[id]; ok {
			judged = append(judged, id)
			returned[id] = true
		}
	}
	first := len(judged)
	for id := range grades {
		if !returned[id] {
			judged = append(judged, id)
		}
	}
	slices.Sort(judged[first:])
	return judged
}
