package train

import (
	"context"
	"errors"
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/train/feedback"
	"github.com/vitrine-search/vitrine/indexer/internal/train/listwise"
	"github.com/vitrine-search/vitrine/indexer/internal/train/pseudo"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/rank"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Candidates is the engine that is to be trained: an engine.Inspector of a bundle
// that has a table. It is asked by several goroutines at once.
type Candidates interface {
	Candidates(ctx context.Context, query string) ([]engine.Candidate, error)
}

// RerankerOptions say how to train the second stage. The zero RerankerOptions are
// those to begin with.
type RerankerOptions struct {
	// Start has the vectors by which words are paraphrased, nil for none.
	Start *Start
	// Feedback is what people judged or clicked, if anything.
	Feedback []feedback.Query
	// Queries is how many to make up; 0 stands for pseudo.DefaultCount.
	Queries int
	// Seed makes another model, of about the same quality.
	Seed uint64
	// Progress, if not nil, is called from time to time with how much of how much is
	// done, in the goroutine of the caller.
	Progress func(done, total int)
}

// RerankerReport says what the second stage was worth.
type RerankerReport struct {
	// Made is on queries that were made from the catalogue.
	Made listwise.Report `json:"made"`
	// Told is on those that people judged or clicked, nil if there were too few.
	Told *listwise.Report `json:"told,omitempty"`
}

// String says it for people, a line for each kind of query.
func (r RerankerReport) String() string {
	s := "made-up queries: " + r.Made.String()
	switch {
	case r.Told == nil:
		return s
	case r.Told.Used == listwise.UsedFirst:
		return s + "\njudged or clicked queries: what they taught is left out, it did no better than the first stage: " + r.Told.Measured()
	default:
		return s + "\njudged or clicked queries: " + r.Told.String()
	}
}

// heldByFeedback is how strongly a net that learns from people is held to what the
// catalogue taught it: a few dozen queries say little about twenty features.
const heldByFeedback = 0.001

// feedbackFolds is into how many parts the queries of people are cut, so that each
// tells what a net is worth that has not seen it.
const feedbackFolds = 5

// Reranker trains the second stage of a catalogue: first a monotone net on queries
// that are made up of it, then, if people told what they wanted, a free one on
// theirs. The index and the analyzer are those of the candidates. The model's Mix is
// 0 where the second stage is no better than the first alone.
//
// It fails with listwise.ErrTooFew if there is too little to learn from, with ctx's
// error, or with that of the candidates.
func Reranker(ctx context.Context, index *lexical.Index, analyzer *text.Analyzer, candidates Candidates, options RerankerOptions) (*rank.Model, RerankerReport, error) {
	var report RerankerReport
	made, err := pseudo.Queries(ctx, index, analyzer, pseudo.Options{
		Count: options.Queries, Seed: options.Seed, Neighbours: options.Start.neighbours(),
	})
	if err != nil {
		return nil, report, err
	}
	m := newMeter(options)
	groups, err := gather(ctx, candidates, len(made), m.stage(stepsFound),
		func(i int) string { return made[i].Text },
		func(i int, c engine.Candidate) float64 { return made[i].Gain(c.Doc) })
	if err != nil {
		return nil, report, err
	}
	model, first, err := listwise.Learn(ctx, groups, listwise.Options{
		Prior: &rank.Prior().Net, Seed: options.Seed, Progress: m.stage(stepsLearned),
	})
	if err != nil {
		return nil, report, fmt.Errorf("learning to rank from the catalogue: %w", err)
	}
	report.Made = first
	model.Floor = leastAlike(groups)
	if len(options.Feedback) == 0 {
		return model, report, nil
	}
	start := &model.Net
	if first.Used != listwise.UsedLearned {
		start = nil
	}
	free, second, err := learnFromPeople(ctx, candidates, start, options, m)
	switch {
	case errors.Is(err, listwise.ErrTooFew):
		return model, report, nil
	case err != nil:
		return nil, report, fmt.Errorf("learning to rank from judgments or clicks: %w", err)
	}
	report.Told = &second
	if free.Mix > 0 {
		free.Floor = model.Floor
		return free, report, nil
	}
	return model, report, nil
}

// learnFromPeople trains a free net on what people told, or trains one further.
func learnFromPeople(ctx context.Context, candidates Candidates, start *rank.Net, options RerankerOptions, m *meter) (*rank.Model, listwise.Report, error) {
	told := options.Feedback
	groups, err := gather(ctx, candidates, len(told), m.stage(stepsFound),
		func(i int) string { return told[i].Text },
		func(i int, c engine.Candidate) float64 { return told[i].Gains[c.ID] })
	if err != nil {
		return nil, listwise.Report{}, err
	}
	return listwise.Learn(ctx, groups, listwise.Options{
		Free: true, Start: start, Hold: heldByFeedback, Folds: feedbackFolds,
		Seed: options.Seed, Progress: m.stage(stepsLearned),
	})
}
