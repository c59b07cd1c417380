package report

import (
	"math"
	"strconv"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// summary is what stands at the head of the page.
type summary struct {
	Shop         string
	Products     int
	Half         evaluate.Half
	Queries      int
	Judged       int
	RelevantFrom string
	Systems      []System
	Figures      []figure
	Resamples    int
	// Detailed counts the queries that the page looks into.
	Detailed int
}

// Cards are the figures that stand at the head: what a shopper notices.
func (s summary) Cards() []figure {
	return []figure{
		s.Figures[evaluate.MetricNDCGFull], s.Figures[evaluate.MetricMRR],
		s.Figures[evaluate.MetricRecall10], s.Figures[evaluate.MetricZero],
	}
}

// figure is one metric of every system.
type figure struct {
	Metric evaluate.Metric
	// Plain is the metric in plain words, About what its number means.
	Plain, About string
	Values       []string
	// Shares are the values as widths, in percent.
	Shares []int
	// Against is the difference to the second system; nil if there is none.
	Against *difference
}

// plain are the metrics for those who do not know their names.
var plain = [evaluate.MetricCount]struct{ name, about string }{
	evaluate.MetricNDCGFull: {
		"Quality of the first page",
		"1 is the best first page that the judged products allow, with the best first; products that nobody judged count nothing.",
	},
	evaluate.MetricNDCGJudged: {
		"Order of the judged products",
		"The same, among the judged products alone: how well they are ordered, apart from whether they are found.",
	},
	evaluate.MetricRecall10: {"Fitting products among the first 10", "The share of all fitting products that stand on the first page."},
	evaluate.MetricRecall50: {"Fitting products among the first 50", "The share of all fitting products that stand on the first five pages."},
	evaluate.MetricRecall200: {
		"Fitting products among the first 200",
		"The share that is found at all; a later stage can only bring forward what is here.",
	},
	evaluate.MetricMRR: {
		"How soon the first fitting product comes",
		"1 if it always comes first, ½ if always second; 0 where none is on the first page.",
	},
	evaluate.MetricZero: {"Queries without a result", "The share of all queries for which nothing is shown. Here less is better."},
}

// summary takes the differences of the cards from the first pair.
func (r *Report) summary(pairs []pair) summary {
	health := r.Engine.Health()
	s := summary{
		Shop: health.Shop, Products: health.Products, Half: r.Half, Queries: len(r.Queries),
		RelevantFrom: strconv.FormatFloat(r.RelevantFrom, 'f', -1, 64), Systems: r.Systems, Resamples: evaluate.Resamples,
		Detailed: min(mostDetails, len(r.Queries)),
	}
	for _, query := range r.Queries {
		if r.Judgments[query.ID] != nil {
			s.Judged++
		}
	}
	means := make([]evaluate.Metrics, len(r.Systems))
	for i, system := range r.Systems {
		means[i] = evaluate.Means(system.Outcomes)
	}
	for metric := range evaluate.MetricCount {
		f := figure{Metric: metric, Plain: plain[metric].name, About: plain[metric].about}
		for _, m := range means {
			f.Values = append(f.Values, strconv.FormatFloat(m.Of(metric), 'f', 3, 64))
			f.Shares = append(f.Shares, int(math.Round(100*m.Of(metric))))
		}
		if len(pairs) > 0 {
			f.Against = &pairs[0].Differences[metric]
		}
		s.Figures = append(s.Figures, f)
	}
	return s
}
