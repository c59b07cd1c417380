package evaluate

// Metrics are the means over a set of queries. Each mean leaves out the queries
// for which its metric is undefined: NDCG those without a gain, recall and MRR
// those without a relevant product.
type Metrics struct {
	// NDCGFull ranks the whole catalogue; an unjudged product gains nothing.
	NDCGFull float64 `json:"ndcg@10_full"`
	// NDCGJudged ranks the judged products alone (see JudgedOnly).
	NDCGJudged float64 `json:"ndcg@10_judged"`
	Recall10   float64 `json:"recall@10"`
	Recall50   float64 `json:"recall@50"`
	Recall200  float64 `json:"recall@200"`
	MRR        float64 `json:"mrr@10"`
	// ZeroRate is the share of all queries, judged or not, without any result.
	ZeroRate float64 `json:"zero_rate"`
}

// Deepest is the last rank that any metric looks at.
const Deepest = 200

// Search is a system's answer to a query: the first Deepest products, or all if
// there are fewer, and, wherever they stand, those of the judged ones that it
// returns, in its order.
type Search func(query Query, judged Grades) (first, returned Ranking, err error)

// Measure searches for every query and returns the means.
func Measure(queries []Query, judgments Judgments, relevantFrom float64, search Search) (Metrics, error) {
	outcomes, err := MeasureEach(queries, judgments, relevantFrom, search)
	if err != nil {
		return Metrics{}, err
	}
	return Means(outcomes), nil
}

// mean averages the values that are defined; of none it is 0.
type mean struct {
	sum   float64
	count int
}

func (m *mean) add(value float64, defined bool) {
	if defined {
		m.sum += value
		m.count++
	}
}

func (m *mean) value() float64 {
	if m.count == 0 {
		return 0
	}
	return m.sum / float64(m.count)
}
