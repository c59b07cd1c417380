package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/reranker"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/rank"
)

func TestTheSecondStageIsDescribed(t *testing.T) {
	s, ok := open2(t).NewInspector().SecondStage()
	require.True(t, ok)
	values := map[string]float64{}
	for _, f := range s.Features {
		values[f.Name] = f.Value
		assert.NotEmpty(t, f.Description)
	}
	prior := rank.Prior()
	assert.Len(t, values, 3)
	for _, feature := range []rank.Feature{rank.Evidence, rank.EvidenceInstead, rank.AttendedInstead} {
		assert.InDelta(t, float64(prior.Net.Direct[feature]), values[rank.Names[feature]], 1e-6)
	}
	assert.Zero(t, s.Hidden)
	assert.InDelta(t, float64(prior.Floor), s.Floor, 1e-6)
	assert.InDelta(t, 1, s.Mix, 1e-6)
}

func TestAFeatureOfTheHiddenLayerCountsToo(t *testing.T) {
	m := rank.Prior()
	m.Mix = 0.5
	m.Net.Weights = make([]float32, rank.Count)
	m.Net.Weights[rank.Title] = 2
	m.Net.Biases, m.Net.Out = []float32{1}, []float32{4}
	e := twoStages(t, func(parts map[string][]byte) {
		data, err := writer.Encode(reranker.Encode(m))
		require.NoError(t, err)
		parts[bundle.PartReranker] = data
	})
	require.NoError(t, e.OpenReranker(t.Context()))
	s, ok := e.NewInspector().SecondStage()
	require.True(t, ok)
	assert.Equal(t, 1, s.Hidden)
	for _, f := range s.Features {
		if f.Name == "title" {
			assert.InDelta(t, 0.5*4*(3.0/4-1.0/2), f.Value, 1e-6, "from s(1) to s(1+2)")
			return
		}
	}
	assert.Fail(t, "the title is not among the features")
}

func TestABundleWithoutASecondStageHasNoneToDescribe(t *testing.T) {
	_, ok := openBundle(t, casesBundle).NewInspector().SecondStage()
	assert.False(t, ok)
	e := twoStages(t, func(parts map[string][]byte) { delete(parts, bundle.PartReranker) })
	require.NoError(t, e.OpenReranker(t.Context()))
	_, ok = e.NewInspector().SecondStage()
	assert.False(t, ok, "a table alone ranks nothing")
}
