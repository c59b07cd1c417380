package build

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/config"
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
)

var update = flag.Bool("update", false, "rewrite the bundle in testdata/bundles instead of comparing with it")

// The bundle in testdata/bundles/v3 is what this version makes of the catalogue
// in testdata/search: the search cases run on it in every host, and the reader
// must always open it. When the format's version is raised, the old bundle stays
// and a new one is added beside it.
func TestGoldenBundle(t *testing.T) {
	ctx := context.Background()
	testdata := filepath.Join("..", "..", "..", "testdata")
	settings, err := config.Load(filepath.Join(testdata, "search", "shop.yaml"))
	require.NoError(t, err)
	catalogue, err := feed.Read(ctx, []string{filepath.Join(testdata, "search", "products.jsonl")}, feed.Options{Mapping: settings.Feed})
	require.NoError(t, err)
	files, err := Files(ctx, settings.Shop, catalogue.Products, noProgress)
	require.NoError(t, err)

	dir := filepath.Join(testdata, "bundles", "v3")
	if *update {
		target, err := NewTarget(dir)
		require.NoError(t, err)
		require.NoError(t, target.Replace(ctx, files))
	}
	var want, got []string
	for _, file := range files {
		want = append(want, file.Name)
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	require.ElementsMatch(t, want, got, "run ./build.sh golden and read the difference")
	for _, file := range files {
		committed, err := os.ReadFile(filepath.Join(dir, file.Name))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(committed, file.Data), file.Name)
	}
}
