package engine_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// copyBundle returns the committed bundle in memory, to be damaged.
func copyBundle(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := os.ReadDir(casesBundle)
	require.NoError(t, err)
	for _, entry := range entries {
		data, err := os.ReadFile(casesBundle + "/" + entry.Name())
		require.NoError(t, err)
		files[entry.Name()] = &fstest.MapFile{Data: data}
	}
	return files
}

// tryBundle opens a bundle and searches it, since cards are read only then.
func tryBundle(files fstest.MapFS) error {
	manifest, source, err := bundlefs.Open(files)
	if err != nil {
		return err
	}
	e, err := engine.Open(context.Background(), manifest, source)
	if err != nil {
		return err
	}
	_, err = e.Search(context.Background(), wire.SearchRequest{Query: "lamp"})
	return err
}

func TestDamageToAnyPartIsAnErrorThatNamesIt(t *testing.T) {
	damages := map[string]func(data []byte) []byte{
		"truncated": func(data []byte) []byte { return data[:len(data)/2] },
		"empty":     func([]byte) []byte { return nil },
		"flipped":   func(data []byte) []byte { data[len(data)/2] ^= 4; return data },
		"replaced":  func([]byte) []byte { return []byte("<!doctype html><title>404</title>") },
	}
	for name := range copyBundle(t) {
		if !strings.HasSuffix(name, ".mp") {
			continue
		}
		for damage, apply := range damages {
			files := copyBundle(t)
			files[name].Data = apply(append([]byte(nil), files[name].Data...))
			var bad *bundle.Error
			if assert.ErrorAs(t, tryBundle(files), &bad, "%s %s", name, damage) {
				assert.Equal(t, name, bad.File)
				assert.NotEmpty(t, bad.Hint)
			}
		}
		files := copyBundle(t)
		delete(files, name)
		var bad *bundle.Error
		require.ErrorAs(t, tryBundle(files), &bad)
		assert.Equal(t, bundle.Missing, bad.Code)
	}
}

func TestAManifestThatDoesNotFitIsAnError(t *testing.T) {
	for _, change := range []struct{ from, to, message string }{
		{`"format": 3`, `"format": 9`, "bundle v9, this engine reads v3"},
		{`"features": 3`, `"features": 0`, "features v0, this engine reads v3"},
		{`"products": 28`, `"products": 29`, "parts of different bundles"},
		{`"cards_per_chunk": 128`, `"cards_per_chunk": 0`, "parts of different bundles"},
		{`"cards_per_chunk": 128`, `"cards_per_chunk": 4`, "parts of different bundles"},
		{`"name": "lexicon"`, `"name": "other"`, `names no part "lexicon"`},
		{`"format": 3`, `"format": `, "is not the JSON of a manifest"},
	} {
		files := copyBundle(t)
		manifest := files[bundle.ManifestFile]
		require.Contains(t, string(manifest.Data), change.from)
		manifest.Data = []byte(strings.Replace(string(manifest.Data), change.from, change.to, 1))
		assert.ErrorContains(t, tryBundle(files), change.message)
	}
}

// A chunk that could not be had is asked for again the next time.
func TestAFailedChunkIsFetchedAgain(t *testing.T) {
	files := copyBundle(t)
	manifest, source, err := bundlefs.Open(files)
	require.NoError(t, err)
	e, err := engine.Open(context.Background(), manifest, source)
	require.NoError(t, err)
	chunk := manifest.Cards[0].File
	kept := files[chunk]
	delete(files, chunk)
	_, err = e.Search(context.Background(), wire.SearchRequest{Query: "lamp"})
	require.Error(t, err)
	files[chunk] = kept
	response, err := e.Search(context.Background(), wire.SearchRequest{Query: "lamp"})
	require.NoError(t, err)
	assert.Equal(t, "Orla Table Lamp", response.Hits[0].Title)
}
