// Package listwise trains the network of the second stage on queries whose
// candidates have gains: made from the catalogue, judged by people, or clicked.
//
// The loss is that of a whole list (Cao and others, "Learning to Rank: From
// Pairwise Approach to Listwise Approach", 2007, in the top-one form that Bruch and
// others analyse in "An Analysis of the Softmax Cost Function for Learning to
// Rank", 2019): the softmax of the scores of a query's candidates is to be as their
// gains. The gradients are written out here; tests hold them to finite differences.
//
// Whoever trains also doubts: Learn keeps some queries out of the training, and
// the network gets a say only if it orders those better than the first stage does.
//
// The contract: the same groups, options and seed give the same model to the last
// bit, on any number of processors of one kind.
package listwise

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// Group is a query: its candidates, in the first stage's order, and what each of
// them is worth.
type Group struct {
	Candidates []rank.Features
	// Gains (Candidates) are 0 for what does not answer the query, and more for
	// what does. A negative gain is unknown: such a candidate is passed over.
	Gains []float64
}

// Options say how to learn. The zero Options are those to begin with.
type Options struct {
	// Hidden is the size of the hidden layer; 0 stands for DefaultHidden.
	Hidden int
	// Free lets weights be negative. Queries that are made from the catalogue
	// have artefacts which a free network learns; only real ones deserve it.
	Free bool
	// Prior, if not nil, is a network that counts in any case, with what is learned
	// beside it; it has no hidden layer.
	Prior *rank.Net
	// Start has the weights to begin with, and to be held to; nil for random ones.
	// Its hidden layer is the size then, and Hidden is ignored.
	Start *rank.Net
	// Hold is how strongly weights are held to Start, if there is one.
	Hold float64
	// Epochs is how often every group is seen; 0 stands for DefaultEpochs.
	Epochs int
	// Folds into how many parts the groups are cut, each of which is held out from
	// the training on the others once, while the network is trained on all. With 0,
	// every fourth group is held out, and the network never sees those.
	Folds int
	// Seed makes another network, of about the same quality.
	Seed uint64
	// Progress, if not nil, is called after every epoch with how many of how many
	// are done, in the goroutine of the caller.
	Progress func(done, total int)
}

// The defaults of Options.
const (
	DefaultHidden = 16
	DefaultEpochs = 30
)

// FewestGroups is how many groups with something to tell there must be to learn.
const FewestGroups = 24

// ErrTooFew says that there are not FewestGroups.
var ErrTooFew = errors.New("too few queries to learn from")

// Learn trains a network and finds out how much it is to count beside the prior. If
// both do no better on queries that were not seen than the first stage alone, beyond
// what chance explains, the prior counts by itself; if that is worse than the first
// stage, the model's Mix is 0. It fails with ErrTooFew, with ctx's error, or because
// the options are impossible.
func Learn(ctx context.Context, groups []Group, options Options) (*rank.Model, Report, error) {
	if err := options.check(); err != nil {
		return nil, Report{}, err
	}
	groups, err := telling(groups)
	if err != nil {
		return nil, Report{}, err
	}
	if len(groups) < FewestGroups {
		return nil, Report{}, fmt.Errorf("%w: %d, and at least %d are needed", ErrTooFew, len(groups), FewestGroups)
	}
	if options.Folds > 1 {
		return crossValidate(ctx, groups, options)
	}
	var seen, held []Group
	for i, group := range groups {
		if i%heldOutOf == heldOutOf-1 {
			held = append(held, group)
		} else {
			seen = append(seen, group)
		}
	}
	net, err := train(ctx, seen, options, meter{report: options.Progress, total: options.Epochs})
	if err != nil {
		return nil, Report{}, err
	}
	c := newComparison(options, len(held))
	c.add(net, held)
	model, report := c.choose(net)
	return model, report, nil
}

// heldOutOf is of how many groups one is held out without folds.
const heldOutOf = 4

// crossValidate trains a network for each fold on the others, and one on all.
func crossValidate(ctx context.Context, groups []Group, options Options) (*rank.Model, Report, error) {
	progress := meter{report: options.Progress, total: (options.Folds + 1) * options.Epochs}
	c := newComparison(options, len(groups))
	for fold := range options.Folds {
		var seen, held []Group
		for i, group := range groups {
			if i%options.Folds == fold {
				held = append(held, group)
			} else {
				seen = append(seen, group)
			}
		}
		net, err := train(ctx, seen, options, progress)
		if err != nil {
			return nil, Report{}, err
		}
		c.add(net, held)
		progress.done += options.Epochs
	}
	net, err := train(ctx, groups, options, progress)
	if err != nil {
		return nil, Report{}, err
	}
	model, report := c.choose(net)
	return model, report, nil
}

// check fills in the defaults.
func (o *Options) check() error {
	if o.Hidden == 0 {
		o.Hidden = DefaultHidden
	}
	if o.Epochs == 0 {
		o.Epochs = DefaultEpochs
	}
	if o.Prior != nil && (len(o.Prior.Biases) > 0 || !(&rank.Model{Net: *o.Prior}).Fits()) {
		return errors.New("the prior is not one for these features")
	}
	if o.Start != nil {
		if !(&rank.Model{Net: *o.Start}).Fits() {
			return errors.New("the network to begin with is not one for these features")
		}
		o.Hidden = len(o.Start.Biases)
	} else {
		o.Hold = 0
	}
	if o.Hidden < 0 || o.Epochs < 0 || o.Folds < 0 || !(o.Hold >= 0) {
		return fmt.Errorf("a network of %d hidden units in %d epochs of %d folds, held by %g: none can be negative", o.Hidden, o.Epochs, o.Folds, o.Hold)
	}
	return nil
}

// telling returns the groups of which one order is better than another. It fails
// if a group has not one gain for each candidate, or numbers that are none.
func telling(groups []Group) ([]Group, error) {
	var kept []Group
	for i, group := range groups {
		if len(group.Gains) != len(group.Candidates) {
			return nil, fmt.Errorf("query %d has %d candidates and %d gains", i, len(group.Candidates), len(group.Gains))
		}
		least, most := math.Inf(1), math.Inf(-1)
		for k, gain := range group.Gains {
			if math.IsNaN(gain) || math.IsInf(gain, 0) || !finite(&group.Candidates[k]) {
				return nil, fmt.Errorf("query %d, candidate %d: the gain or a feature is no number", i, k)
			}
			if gain >= 0 {
				least, most = min(least, gain), max(most, gain)
			}
		}
		if most > least {
			kept = append(kept, group)
		}
	}
	return kept, nil
}

func finite(f *rank.Features) bool {
	for _, v := range f {
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return false
		}
	}
	return true
}
