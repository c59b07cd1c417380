package reranker_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/reranker"
	"github.com/vitrine-search/vitrine/shared/rank"
)

func reopen(t *testing.T, b *bundle.Builder) (*rank.Model, error) {
	t.Helper()
	return reranker.Decode(bundletest.Reopen(t, b))
}

func sample() *rank.Model {
	m := &rank.Model{Mix: 0.25, Floor: -0.5, Net: rank.Net{
		Weights: make([]float32, 2*rank.Count), Biases: []float32{-1, 0.5}, Out: []float32{2, 0.125},
		Direct: make([]float32, rank.Count),
	}}
	m.Net.Weights[3], m.Net.Direct[rank.Evidence] = 0.75, 1e-7
	return m
}

func TestModelsSurviveTheBundle(t *testing.T) {
	for _, want := range []*rank.Model{sample(), rank.Prior()} {
		got, err := reopen(t, reranker.Encode(want))
		require.NoError(t, err)
		assert.Equal(t, reranker.Encode(want), reranker.Encode(got))
	}
}

func TestModelsForOtherFeaturesAreAnError(t *testing.T) {
	b := reranker.Encode(sample())
	for i := range b.Members {
		if b.Members[i].Name == "inputs" {
			b.Members[i].Binary[0] ^= 1
		}
	}
	_, err := reopen(t, b)
	require.ErrorContains(t, err, "weighs other features than this engine")
	require.ErrorContains(t, err, "run the indexer again")
}

func TestWeightsThatDoNotFitAreAnError(t *testing.T) {
	for name, change := range map[string]func(*rank.Model){
		"a weight too few": func(m *rank.Model) { m.Net.Weights = m.Net.Weights[1:] },
		"no biases":        func(m *rank.Model) { m.Net.Biases = nil },
		"an out too many":  func(m *rank.Model) { m.Net.Out = append(m.Net.Out, 1) },
		"no direct way":    func(m *rank.Model) { m.Net.Direct = nil },
		"too many hidden": func(m *rank.Model) {
			n := reranker.MaxHidden + 1
			m.Net.Weights, m.Net.Biases, m.Net.Out = make([]float32, n*rank.Count), make([]float32, n), make([]float32, n)
		},
	} {
		m := sample()
		change(m)
		_, err := reopen(t, reranker.Encode(m))
		require.ErrorContains(t, err, "do not fit each other", name)
	}
	for _, v := range []float32{float32(math.NaN()), float32(math.Inf(1)), -1e10} {
		m := sample()
		m.Net.Out[1] = v
		_, err := reopen(t, reranker.Encode(m))
		require.ErrorContains(t, err, "no numbers", "%g", v)
	}
}

func TestAPartWithoutAMemberIsAnError(t *testing.T) {
	for member, b := range bundletest.Without(reranker.Encode(sample())) {
		_, err := reopen(t, b)
		var bad *bundle.Error
		require.ErrorAs(t, err, &bad, member)
	}
}
