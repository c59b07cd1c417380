package feedback

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
)

// What is shown first is clicked first, whether it is good or not. A click counts
// for the inverse of how likely anybody looked at all, which makes the mean of many
// what it would have been had everybody seen everything: Joachims, Swaminathan and
// Schnabel, "Unbiased Learning-to-Rank with Biased Feedback", 2017.
//
// How likely people look at a position is learned from the log itself, by the
// position-based model: who looks at a product clicks if it is good, and whether one
// looks depends on the position alone. Products that were shown at several positions
// tell the two apart: Wang and others, "Position Bias Estimation for Unbiased
// Learning to Rank in Personal Search", 2018, by expectation and maximisation.

const (
	// Both are estimated anew until the positions have settled, or so often.
	mostRounds = 1000
	settled    = 1e-5
	// leastLooked bounds how much a click far down may count: a lucky one would
	// outweigh all others.
	leastLooked = 0.05
	// priorShown and priorLiked are what is believed of a product before it is shown:
	// that so many would have seen it, and that share of them clicked.
	priorShown = 2.0
	priorLiked = 0.1
)

// shown is how often a product was shown for a query at a position, and clicked.
type shown struct {
	pair, position int
	times, clicks  float64
}

// FromClicks returns the queries of a log, in the order in which they come first. A
// product is worth the share of those who looked that clicked on it. Queries are the
// same if they differ in case and spaces alone; those without a click tell nothing
// and are left out.
func FromClicks(clicks []Click) []Query {
	type key struct{ query, product string }
	type place struct{ pair, position int }
	var queries []Query
	places := map[string]int{}
	pairs := map[key]int{}
	counts := map[place]*shown{}
	for _, c := range clicks {
		text := strings.ToLower(c.Query)
		if _, ok := places[text]; !ok {
			places[text] = len(queries)
			queries = append(queries, Query{Text: text, Gains: map[string]float64{}})
		}
		pair, ok := pairs[key{text, c.Product}]
		if !ok {
			pair = len(pairs)
			pairs[key{text, c.Product}] = pair
		}
		count := counts[place{pair, c.Position}]
		if count == nil {
			count = &shown{pair: pair, position: c.Position}
			counts[place{pair, c.Position}] = count
		}
		count.times++
		if c.Clicked {
			count.clicks++
		}
	}
	if len(counts) == 0 {
		return nil
	}
	rows := slices.SortedFunc(maps.Values(counts), func(a, b *shown) int {
		return cmp.Or(cmp.Compare(a.pair, b.pair), cmp.Compare(a.position, b.position))
	})
	worth := worths(rows, len(pairs))
	for pair, i := range pairs {
		if worth[i] > 0 {
			queries[places[pair.query]].Gains[pair.product] = worth[i]
		}
	}
	return slices.DeleteFunc(queries, func(q Query) bool { return len(q.Gains) == 0 })
}

// worths returns of every pair of a query and a product the share of those who
// looked that clicked, with each click counted by the inverse of how likely they
// looked; 0 where nobody clicked.
func worths(rows []*shown, pairs int) []float64 {
	looked := look(rows, pairs)
	clicks, times := make([]float64, pairs), make([]float64, pairs)
	for _, r := range rows {
		clicks[r.pair] += r.clicks / max(leastLooked, looked[r.position])
		times[r.pair] += r.times
	}
	for pair := range clicks {
		clicks[pair] /= times[pair] + priorShown
	}
	return clicks
}

// look returns how likely people look at each position, beside the one that they
// look at most.
func look(rows []*shown, pairs int) []float64 {
	last := 0
	for _, r := range rows {
		last = max(last, r.position)
	}
	looked, shows := make([]float64, last+1), make([]float64, last+1)
	liked, seen := make([]float64, pairs), make([]float64, pairs)
	for _, r := range rows {
		looked[r.position] = 0.5
		liked[r.pair] = priorLiked
		shows[r.position] += r.times
		seen[r.pair] += r.times
	}
	saw, likes := make([]float64, last+1), make([]float64, pairs)
	for moved, round := 1.0, 0; moved > settled && round < mostRounds; round++ {
		clear(saw)
		clear(likes)
		for _, r := range rows {
			// Who clicked looked and liked it. Of those who did not, either may be so.
			left := r.times - r.clicks
			l, g := looked[r.position], liked[r.pair]
			saw[r.position] += r.clicks + float64(left*l*(1-g)/(1-l*g))
			likes[r.pair] += r.clicks + float64(left*g*(1-l)/(1-l*g))
		}
		moved = 0
		for position, n := range shows {
			if n > 0 {
				now := min(saw[position]/n, mostSure)
				moved = max(moved, math.Abs(now-looked[position]))
				looked[position] = now
			}
		}
		for i := range liked {
			liked[i] = min((likes[i]+priorShown*priorLiked)/(seen[i]+priorShown), mostSure)
		}
	}
	most := slices.Max(looked)
	for position := range looked {
		looked[position] /= max(most, leastLooked)
	}
	return looked
}

// mostSure keeps a probability from being 1, with which nobody could have looked
// away.
const mostSure = 0.9999
