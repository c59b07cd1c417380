package listwise

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// How parameters move: Adam (Kingma and Ba, "Adam: A Method for Stochastic
// Optimization", 2015) with the constants of the paper, and a rate that falls
// evenly to 0.
const (
	rate       = 0.01
	momentum   = 0.9
	memory     = 0.999
	tiny       = 1e-8
	batchSize  = 16
	mostScales = 8
)

// meter tells how far the training is, of which there may be several.
type meter struct {
	report      func(done, total int)
	done, total int
}

func (m meter) at(epoch int) {
	if m.report != nil {
		m.report(m.done+epoch, m.total)
	}
}

// train returns a network of the groups, whose scores differ as much within a
// query as the first stage's do.
func train(ctx context.Context, groups []Group, options Options, progress meter) (*rank.Net, error) {
	random := rand.New(rand.NewPCG(options.Seed, 1)) //nolint:gosec // reproducible, not secret
	n := newNetwork(options.Hidden)
	if options.Start != nil {
		n.copyFrom(options.Start)
		n.sharpen(groups)
		if !options.Free {
			n.project()
		}
	} else {
		n.randomise(random, options.Free)
	}
	d := newDescent(n, options)
	for epoch := range options.Epochs {
		order := random.Perm(len(groups))
		for from := 0; from < len(order); from += batchSize {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			share := (float64(epoch) + float64(from)/float64(len(order))) / float64(options.Epochs)
			d.step(groups, order[from:min(from+batchSize, len(order))], rate*(1-share))
		}
		progress.at(epoch + 1)
	}
	return n.net(n.scale(groups)), nil
}

// descent changes the parameters of a network by the gradients of one batch after
// the other.
type descent struct {
	net     *network
	options Options
	start   []float64
	// gradients and lists (batchSize) belong to the groups of a batch. They are
	// added up in their order, whoever was faster.
	gradients [batchSize]*network
	lists     [batchSize]lists
	// means and squares are Adam's moments, steps how many there were.
	means, squares []float64
	steps          int
}

func newDescent(n *network, options Options) *descent {
	d := &descent{
		net: n, options: options, start: append([]float64(nil), n.all...),
		means: make([]float64, len(n.all)), squares: make([]float64, len(n.all)),
	}
	for i := range d.gradients {
		d.gradients[i] = newNetwork(n.hidden)
	}
	return d
}

// step moves the parameters against the mean gradient of a batch.
func (d *descent) step(groups []Group, batch []int, rate float64) {
	var wait sync.WaitGroup
	for i, group := range batch {
		wait.Go(func() {
			clear(d.gradients[i].all)
			d.lists[i].loss(d.net, &groups[group], d.gradients[i])
		})
	}
	wait.Wait()
	d.steps++
	means, squares := 1-math.Pow(momentum, float64(d.steps)), 1-math.Pow(memory, float64(d.steps))
	for k, v := range d.net.all {
		gradient := d.options.Hold * (v - d.start[k])
		for i := range batch {
			gradient += d.gradients[i].all[k] / float64(len(batch))
		}
		d.means[k] = float64(momentum*d.means[k]) + float64((1-momentum)*gradient)
		d.squares[k] = float64(memory*d.squares[k]) + float64((1-memory)*gradient*gradient)
		d.net.all[k] -= rate * (d.means[k] / means) / (math.Sqrt(d.squares[k]/squares) + tiny)
	}
	if !d.options.Free {
		d.net.project()
	}
}

// sharpen multiplies the score by that power of two by which the loss is least. A
// network that was trained before has lost how sharp its scores were.
func (n *network) sharpen(groups []Group) {
	best, least := 1.0, math.Inf(1)
	trial, l := newNetwork(n.hidden), lists{}
	for power := range mostScales {
		scale := math.Exp2(float64(power))
		copy(trial.all, n.all)
		trial.multiply(scale)
		var loss float64
		for i := range groups {
			loss += l.loss(trial, &groups[i], nil)
		}
		if loss < least {
			best, least = scale, loss
		}
	}
	n.multiply(best)
}

// multiply multiplies the score.
func (n *network) multiply(scale float64) {
	for _, part := range [][]float64{n.out, n.direct} {
		for i := range part {
			part[i] *= scale
		}
	}
}

// scale is what the score has to be multiplied with for the mean over the queries
// of its variances to be that of the first stage's scores, so that rank.Model.Mix
// means the same in every catalogue. It is 0 for a network that tells nothing.
func (n *network) scale(groups []Group) float64 {
	sums := make([]float64, n.hidden)
	var own, first float64
	for g := range groups {
		var scores, firsts moments
		for i := range groups[g].Candidates {
			f := &groups[g].Candidates[i]
			scores.add(n.score(f, sums))
			firsts.add(float64(f[rank.First]))
		}
		own += scores.variance()
		first += firsts.variance()
	}
	if own < tiny || first < tiny {
		return 0
	}
	return math.Sqrt(first / own)
}

// moments are sums of numbers and of their squares.
type moments struct{ count, sum, squares float64 }

func (m *moments) add(v float64) {
	m.count++
	m.sum += v
	m.squares += float64(v * v)
}

// variance is that of the numbers, 0 of none.
func (m *moments) variance() float64 {
	if m.count == 0 {
		return 0
	}
	mean := m.sum / m.count
	return max(0, m.squares/m.count-float64(mean*mean))
}
