package evaluate

import (
	"math"
	"math/rand/v2"
	"slices"
)

// How a difference is judged: Resamples drawings of the queries, each with a
// generator of its own seed, so that the same rankings have the same intervals;
// and tail, the share of the drawings that lies beyond either end.
const (
	Resamples = 2000
	seed      = 20_240_229
	tail      = 0.025
	// negligible is what is written as 0; a bound that is no further from it tells
	// nothing.
	negligible = 0.00005
)

// Interval is by how much one system's mean is larger than another's, and between
// which bounds that difference lies with a confidence of 95 %.
type Interval struct {
	Difference float64 `json:"difference"`
	Low        float64 `json:"low"`
	High       float64 `json:"high"`
	// Queries counts those for which the metric is defined.
	Queries int `json:"queries"`
}

// Certain says that the interval leaves zero out: other queries of the same kind
// would have shown a difference of the same sign.
func (i Interval) Certain() bool { return i.Low > negligible || i.High < -negligible }

// Differences compares two systems on the same queries, metric by metric, by the
// paired bootstrap (Efron and Tibshirani 1993, chapter 13, the percentile
// interval; Sakai 2006 for rankings): the differences query by query are drawn
// with replacement, as many as there are, and the means of the drawings are
// spread as those of other such sets of queries would be.
func Differences(system, other []Outcome) [MetricCount]Interval {
	var all [MetricCount]Interval
	for metric := range MetricCount {
		var differences []float64
		for i := range system {
			if d := system[i].Values[metric] - other[i].Values[metric]; !math.IsNaN(d) {
				differences = append(differences, d)
			}
		}
		all[metric] = bootstrap(differences, uint64(metric))
	}
	return all
}

// Spread is how far the mean of such differences, query by query, may be off.
func Spread(differences []float64) Interval { return bootstrap(differences, 0) }

// bootstrap returns the mean of the differences and its interval; of none, the
// zero Interval.
func bootstrap(differences []float64, stream uint64) Interval {
	n := len(differences)
	if n == 0 {
		return Interval{}
	}
	interval := Interval{Queries: n}
	for _, d := range differences {
		interval.Difference += d
	}
	interval.Difference /= float64(n)
	random := rand.New(rand.NewPCG(seed, stream)) //nolint:gosec // made to be repeated, not to be secret
	means := make([]float64, Resamples)
	for i := range means {
		sum := 0.0
		for range n {
			sum += differences[random.IntN(n)]
		}
		means[i] = sum / float64(n)
	}
	slices.Sort(means)
	beyond := int(tail * Resamples)
	interval.Low, interval.High = means[beyond], means[Resamples-1-beyond]
	return interval
}
