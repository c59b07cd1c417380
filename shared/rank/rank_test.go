package rank_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// random returns a model with a hidden layer, whose weights but the biases are at
// least least.
func random(r *rand.Rand, least float64) *rank.Model {
	draw := func(n int) []float32 {
		v := make([]float32, n)
		for i := range v {
			v[i] = float32(least + r.Float64()*2)
		}
		return v
	}
	const hidden = 3
	m := &rank.Model{Mix: 0.5, Net: rank.Net{
		Weights: draw(hidden * rank.Count), Biases: draw(hidden), Out: draw(hidden), Direct: draw(rank.Count),
	}}
	m.Net.Biases[0] = -20
	return m
}

func features(r *rand.Rand) (f rank.Features) {
	for i := range f {
		f[i] = r.Float32()
	}
	return f
}

// The net as one reads it in a book.
func TestScoreIsTheNetBesideTheFirstStage(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		m, f := random(r, -1), features(r)
		want := 0.0
		for i, d := range m.Net.Direct {
			want += float64(d) * float64(f[i])
		}
		for j := range m.Net.Biases {
			a := float64(m.Net.Biases[j])
			for i := range f {
				a += float64(m.Net.Weights[j*rank.Count+i]) * float64(f[i])
			}
			want += float64(m.Net.Out[j]) * a / (1 + math.Abs(a))
		}
		assert.InDelta(t, want, m.Net.Score(&f), 1e-4)
		assert.InDelta(t, float64(f[rank.First])+want/2, m.Score(&f), 1e-4)
	}
}

func TestMoreOfAFeatureNeverLowersAMonotoneModel(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		m, f := random(r, 0), features(r)
		assert.True(t, m.IsMonotone())
		more := f
		more[r.IntN(rank.Count)] += r.Float32()
		assert.GreaterOrEqual(t, m.Score(&more), m.Score(&f))
	}
	m := random(r, 0)
	for _, spoil := range []func(){
		func() { m.Net.Weights[5] = -1 }, func() { m.Net.Out[0] = float32(math.NaN()) },
		func() { m.Net.Direct[1] = -0.1 }, func() { m.Mix = -1 },
	} {
		m = random(r, 0)
		spoil()
		assert.False(t, m.IsMonotone())
	}
}

func TestThePriorTrustsTheFirstStageWhereAProductHasTheWords(t *testing.T) {
	m := rank.Prior()
	assert.True(t, m.Fits())
	assert.True(t, m.IsMonotone())
	words, meant := rank.Features{rank.First: 1, rank.Text: 1}, rank.Features{rank.First: 0.5, rank.Attended: 1, rank.Evidence: 1}
	assert.Greater(t, m.Score(&words), m.Score(&meant))
	meant[rank.AttendedInstead], meant[rank.EvidenceInstead] = 0.5, 0.5
	assert.Greater(t, m.Score(&meant), m.Score(&words))
}

func TestSquash(t *testing.T) {
	for a, want := range map[float32]float32{0: 0, 1: 0.5, -1: -0.5, 3: 0.75, -3: -0.75} {
		assert.InDelta(t, want, rank.Squash(a), 0)
	}
	assert.InDelta(t, 1, rank.Squash(1e30), 1e-6)
}

func TestEveryFeatureHasAName(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range rank.Names {
		assert.NotEmpty(t, name)
		assert.False(t, seen[name], name)
		seen[name] = true
	}
}
