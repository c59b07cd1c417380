package learn

import (
	"context"
	"errors"

	"github.com/vitrine-search/vitrine/indexer/internal/train"
	"github.com/vitrine-search/vitrine/indexer/internal/train/listwise"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/reranker"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// Ranking learns how to rank from what an engine finds that has opened the table,
// and returns the part that says it; if there is too little to learn from, as in other
// shops. There is none if the second stage did worse than the first; Report says so.
// If ctx is cancelled it returns ctx's error.
func (l *Learner) Ranking(ctx context.Context, c Catalogue, found train.Candidates, progress Progress) (*bundle.Builder, error) {
	const stage = "training the ranking"
	progress(stage, 0, 1)
	model, report, err := train.Reranker(ctx, c.Index, c.Analyzer, found, train.RerankerOptions{
		Start:    l.start,
		Feedback: l.options.Feedback,
		Seed:     l.options.Seed,
		Progress: func(done, total int) { progress(stage, done, total) },
	})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, listwise.ErrTooFew):
		return reranker.Encode(rank.Prior()), nil
	case err != nil:
		return nil, failure{err}
	}
	l.report = &report
	if model.Mix == 0 {
		return nil, nil
	}
	return reranker.Encode(model), nil
}

// Report says what the second stage was worth when Ranking learned it, nil if there
// was too little to learn from.
func (l *Learner) Report() *train.RerankerReport { return l.report }
