package instant

import (
	"sort"

	"github.com/vitrine-search/vitrine/indexer/internal/compress"
)

// hitsWorth is what the hits of a beginning are worth beside its suggestions, which
// come first in a panel and take far fewer bytes.
const hitsWorth = 0.5

// step adds the suggestions of a beginning to a shard, or to those its hits too.
type step struct {
	place int
	hits  bool
}

// fit returns the shard of the most valuable answers that fit in so many bytes of
// gzip.
func (a *answers) fit(bundle string, limit int) []byte {
	steps := a.steps(limit)
	encoded := func(n int) []byte {
		chosen := make(selection, n)
		for _, s := range steps[:n] {
			chosen[s.place] = s.hits
		}
		return a.encode(bundle, chosen)
	}
	return encoded(sort.Search(len(steps), func(n int) bool { return len(compress.Gzip(encoded(n+1))) > limit }))
}

// steps puts the answers into the order in which they are to be taken: each time what
// answers the most keystrokes for its bytes, given what is there already. What would
// go far beyond the limit is left out.
func (a *answers) steps(limit int) []step {
	c := a.newCosts()
	var taken []step
	// left is the next step of each beginning; its place is below 0 where none is left.
	left := make([]step, len(a.of))
	for i := range left {
		left[i] = a.of[i].first(i)
	}
	for spent := 0.0; spent < 2*float64(limit); {
		best, most, price := -1, 0.0, 0.0
		for i, s := range left {
			if s.place < 0 {
				continue
			}
			worth, cost := a.of[i].weight, c.of(a, s)
			if s.hits {
				worth *= hitsWorth
			}
			if worth/cost > most {
				best, most, price = i, worth/cost, cost
			}
		}
		if best < 0 {
			break
		}
		taken, spent = append(taken, left[best]), spent+price
		c.take(a, left[best])
		left[best] = a.of[best].after(left[best])
	}
	return taken
}

// first returns the step that a beginning is answered by at first: its suggestions, or
// where it has none, its hits.
func (a *answered) first(place int) step {
	suggestions := step{place: place}
	if len(a.suggestions) > len("[]") {
		return suggestions
	}
	return a.after(suggestions)
}

// after returns the step after s.
func (a *answered) after(s step) step {
	if s.hits || len(a.hits) == 0 {
		return step{place: -1}
	}
	return step{place: s.place, hits: true}
}

// costs tells about how many compressed bytes a step adds.
type costs struct {
	// suggestion and hit are the shares that compression leaves of them.
	suggestion, hit float64
	// there says which of the hits are in the shard.
	there []bool
}

// number is about what a hit's place, or a total, takes.
const number = 2

func (a *answers) newCosts() costs {
	var suggestions, hits []byte
	for i := range a.of {
		suggestions = append(suggestions, a.of[i].suggestions...)
	}
	for _, hit := range a.hits {
		hits = append(hits, hit...)
	}
	share := func(data []byte) float64 { return float64(len(compress.Gzip(data))) / float64(len(data)+1) }
	return costs{suggestion: share(suggestions), hit: share(hits), there: make([]bool, len(a.hits))}
}

func (c *costs) of(a *answers, s step) float64 {
	of := &a.of[s.place]
	if !s.hits {
		return c.suggestion*float64(len(of.suggestions)) + float64(len(of.key))
	}
	cost := float64(number * (len(of.hits) + 1))
	for _, hit := range of.hits {
		if !c.there[hit] {
			cost += c.hit * float64(len(a.hits[hit]))
		}
	}
	return cost
}

// take notes that a step was taken.
func (c *costs) take(a *answers, s step) {
	if s.hits {
		for _, hit := range a.of[s.place].hits {
			c.there[hit] = true
		}
	}
}
