package train

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/vitrine-search/vitrine/indexer/internal/train/listwise"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// chunk is how many queries are searched for between two looks at the clock.
const chunk = 64

// gather finds the candidates of n queries and what each of them gains.
func gather(ctx context.Context, candidates Candidates, n int, progress func(done, total int), query func(i int) string, gain func(i int, c engine.Candidate) float64) ([]listwise.Group, error) {
	groups := make([]listwise.Group, n)
	find := func(i int) error {
		found, err := candidates.Candidates(ctx, query(i))
		if err != nil {
			return fmt.Errorf("searching for %q: %w", query(i), err)
		}
		for _, c := range found {
			groups[i].Candidates = append(groups[i].Candidates, c.Features)
			groups[i].Gains = append(groups[i].Gains, gain(i, c))
		}
		return nil
	}
	workers := runtime.GOMAXPROCS(0)
	for from := 0; from < n; from += chunk {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		to := min(from+chunk, n)
		failed := make([]error, workers)
		var wait sync.WaitGroup
		for w := range workers {
			wait.Go(func() {
				for i := from + w; i < to && failed[w] == nil; i += workers {
					failed[w] = find(i)
				}
			})
		}
		wait.Wait()
		if err := errors.Join(failed...); err != nil {
			return nil, err
		}
		progress(to, n)
	}
	return groups, nil
}

// keptProposals is the share of the products worth something that the floor keeps,
// of those that no word found.
const keptProposals = 0.95

// leastAlike is the cosine from which on products are worth a look that no word of
// the query found; 0 if there are none of any worth.
func leastAlike(groups []listwise.Group) float32 {
	var cosines []float32
	for _, g := range groups {
		for i := range g.Candidates {
			if f := &g.Candidates[i]; g.Gains[i] > 0 && f[rank.Text] == 0 && f[rank.Pooled] > 0 {
				cosines = append(cosines, f[rank.Pooled])
			}
		}
	}
	if len(cosines) == 0 {
		return 0
	}
	slices.Sort(cosines)
	return cosines[int(float64(len(cosines))*(1-keptProposals))]
}

// How the time of the training is shared: finding the candidates of the queries takes
// so many steps of a meter, and learning from them so many.
const (
	stepsFound   = 60
	stepsLearned = 20
)

// meter adds the progress of several stages up.
type meter struct {
	report      func(done, total int)
	done, total int
}

func newMeter(options RerankerOptions) *meter {
	m := &meter{report: options.Progress, total: stepsFound + stepsLearned}
	if len(options.Feedback) > 0 {
		m.total *= 2
	}
	return m
}

// stage returns the progress of the next stage, which takes so many steps.
func (m *meter) stage(steps int) func(done, total int) {
	before := m.done
	m.done += steps
	return func(done, total int) {
		if m.report != nil {
			m.report(before+steps*done/total, m.total)
		}
	}
}
