package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../../.."

func TestTheRepositoryHoldsWhatTheGeneratorWrites(t *testing.T) {
	files := generated(t)
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err, "hint: go run ./testdata/catalogues/generate")
		assert.Equal(t, string(want), string(got), "%s is out of date; hint: go run ./testdata/catalogues/generate", name)
	}
	pictures, err := filepath.Glob(filepath.Join(root, pictureDir, "*.svg"))
	require.NoError(t, err)
	for _, path := range pictures {
		assert.Contains(t, files, pictureDir+"/"+filepath.Base(path), "no product shows this picture")
	}
}

func TestTheSeedDecidesTheLots(t *testing.T) {
	name := catalogueDir + "/home-en.jsonl"
	one, err := generate(1)
	require.NoError(t, err)
	again, err := generate(1)
	require.NoError(t, err)
	other, err := generate(2)
	require.NoError(t, err)
	assert.Equal(t, one, again)
	assert.NotEqual(t, string(one[name]), string(other[name]))
}

func TestRunRemovesPicturesThatNoProductShows(t *testing.T) {
	dir := t.TempDir()
	stale := filepath.Join(dir, pictureDir, "stale.svg")
	require.NoError(t, os.MkdirAll(filepath.Dir(stale), 0o755))
	require.NoError(t, os.WriteFile(stale, []byte("<svg/>"), 0o644))
	require.NoError(t, run(dir, defaultSeed))
	assert.NoFileExists(t, stale)
	assert.FileExists(t, filepath.Join(dir, catalogueDir, "home-zh.jsonl"))
}
