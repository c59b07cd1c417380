package report

import (
	"math"
	"strconv"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// pair is two systems and by how much the first is better, metric by metric.
type pair struct {
	System, Other string
	Differences   []difference
}

// difference is one metric's interval, in words and as it is drawn.
type difference struct {
	evaluate.Interval
	Metric evaluate.Metric
	Plain  string
	// Verdict is better, worse or even, Words what that means.
	Verdict, Words string
	// Low, Middle and High are where the interval is drawn, from 0 to plotWidth
	// with no difference in the middle.
	From, Middle, To float64
}

// The width of a drawn interval and how much of either end stays empty.
const (
	plotWidth  = 200
	plotMargin = 8
)

// pairs compares each of the bundle's stages with every system after it.
func (r *Report) pairs() []pair {
	var pairs []pair
	for i, system := range r.Systems {
		if !system.Own {
			continue
		}
		for _, other := range r.Systems[i+1:] {
			pairs = append(pairs, pair{
				System: system.Name, Other: other.Name,
				Differences: differences(evaluate.Differences(system.Outcomes, other.Outcomes)),
			})
		}
	}
	return pairs
}

// differences draws the intervals of a pair on one scale.
func differences(intervals [evaluate.MetricCount]evaluate.Interval) []difference {
	scale := 0.0
	for _, i := range intervals {
		scale = max(scale, math.Abs(i.Low), math.Abs(i.High))
	}
	place := func(value float64) float64 {
		if scale == 0 {
			return plotWidth / 2
		}
		return math.Round(plotWidth/2 + value/scale*(plotWidth/2-plotMargin))
	}
	all := make([]difference, len(intervals))
	for metric, i := range intervals {
		d := difference{
			Interval: i, Metric: evaluate.Metric(metric), Plain: plain[metric].name,
			From: place(i.Low), Middle: place(i.Difference), To: place(i.High),
		}
		switch lessIsBetter := d.Metric == evaluate.MetricZero; {
		case i.Low == 0 && i.High == 0:
			d.Verdict, d.Words = "even", "the same"
		case !i.Certain():
			d.Verdict, d.Words = "even", "may be chance"
		case (i.Difference > 0) != lessIsBetter:
			d.Verdict, d.Words = "better", "better"
		default:
			d.Verdict, d.Words = "worse", "worse"
		}
		all[metric] = d
	}
	return all
}

// Signed is the difference as people read it.
func (d difference) Signed() string { return signed(d.Difference) }

// Range is the interval as people read it.
func (d difference) Range() string { return signed(d.Low) + " to " + signed(d.High) }

// signed writes three digits after the point, or a fourth where they are all 0.
func signed(value float64) string {
	digits := 3
	if math.Abs(value) < 0.0005 {
		digits = 4
	}
	switch written := strconv.FormatFloat(math.Abs(value), 'f', digits, 64); {
	case written == "0.0000":
		return "0"
	case value < 0:
		return "−" + written
	default:
		return "+" + written
	}
}
