// Package report writes a whole evaluation as one page for a browser: the figures
// with their intervals, every query's gain or loss, what each system showed and
// why, and the queries that found nothing or little. A merchant reads the words,
// a colleague debugs from the parts of the scores.
//
// The page holds its style, its scripts and its data, asks nothing of any server
// and opens from a folder; its policy forbids the browser all else. Every query
// has a line, about 100 bytes with two systems; what costs more, the products and
// their explanations, is kept for mostDetails queries (see choose), so that a page
// of 6,000 queries stays below 3 MB. The same evaluation gives the same bytes.
package report

import (
	"context"
	"io"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// Report is what a page tells.
type Report struct {
	Engine *engine.Engine
	// Half is the half of the queries that were kept, if not all.
	Half         evaluate.Half
	RelevantFrom float64
	Queries      []evaluate.Query
	Judgments    evaluate.Judgments
	// Systems are what was measured, the one that shoppers get first; then the
	// bundle's other stages, and then everybody else.
	Systems []System
	// HeatMaps are shown of every product of which they have one.
	HeatMaps []HeatMaps
	// Progress is told how many queries were looked at; it may be nil.
	Progress func(done, total int)
}

// System is one system and what became of every query.
type System struct {
	// Name is what people read, About what the system is, in half a sentence.
	Name, About string
	// Own is true for the stages of the bundle, which are compared with all after
	// them.
	Own      bool
	Outcomes []evaluate.Outcome
}

// Write writes the page. It fails if the engine cannot search for a query or read
// a product's card, or if a heat map is not whole.
func (r *Report) Write(ctx context.Context, w io.Writer) error {
	asked, err := r.ask(ctx)
	if err != nil {
		return err
	}
	chosen := r.choose(asked)
	details, err := r.details(ctx, chosen)
	if err != nil {
		return err
	}
	pairs := r.pairs()
	inspector := r.Engine.NewInspector()
	return render(w, &view{
		Summary: r.summary(pairs),
		Pairs:   pairs,
		Weights: weights(inspector.Weights()),
		Second:  second(inspector),
		Nothing: listed(asked, nothing),
		Unsure:  listed(asked, unsure),
		Rows:    r.rows(asked, chosen),
		Details: details,
	})
}
