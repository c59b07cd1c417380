package listwise

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// byFirst is worth what the first stage says.
func byFirst(_ int, f *rank.Features) float64 { return float64(f[rank.First]) - 0.6 }

// What the title says is right in the groups that are learned from, and wrong in
// those that are held out: such a network is left out.
func TestANetworkThatMisleadsIsLeftOut(t *testing.T) {
	groups := made(120, 40, func(group int, f *rank.Features) float64 {
		if group%heldOutOf == heldOutOf-1 {
			return againstTitle(group, f)
		}
		return byTitle(group, f)
	})
	for _, free := range []bool{false, true} {
		model, report, err := Learn(t.Context(), groups, Options{Free: free})
		require.NoError(t, err)
		assert.Zero(t, model.Mix)
		assert.Equal(t, UsedFirst, report.Used)
		assert.LessOrEqual(t, report.Mixed, report.First)
		assert.Contains(t, report.String(), "left out")
	}
}

// If the first stage is right by itself no other opinion is asked for.
func TestWhatTheFirstStageKnowsIsLeftToIt(t *testing.T) {
	model, report, err := Learn(t.Context(), made(120, 40, byFirst), Options{})
	require.NoError(t, err)
	assert.Zero(t, model.Mix)
	assert.InDelta(t, 1, report.First, 1e-9)
}

// Gains by chance are learned by no network; by chance alone one in forty of those
// would seem to be better.
func TestChanceIsNotTakenForAGain(t *testing.T) {
	accepted := 0
	for seed := range uint64(20) {
		scale := 1e4 + float64(100*seed)
		model, _, err := Learn(t.Context(), made(60, 10, func(_ int, f *rank.Features) float64 {
			_, last := math.Modf(scale * float64(f[rank.Pairs])) // the digits after the fourth
			return last
		}), Options{Seed: seed, Epochs: 3})
		require.NoError(t, err)
		if model.Mix > 0 {
			accepted++
		}
	}
	assert.LessOrEqual(t, accepted, 3)
}

func TestNDCGOfAMixedOrder(t *testing.T) {
	net := rank.Net{Direct: make([]float32, rank.Count)}
	net.Direct[rank.Title] = 1
	group := Group{
		// The first stage has the order of the letters; the titles turn a and b round.
		Candidates: []rank.Features{{rank.First: 1}, {rank.First: 0.75, rank.Title: 1}, {rank.First: 0.5}, {rank.First: 0.25}},
		Gains:      []float64{1, 3, -1, 0},
	}
	// 1/log2(2) = 1, 1/log2(3) = 0.63093: the best is 3 + 0.63093.
	assert.InDelta(t, (1+3*0.63093)/3.63093, ndcg(&rank.Model{}, &group), 1e-5)
	assert.InDelta(t, (1+3*0.63093)/3.63093, ndcg(&rank.Model{Net: net, Mix: 0.125}, &group), 1e-5)
	assert.InDelta(t, 1, ndcg(&rank.Model{Net: net, Mix: 0.5}, &group), 1e-12)
}

func TestOfEqualMixesTheLeast(t *testing.T) {
	c := newComparison(Options{}, 2)
	none := &rank.Net{Direct: make([]float32, rank.Count)}
	c.add(none, made(2, 5, byTitle))
	assert.Zero(t, c.best(func(int) bool { return true }))
	model, report := c.choose(none)
	assert.Zero(t, model.Mix)
	assert.Equal(t, UsedFirst, report.Used)
	assert.Zero(t, report.Difference.Difference)
	assert.InDelta(t, report.First, report.Mixed, 1e-12)
}

// What was measured is told, also where too little of it is certain.
func TestANetworkThatMayHelpByChanceIsMeasuredAndLeftOut(t *testing.T) {
	net := &rank.Net{Direct: make([]float32, rank.Count)}
	net.Direct[rank.Title] = 1
	c := newComparison(Options{Free: true}, 30)
	c.add(net, made(30, 10, func(group int, f *rank.Features) float64 {
		if group%10 < 6 {
			return byTitle(group, f)
		}
		return againstTitle(group, f)
	}))
	model, report := c.choose(net)
	assert.Equal(t, UsedFirst, report.Used)
	assert.Zero(t, model.Mix)
	assert.Zero(t, report.Mix)
	assert.NotZero(t, report.Difference.Difference)
}

// A prior that is right counts where nothing can be learned, and one that is wrong
// does not.
func TestThePriorCountsUnlessItIsWorse(t *testing.T) {
	chance := func(_ int, f *rank.Features) float64 {
		_, last := math.Modf(1e4 * float64(f[rank.Pairs]))
		return last + float64(f[rank.Evidence])/4
	}
	prior := rank.Net{Direct: make([]float32, rank.Count)}
	prior.Direct[rank.Evidence] = 3
	model, report, err := Learn(t.Context(), made(200, 10, chance), Options{Prior: &prior, Epochs: 1})
	require.NoError(t, err)
	require.NotEqual(t, UsedFirst, report.Used, report)
	assert.GreaterOrEqual(t, model.Net.Direct[rank.Evidence], float32(3))

	model, report, err = Learn(t.Context(), made(120, 40, byFirst), Options{Prior: &prior})
	require.NoError(t, err)
	assert.Equal(t, UsedFirst, report.Used)
	assert.Zero(t, model.Mix)
	assert.Contains(t, report.String(), "left out")

	prior.Biases = []float32{1}
	_, _, err = Learn(t.Context(), made(120, 40, byFirst), Options{Prior: &prior})
	assert.ErrorContains(t, err, "prior")
}
