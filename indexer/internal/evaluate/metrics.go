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
	var ndcgFull, ndcgJudged, recall10, recall50, recall200, reciprocal, zero mean
	for _, query := range queries {
		grades := judgments[query.ID]
		ranking, returned, err := search(query, grades)
		if err != nil {
			return Metrics{}, err
		}
		ndcgFull.add(NDCG(ranking, grades))
		ndcgJudged.add(NDCG(JudgedOnly(returned, grades), grades))
		recall10.add(Recall(ranking, grades, relevantFrom, 10))
		recall50.add(Recall(ranking, grades, relevantFrom, 50))
		recall200.add(Recall(ranking, grades, relevantFrom, Deepest))
		reciprocal.add(ReciprocalRank(ranking, grades, relevantFrom))
		if len(ranking) == 0 {
			zero.add(1, true)
		} else {
			zero.add(0, true)
		}
	}
	return Metrics{
		NDCGFull:   ndcgFull.value(),
		NDCGJudged: ndcgJudged.value(),
		Recall10:   recall10.value(),
		Recall50:   recall50.value(),
		Recall200:  recall200.value(),
		MRR:        reciprocal.value(),
		ZeroRate:   zero.value(),
	}, nil
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
