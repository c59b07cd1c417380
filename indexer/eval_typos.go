package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// typosShown is how many products are asked for: those of the recall.
const typosShown = 10

// typos measures what the bundle makes of the misspelt queries of the half.
func (m *measuring) typos(ctx context.Context, e *engine.Engine, typos []evaluate.Typo) (*evaluate.TypoMetrics, error) {
	typos = slices.DeleteFunc(typos, func(typo evaluate.Typo) bool { return !m.half.Holds(typo.Typed) })
	asked := 0
	metrics, err := evaluate.MeasureTypos(m.queries, typos, m.judgments, m.relevantFrom, func(text string) (first evaluate.Ranking, corrected bool, err error) {
		m.progress.show("correcting queries", asked, len(m.queries)+len(typos))
		asked++
		if err := ctx.Err(); err != nil {
			return nil, false, err
		}
		response, err := e.Search(ctx, wire.SearchRequest{Query: text, Limit: typosShown})
		if err != nil {
			return nil, false, fmt.Errorf("%q: %w", text, err)
		}
		for _, hit := range response.Hits {
			first = append(first, hit.ID)
		}
		return first, response.CorrectedQuery != "", nil
	})
	return &metrics, err
}

func writeTypos(w io.Writer, m evaluate.TypoMetrics) error {
	_, err := fmt.Fprintf(w, "\n%d misspelt queries: recall@10 %.4f as typed, %.4f as meant, ratio %.4f\n"+
		"corrected: %.2f %% of the misspelt queries, %.2f %% of the others\n",
		m.Queries, m.Typed, m.Meant, m.Ratio, 100*m.Corrected, 100*m.CorrectedOthers)
	return err
}
