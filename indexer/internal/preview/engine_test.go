package preview

import (
	"encoding/json"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/product"
)

// bundleOf builds a bundle with so many products.
func bundleOf(t *testing.T, products int, built time.Time) fstest.MapFS {
	t.Helper()
	var catalogue []product.Product
	for i := range products {
		catalogue = append(catalogue, product.Product{ID: string(rune('a' + i)), Title: "Lamp"})
	}
	files, err := build.Files(t.Context(), product.DefaultShop(), catalogue, func(string, int, int) {})
	require.NoError(t, err)
	fsys := fstest.MapFS{}
	for _, file := range files {
		fsys[file.Name] = &fstest.MapFile{Data: file.Data, ModTime: built}
	}
	return fsys
}

func TestEnginesFollowABundleThatIsBuiltAnew(t *testing.T) {
	morning := time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC)
	fsys := bundleOf(t, 2, morning)
	engines := NewEngines(fsys, func(err error) { assert.NoError(t, err) })
	first, err := engines.Open(t.Context())
	require.NoError(t, err)
	again, err := engines.Open(t.Context())
	require.NoError(t, err)
	assert.Same(t, first, again)

	clear(fsys)
	for name, file := range bundleOf(t, 3, morning.Add(time.Hour)) {
		fsys[name] = file
	}
	next, err := engines.Open(t.Context())
	require.NoError(t, err)
	assert.Equal(t, 3, next.Health().Products)
}

func TestEnginesGoOnWithoutTheirSecondStage(t *testing.T) {
	fsys := bundleOf(t, 2, time.Now())
	manifest, _, err := bundlefs.Open(fsys)
	require.NoError(t, err)
	manifest.Parts = append(manifest.Parts, bundle.PartInfo{Name: bundle.PartEmbeddings, File: "embeddings-gone.mp"})
	fsys[bundle.ManifestFile].Data, err = json.Marshal(manifest)
	require.NoError(t, err)
	var warnings []error
	engines := NewEngines(fsys, func(err error) { warnings = append(warnings, err) })
	for range 2 {
		e, err := engines.Open(t.Context())
		require.NoError(t, err)
		assert.False(t, e.Health().SecondStage)
	}
	require.Len(t, warnings, 1)
	assert.ErrorContains(t, warnings[0], "embeddings-gone.mp")
}

func TestEnginesSayWhatIsWrong(t *testing.T) {
	_, err := NewEngines(fstest.MapFS{}, func(error) {}).Open(t.Context())
	var failure *bundle.Error
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, bundle.NotABundle, failure.Code)
}
