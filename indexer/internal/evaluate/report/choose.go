package report

import (
	"cmp"
	"math"
	"slices"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// mostDetails bounds the queries whose products and explanations are in the page:
// as many as anybody looks through, and less than 3 MB of them.
const mostDetails = 100

// choose returns the queries, by number and ascending, that are looked into: all
// if there are few; else in turn the greatest gains and losses against each other
// system, those that found nothing, those that the engine is unsure of and the
// worst; and some from everywhere, to see what is ordinary.
func (r *Report) choose(all []asked) []int {
	if len(all) <= mostDetails {
		chosen := make([]int, len(all))
		for i := range chosen {
			chosen[i] = i
		}
		return chosen
	}
	own := r.Systems[0].Outcomes
	quality := func(i int) float64 { return own[i].Values[evaluate.MetricNDCGFull] }
	groups := [][]int{
		r.numbers(func(i int) float64 { return flag(all[i].confidence == nothing) }),
		r.numbers(func(i int) float64 { return flag(all[i].confidence == unsure) }),
		r.numbers(func(i int) float64 { return 1 - quality(i) }),
	}
	for _, other := range r.Systems[1:] {
		gain := func(i int) float64 { return quality(i) - other.Outcomes[i].Values[evaluate.MetricNDCGFull] }
		groups = append(groups, r.numbers(gain), r.numbers(func(i int) float64 { return -gain(i) }))
	}
	ordinary := make([]int, mostDetails)
	for i := range ordinary {
		ordinary[i] = i * len(all) / mostDetails
	}
	return inTurn(append(groups, ordinary), mostDetails)
}

func flag(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// numbers returns the numbers of the queries that score more than 0, the highest
// first.
func (r *Report) numbers(score func(i int) float64) []int {
	var numbers []int
	for i := range r.Queries {
		if s := score(i); s > 0 && !math.IsNaN(s) {
			numbers = append(numbers, i)
		}
	}
	slices.SortStableFunc(numbers, func(a, b int) int { return cmp.Compare(score(b), score(a)) })
	return numbers
}

// inTurn takes one number of each group after the other until it has enough, and
// returns them in order.
func inTurn(groups [][]int, enough int) []int {
	taken := map[int]bool{}
	for left := true; left && len(taken) < enough; {
		left = false
		for g, group := range groups {
			for len(group) > 0 && taken[group[0]] {
				group = group[1:]
			}
			if len(group) > 0 && len(taken) < enough {
				taken[group[0]] = true
				group, left = group[1:], true
			}
			groups[g] = group
		}
	}
	chosen := make([]int, 0, len(taken))
	for number := range taken {
		chosen = append(chosen, number)
	}
	slices.Sort(chosen)
	return chosen
}
