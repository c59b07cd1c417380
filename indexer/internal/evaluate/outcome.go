package evaluate

import "math"

// Metric is one figure that is computed of every query.
type Metric int

// The metrics, in the order of Metrics' fields.
const (
	MetricNDCGFull Metric = iota
	MetricNDCGJudged
	MetricRecall10
	MetricRecall50
	MetricRecall200
	MetricMRR
	MetricZero
	// MetricCount is how many there are.
	MetricCount
)

// metricNames are what the metrics are called, for people and in JSON.
var metricNames = [MetricCount]struct{ label, key string }{
	MetricNDCGFull:   {"NDCG@10, whole catalogue", "ndcg@10_full"},
	MetricNDCGJudged: {"NDCG@10, judged only", "ndcg@10_judged"},
	MetricRecall10:   {"recall@10", "recall@10"},
	MetricRecall50:   {"recall@50", "recall@50"},
	MetricRecall200:  {"recall@200", "recall@200"},
	MetricMRR:        {"MRR@10", "mrr@10"},
	MetricZero:       {"without a result", "zero_rate"},
}

// String is what people read.
func (m Metric) String() string { return metricNames[m].label }

// Key is the metric's name in JSON.
func (m Metric) Key() string { return metricNames[m].key }

// Values are the metrics of one query: NaN where one is undefined.
type Values [MetricCount]float64

// Outcome is what one system made of one query.
type Outcome struct {
	// First are the first products, at most Depth.
	First  Ranking
	Values Values
}

// MeasureEach searches for every query and returns what became of each.
func MeasureEach(queries []Query, judgments Judgments, relevantFrom float64, search Search) ([]Outcome, error) {
	outcomes := make([]Outcome, len(queries))
	for i, query := range queries {
		grades := judgments[query.ID]
		first, returned, err := search(query, grades)
		if err != nil {
			return nil, err
		}
		outcomes[i].First = append(Ranking(nil), first[:min(Depth, len(first))]...)
		outcomes[i].Values = Values{
			MetricNDCGFull:   defined(NDCG(first, grades)),
			MetricNDCGJudged: defined(NDCG(JudgedOnly(returned, grades), grades)),
			MetricRecall10:   defined(Recall(first, grades, relevantFrom, 10)),
			MetricRecall50:   defined(Recall(first, grades, relevantFrom, 50)),
			MetricRecall200:  defined(Recall(first, grades, relevantFrom, Deepest)),
			MetricMRR:        defined(ReciprocalRank(first, grades, relevantFrom)),
			MetricZero:       share(len(first) == 0),
		}
	}
	return outcomes, nil
}

func defined(value float64, ok bool) float64 {
	if !ok {
		return math.NaN()
	}
	return value
}

// Means returns the means over the queries.
func Means(outcomes []Outcome) Metrics {
	var means [MetricCount]mean
	for i := range outcomes {
		for metric, value := range outcomes[i].Values {
			means[metric].add(value, !math.IsNaN(value))
		}
	}
	return Metrics{
		NDCGFull:   means[MetricNDCGFull].value(),
		NDCGJudged: means[MetricNDCGJudged].value(),
		Recall10:   means[MetricRecall10].value(),
		Recall50:   means[MetricRecall50].value(),
		Recall200:  means[MetricRecall200].value(),
		MRR:        means[MetricMRR].value(),
		ZeroRate:   means[MetricZero].value(),
	}
}

// Of returns the mean of one metric.
func (m Metrics) Of(metric Metric) float64 {
	return [MetricCount]float64{m.NDCGFull, m.NDCGJudged, m.Recall10, m.Recall50, m.Recall200, m.MRR, m.ZeroRate}[metric]
}
