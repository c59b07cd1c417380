package listwise

import (
	"context"
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/rank"
)

func TestTheNetworkLearnsWhatTheFirstStageDoesNotKnow(t *testing.T) {
	for _, options := range []Options{{}, {Free: true}, {Folds: 3}, {Hidden: 1}} {
		model, report, err := Learn(t.Context(), made(120, 40, byTitle), options)
		require.NoError(t, err)
		assert.True(t, model.Fits())
		assert.Greater(t, report.Mixed, report.First+0.2, "%+v", report)
		assert.Equal(t, UsedLearned, report.Used)
		assert.Contains(t, Mixes, report.Mix)
		assert.Contains(t, report.String(), "does better")
	}
}

func TestEveryQueryIsHeldOutOnce(t *testing.T) {
	_, report, err := Learn(t.Context(), made(50, 30, byTitle), Options{Folds: 7, Epochs: 1})
	require.NoError(t, err)
	assert.Equal(t, 50, report.Queries)
	_, report, err = Learn(t.Context(), made(50, 30, byTitle), Options{Epochs: 1})
	require.NoError(t, err)
	assert.Equal(t, 12, report.Queries)
}

// However the groups would have it, no score falls when a feature grows, unless the
// network is free.
func TestScoresGrowWithTheFeatures(t *testing.T) {
	groups := made(60, 30, againstTitle)
	for _, start := range []*rank.Net{nil, freeNet(t, groups)} {
		model, _, err := Learn(t.Context(), groups, Options{Start: start})
		require.NoError(t, err)
		assert.True(t, model.IsMonotone())
		for _, f := range groups[0].Candidates {
			before := model.Net.Score(&f)
			for i := range f {
				more := f
				more[i] += 0.25
				assert.GreaterOrEqual(t, model.Net.Score(&more), before-1e-6, rank.Names[i])
			}
		}
	}
}

func freeNet(t *testing.T, groups []Group) *rank.Net {
	t.Helper()
	model, report, err := Learn(t.Context(), groups, Options{Free: true})
	require.NoError(t, err)
	assert.False(t, model.IsMonotone())
	assert.Greater(t, report.Mix, float32(0), "%s", report)
	return &model.Net
}

func TestTheSameModelOnAnyNumberOfProcessors(t *testing.T) {
	learn := func(seed uint64) *rank.Model {
		model, _, err := Learn(t.Context(), made(60, 25, byTitle), Options{Seed: seed, Epochs: 4})
		require.NoError(t, err)
		return model
	}
	want := learn(7)
	before := runtime.GOMAXPROCS(1)
	again := learn(7)
	runtime.GOMAXPROCS(before)
	assert.Equal(t, want, again)
	assert.NotEqual(t, want.Net, learn(8).Net)
}

func TestANetIsTrainedFurther(t *testing.T) {
	groups := made(120, 40, byTitle)
	full, _, err := Learn(t.Context(), groups, Options{})
	require.NoError(t, err)
	_, cold, err := Learn(t.Context(), groups, Options{Epochs: 1})
	require.NoError(t, err)
	_, warm, err := Learn(t.Context(), groups, Options{Epochs: 1, Start: &full.Net})
	require.NoError(t, err)
	assert.Greater(t, warm.Mixed, cold.Mixed+0.02)
}

// A net that is held hard stays what it was, apart from how large its scores are.
func TestANetIsHeld(t *testing.T) {
	groups := made(60, 30, byTitle)
	start, _, err := Learn(t.Context(), groups, Options{})
	require.NoError(t, err)
	options := Options{Start: &start.Net, Hold: 100, Free: true}
	require.NoError(t, options.check())
	held, err := train(t.Context(), made(60, 30, againstTitle), options, meter{})
	require.NoError(t, err)
	for i, w := range start.Net.Weights {
		assert.InDelta(t, w, held.Weights[i], 0.05)
	}
}

func TestScoresDifferAsMuchAsTheFirstStages(t *testing.T) {
	groups := made(60, 30, byTitle)
	options := Options{Epochs: 2}
	require.NoError(t, options.check())
	net, err := train(t.Context(), groups, options, meter{})
	require.NoError(t, err)
	n := newNetwork(len(net.Biases))
	n.copyFrom(net)
	assert.InDelta(t, 1, n.scale(groups), 1e-4)
}

func TestTrainingIsCancelled(t *testing.T) {
	for _, folds := range []int{0, 3} {
		ctx, cancel := context.WithCancel(t.Context())
		last := 0
		model, _, err := Learn(ctx, made(60, 10, byTitle), Options{Folds: folds, Progress: func(done, total int) {
			assert.Less(t, done, total)
			if last = done; done == 2 {
				cancel()
			}
		}})
		require.ErrorIs(t, err, context.Canceled)
		assert.Nil(t, model)
		assert.Equal(t, 2, last)
	}
}

func TestProgressComesToItsEnd(t *testing.T) {
	for _, folds := range []int{0, 4} {
		calls, end := 0, 0
		_, _, err := Learn(t.Context(), made(60, 10, byTitle), Options{Folds: folds, Epochs: 3, Progress: func(done, total int) {
			calls++
			assert.Equal(t, calls, done)
			end = total
		}})
		require.NoError(t, err)
		assert.Equal(t, end, calls)
	}
}

func TestTooFewToLearnFrom(t *testing.T) {
	same := func(int, *rank.Features) float64 { return 1 }
	for name, groups := range map[string][]Group{
		"none":             nil,
		"empty ones":       make([]Group, 100),
		"few":              made(FewestGroups-1, 10, byTitle),
		"of equals":        made(100, 10, same),
		"of one candidate": made(100, 1, byTitle),
	} {
		model, _, err := Learn(t.Context(), groups, Options{})
		require.ErrorIs(t, err, ErrTooFew, name)
		assert.Nil(t, model)
	}
}

func TestImpossibleGroupsAndOptions(t *testing.T) {
	short := made(30, 10, byTitle)
	short[4].Gains = short[4].Gains[1:]
	endless := made(30, 10, byTitle)
	endless[4].Gains[2] = math.Inf(1)
	blurred := made(30, 10, byTitle)
	blurred[4].Candidates[2][rank.Title] = float32(math.NaN())
	for name, groups := range map[string][]Group{"short": short, "endless": endless, "blurred": blurred} {
		_, _, err := Learn(t.Context(), groups, Options{})
		require.ErrorContains(t, err, "query 4", name)
	}
	for _, options := range []Options{{Hidden: -1}, {Epochs: -1}, {Folds: -1}, {Start: &rank.Net{}}} {
		_, _, err := Learn(t.Context(), made(30, 10, byTitle), options)
		require.Error(t, err)
	}
}

// BenchmarkLearn is the training on as many queries as a catalogue gets.
func BenchmarkLearn(b *testing.B) {
	groups := made(1500, 200, byTitle)
	for b.Loop() {
		if _, _, err := Learn(b.Context(), groups, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
