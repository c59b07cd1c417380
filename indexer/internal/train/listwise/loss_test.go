package listwise

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// The gradient by every parameter is the slope of the loss.
func TestGradientsAreSlopes(t *testing.T) {
	const step = 1e-5
	for _, free := range []bool{false, true} {
		n := newNetwork(5)
		n.randomise(rand.New(rand.NewPCG(1, 2)), free)
		group := made(1, 12, byTitle)[0]
		group.Gains[3] = -1
		var l lists
		gradient := newNetwork(5)
		l.loss(n, &group, gradient)
		want := make([]float64, len(n.all))
		for i, v := range n.all {
			n.all[i] = v + step
			above := l.loss(n, &group, nil)
			n.all[i] = v - step
			below := l.loss(n, &group, nil)
			n.all[i] = v
			want[i] = (above - below) / (2 * step)
		}
		assert.InDeltaSlice(t, want, gradient.all, 1e-8)
		assert.Greater(t, max(want[0], -want[0]), 1e-5, "the loss has a slope at all")
	}
}

func TestTheLossOfCandidatesThatAreAlike(t *testing.T) {
	group := Group{Candidates: make([]rank.Features, 5), Gains: []float64{0, 2, 0, 1, -1}}
	var l lists
	assert.InDelta(t, math.Log(4), l.loss(newNetwork(3), &group, nil), 1e-12, "four are known")
}

func TestGroupsWithoutGainsHaveNoLoss(t *testing.T) {
	n := newNetwork(3)
	gradient := newNetwork(3)
	var l lists
	for _, gains := range [][]float64{nil, {0, 0}, {-1, -1}, {-1, 0}} {
		group := Group{Candidates: make([]rank.Features, len(gains)), Gains: gains}
		assert.Zero(t, l.loss(n, &group, gradient))
	}
	assert.Equal(t, make([]float64, len(n.all)), gradient.all)
}

// What is trained is what the engine computes.
func TestScoresAreThoseOfTheEnginesNet(t *testing.T) {
	n := newNetwork(7)
	n.randomise(rand.New(rand.NewPCG(5, 6)), true)
	net := n.net(1)
	for _, f := range made(1, 50, byTitle)[0].Candidates {
		assert.InDelta(t, n.score(&f, make([]float64, 7)), float64(net.Score(&f)), 1e-5)
	}
	back := newNetwork(7)
	back.copyFrom(net)
	assert.InDeltaSlice(t, n.all, back.all, 1e-6)
}
