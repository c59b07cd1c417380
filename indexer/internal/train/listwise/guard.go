package listwise

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// Mixes are how much the network may count beside the first stage, whose scores
// differ as much; with the first, the prior counts alone.
var Mixes = []float32{0, 0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8}

// mixes are those of a free network, or a monotone one, which does without the last:
// made-up queries often ask for it, but those of shoppers do better without.
func (o *Options) mixes() []float32 {
	if o.Free {
		return Mixes
	}
	return Mixes[:len(Mixes)-1]
}

// Report says what the second stage was worth on queries that it had not seen.
type Report struct {
	// Queries counts them.
	Queries int `json:"queries"`
	// First and Mixed are their mean NDCG@10 by the first stage alone, and with the
	// network, by how much it counts best on other queries than the measured ones.
	First float64 `json:"first"`
	Mixed float64 `json:"mixed"`
	// Difference is between these two.
	Difference evaluate.Interval `json:"difference"`
	// Used is what ranks: "first stage" if no other did as well, "prior" if nothing
	// that was learned did better, or "learned".
	Used string `json:"used"`
	// Mix is how much the learned network counts, 0 if it does not.
	Mix float32 `json:"mix"`
}

// What ranks.
const (
	UsedFirst   = "first stage"
	UsedPrior   = "prior"
	UsedLearned = "learned"
)

// String says it for people.
func (r Report) String() string {
	switch r.Used {
	case UsedLearned:
		return "the second stage does better: " + r.Measured()
	case UsedPrior:
		return "nothing learned did better, the second stage ranks as in other shops: " + r.Measured()
	default:
		return "the second stage is left out, it did no better: " + r.Measured()
	}
}

// Measured says what was measured, for people.
func (r Report) Measured() string {
	return fmt.Sprintf("NDCG@10 %.3f -> %.3f on %d held-out queries, by %+.3f [%+.3f, %+.3f]",
		r.First, r.Mixed, r.Queries, r.Difference.Difference, r.Difference.Low, r.Difference.High)
}

// comparison is NDCG@10 of held-out groups by the first stage and by the mixes.
type comparison struct {
	prior *rank.Net
	mixes []float32
	// first (groups) and mixed (mixes, groups).
	first []float64
	mixed [][]float64
}

func newComparison(options Options, groups int) *comparison {
	prior := options.Prior
	if prior == nil {
		prior = &rank.Net{Direct: make([]float32, rank.Count)}
	}
	c := &comparison{prior: prior, mixes: options.mixes(), first: make([]float64, 0, groups)}
	c.mixed = make([][]float64, len(c.mixes))
	for i := range c.mixed {
		c.mixed[i] = make([]float64, 0, groups)
	}
	return c
}

// add measures a network on groups that it has not seen.
func (c *comparison) add(net *rank.Net, held []Group) {
	models := make([]*rank.Model, len(c.mixes))
	for i, mix := range c.mixes {
		models[i] = c.model(net, mix)
	}
	for g := range held {
		c.first = append(c.first, ndcg(&rank.Model{}, &held[g]))
		for i := range c.mixes {
			c.mixed[i] = append(c.mixed[i], ndcg(models[i], &held[g]))
		}
	}
}

// model has the prior count, and a network by a mix beside it.
func (c *comparison) model(net *rank.Net, mix float32) *rank.Model {
	m := &rank.Model{Mix: 1, Net: rank.Net{Weights: net.Weights, Biases: net.Biases, Direct: slices.Clone(c.prior.Direct)}}
	for i, w := range net.Direct {
		m.Net.Direct[i] += mix * w
	}
	for _, w := range net.Out {
		m.Net.Out = append(m.Net.Out, mix*w)
	}
	return m
}

// choose returns the model that ranks from now on. Whether a network is worth
// anything is not told by the best of several mixes on the groups that it was chosen
// by: so half of the groups are measured by what is best on the other half.
func (c *comparison) choose(net *rank.Net) (*rank.Model, Report) {
	var mixed [2][]float64 // what is best on the even and on the odd groups
	for half := range mixed {
		mixed[half] = c.mixed[c.best(func(group int) bool { return group%2 == half })]
	}
	report := c.report(func(group int) float64 { return mixed[1-group%2][group] })
	report.Mix = c.mixes[c.best(func(int) bool { return true })]
	if report.Difference.Low > 0 && report.Difference.Certain() && report.Mix > 0 {
		report.Used = UsedLearned
		return c.model(net, report.Mix), report
	}
	report.Mix = 0
	none := rank.Net{Direct: make([]float32, rank.Count)}
	if !slices.Equal(c.prior.Direct, none.Direct) {
		report = c.report(func(group int) float64 { return c.mixed[0][group] })
		if report.Difference.Difference >= 0 {
			report.Used = UsedPrior
			return c.model(&none, 0), report
		}
	}
	report.Used = UsedFirst
	return &rank.Model{Net: none}, report
}

// report compares what a second stage makes of each group with the first.
func (c *comparison) report(second func(group int) float64) (r Report) {
	r.Queries = len(c.first)
	differences := make([]float64, len(c.first))
	for g, first := range c.first {
		differences[g] = second(g) - first
		r.First += first / float64(len(c.first))
		r.Mixed += second(g) / float64(len(c.first))
	}
	r.Difference = evaluate.Spread(differences)
	return r
}

// best returns the place of the mix whose sum over some groups is greatest, of
// equals the least.
func (c *comparison) best(in func(group int) bool) int {
	best, most := 0, math.Inf(-1)
	for i, values := range c.mixed {
		var sum float64
		for group, value := range values {
			if in(group) {
				sum += value
			}
		}
		if sum > most {
			best, most = i, sum
		}
	}
	return best
}

// ndcg returns the normalised discounted cumulated gain (Järvelin and Kekäläinen
// 2002) of the first ten candidates whose gain is known. The gains are taken as
// they are; that some are more than 0 is granted. Candidates that score alike keep
// the first stage's order.
func ndcg(model *rank.Model, group *Group) float64 {
	type scored struct {
		score float32
		gain  float64
	}
	var ranking []scored
	for i, gain := range group.Gains {
		if gain >= 0 {
			ranking = append(ranking, scored{model.Score(&group.Candidates[i]), gain})
		}
	}
	discounted := func() (sum float64) {
		for i, c := range ranking[:min(evaluate.Depth, len(ranking))] {
			sum += c.gain / math.Log2(float64(i)+2)
		}
		return sum
	}
	slices.SortStableFunc(ranking, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	got := discounted()
	slices.SortStableFunc(ranking, func(a, b scored) int { return cmp.Compare(b.gain, a.gain) })
	return got / discounted()
}
