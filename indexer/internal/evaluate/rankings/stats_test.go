package rankings

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// measured is what the first stage alone, and both, made of the queries.
type measured struct {
	*shop
	first, both []evaluate.Outcome
}

func (s *shop) measure(t *testing.T) measured {
	t.Helper()
	by := func(stages int) []evaluate.Outcome {
		outcomes, err := evaluate.MeasureEach(s.queries, s.judgments, 1, func(query evaluate.Query, _ evaluate.Grades) (first, returned evaluate.Ranking, err error) {
			request := wire.SearchRequest{Query: query.Text, Limit: s.engine.Health().Products, Stages: stages}
			ranked, err := s.engine.Rank(t.Context(), request)
			for _, product := range ranked {
				first = append(first, product.ID)
			}
			return first, first, err
		})
		require.NoError(t, err)
		return outcomes
	}
	return measured{s, by(1), by(2)}
}

// means writes the means over the queries of a half, and by how much they differ.
func (m measured) means(w *strings.Builder, half evaluate.Half) {
	var first, both []evaluate.Outcome
	for i, query := range m.queries {
		if half.Holds(query.Text) {
			first, both = append(first, m.first[i]), append(both, m.both[i])
		}
	}
	of := "all"
	if half != "" {
		of = "the " + string(half) + " half"
	}
	fmt.Fprintf(w, "\n%s, %s: %d queries\n", m.name, of, len(both))
	fmt.Fprintf(w, "%26s  %-6s  %-6s  %s\n", "", "first", "both", "difference, 95 %")
	before, after, differences := evaluate.Means(first), evaluate.Means(both), evaluate.Differences(both, first)
	for metric := range evaluate.MetricCount {
		d := differences[metric]
		fmt.Fprintf(w, "%26s  %.4f  %.4f  %+.4f [%+.4f, %+.4f]\n",
			metric, before.Of(metric), after.Of(metric), d.Difference, d.Low, d.High)
	}
}

// each writes a line for every query.
func (m measured) each(w *strings.Builder) {
	fmt.Fprintf(w, "\n%s, NDCG@10 over the whole catalogue, query by query\n", m.name)
	fmt.Fprintf(w, "%-5s %-4s  %-6s  %-6s  %s\n", "query", "half", "first", "both", "the first products")
	for i, query := range m.queries {
		half := evaluate.Odd
		if evaluate.Even.Holds(query.Text) {
			half = evaluate.Even
		}
		shown := m.both[i].First
		fmt.Fprintf(w, "%-5s %-4s  %.4f  %.4f  %s\n", query.ID, half, m.first[i].Values[evaluate.MetricNDCGFull],
			m.both[i].Values[evaluate.MetricNDCGFull], strings.Join(shown[:min(3, len(shown))], " "))
	}
}
