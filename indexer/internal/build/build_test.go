package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func TestFilesAreABundle(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "bundle")
	putBundle(t, dir, 300)

	e := enginetest.Open(t, os.DirFS(dir))
	least := 300.0
	response, err := e.Search(t.Context(), wire.SearchRequest{Query: "desk lamps", Filters: map[string]wire.Filter{
		"brand": {Values: []string{"Halo"}}, "price": {Min: &least},
	}})
	require.NoError(t, err)
	// Of lamps 290 to 299 (10 + i is at least 300), 292 is the desk lamp of Halo;
	// the others of Halo, 295 and 298, are lamps all the same.
	require.Equal(t, 3, response.Total)
	assert.Equal(t, "lamp-292", response.Hits[0].ID)
	assert.Equal(t, []string{"Lighting", "Desk lamps"}, response.Hits[0].Category)
}

func TestFilesAreTheSameWhateverTheOrder(t *testing.T) {
	products := lamps(2500) // more than two batches of bleve's builder
	want, err := Files(t.Context(), product.DefaultShop(), products, noProgress)
	require.NoError(t, err)
	slices.Reverse(products)
	again, err := Files(t.Context(), product.DefaultShop(), products, noProgress)
	require.NoError(t, err)
	assert.Equal(t, want, again)
}

func TestTheManifestIsLast(t *testing.T) {
	files, err := Files(t.Context(), product.DefaultShop(), lamps(1), noProgress)
	require.NoError(t, err)
	assert.Equal(t, bundle.ManifestFile, files[len(files)-1].Name)
}

func TestTextsCanBeReadAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "bundle")
	putBundle(t, dir, 2)
	documents, err := ReadTexts(os.DirFS(dir))
	require.NoError(t, err)
	require.Len(t, documents, 2)
	assert.Equal(t, "A lamp for reading & working, with a warm light.", documents[0].Description)
}

func TestACancelledBuildStopsAtEveryStage(t *testing.T) {
	for _, stage := range []string{"indexing", "compiling", "packing"} {
		temporary := t.TempDir()
		t.Setenv("TMPDIR", temporary)
		ctx, cancel := context.WithCancel(t.Context())
		files, err := Files(ctx, product.DefaultShop(), lamps(2*batchSize), func(at string, _, _ int) {
			if at == stage {
				cancel()
			}
		})
		cancel()
		require.ErrorIs(t, err, context.Canceled, stage)
		assert.Nil(t, files, stage)
		entries, err := os.ReadDir(temporary)
		require.NoError(t, err)
		assert.Empty(t, entries, stage)
	}
}
