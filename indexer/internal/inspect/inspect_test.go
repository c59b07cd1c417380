package inspect

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/product"
)

// newBundle is a bundle of three products that say "desk lamp" and differ in
// brand and number.
func newBundle(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := build.Files(t.Context(), product.DefaultShop(), []product.Product{
		{ID: "1", Title: "Desk lamp", Brand: "Halo"},
		{ID: "2", Title: "Desk lamp", Brand: "Ember"},
		{ID: "3", Title: "Desk lamp", Brand: "Ember"},
	}, func(string, int, int) {})
	require.NoError(t, err)
	fsys := fstest.MapFS{}
	for _, file := range files {
		fsys[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	return fsys
}

func TestBundleIsDescribed(t *testing.T) {
	fsys := newBundle(t)
	report, err := Bundle(t.Context(), fsys)
	require.NoError(t, err)
	assert.Equal(t, 3, report.Products)
	assert.Equal(t, bundle.Format, report.Format)
	assert.Equal(t, 4, report.Terms, "desk, lamp, halo, ember")
	assert.Contains(t, report.Fields, Field{Name: "brand", Label: "Brand", Kind: "text", Facet: true, Values: 2})

	sum := Bytes{}
	for _, file := range report.Parts.Files {
		assert.Len(t, fsys[file.File].Data, file.Bytes.Raw)
		sum.add(file.Bytes)
	}
	assert.Equal(t, sum, report.Parts.Bytes)
	assert.Len(t, report.Parts.Files, 5)
	assert.Len(t, report.Cards.Files, 1)
}

func TestBytesAreCompressed(t *testing.T) {
	b := measure(make([]byte, 100_000))
	assert.Equal(t, 100_000, b.Raw)
	// A run of zeros costs deflate about a thousandth, brotli a few bytes.
	assert.InDelta(t, 130, b.Gzip, 30)
	assert.Less(t, b.Brotli, 50)
}

func TestABrokenPartIsNamed(t *testing.T) {
	for _, kind := range []string{bundle.PartSettings, bundle.PartLexicon, bundle.PartColumns, bundle.PartCards} {
		fsys := newBundle(t)
		for name, file := range fsys {
			if name[:min(len(name), len(kind))] == kind {
				file.Data = file.Data[:len(file.Data)-1]
			}
		}
		_, err := Bundle(t.Context(), fsys)
		var broken *bundle.Error
		require.ErrorAs(t, err, &broken, kind)
		assert.Contains(t, broken.File, kind)
		assert.Equal(t, bundle.Corrupt, broken.Code)
	}
}

func TestNoBundleIsAnError(t *testing.T) {
	_, err := Bundle(t.Context(), fstest.MapFS{})
	var broken *bundle.Error
	require.ErrorAs(t, err, &broken)
	assert.Equal(t, bundle.NotABundle, broken.Code)
}
