package build

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// A host with one thread answers searches in the pauses.
func TestSearchesAreAnsweredWhileTheSecondStageLoads(t *testing.T) {
	files, _ := trained(t, lamps(5000), learner(t, learn.Options{Vectors: learn.NoVectors}))
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	manifest, source, err := bundlefs.Open(fsys)
	require.NoError(t, err)

	var e *engine.Engine
	pauses := 0
	e, err = engine.Open(t.Context(), manifest, source, engine.WithPause(func() {
		pauses++
		assert.False(t, e.Health().SecondStage)
		response, err := e.Search(t.Context(), wire.SearchRequest{Query: "desk lamp"})
		require.NoError(t, err)
		assert.NotEmpty(t, response.Hits)
	}))
	require.NoError(t, err)
	require.NoError(t, e.OpenReranker(t.Context()))
	assert.GreaterOrEqual(t, pauses, 2)
	assert.True(t, e.Health().SecondStage)
}

func TestABundleWithoutTrainingHasNoSecondStage(t *testing.T) {
	e := openLogged(t, product.DefaultShop(), furnished(), nil)
	require.NoError(t, e.OpenReranker(t.Context()))
	assert.False(t, e.Health().SecondStage)
}
