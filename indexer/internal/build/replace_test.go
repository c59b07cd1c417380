package build

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// content reads all files below a directory by their relative paths.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		relative, _ := filepath.Rel(dir, path)
		files[relative] = string(data)
		return err
	})
	require.NoError(t, err)
	return files
}

func TestReplaceMakesTheDirectory(t *testing.T) {
	dir := t.TempDir()
	target := Target{path: filepath.Join(dir, "a", "b")}
	require.NoError(t, target.Replace(t.Context(), []writer.File{{Name: "x", Data: []byte("1")}}))
	assert.Equal(t, map[string]string{"a/b/x": "1"}, content(t, dir))
	info, err := os.Stat(target.path)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o755), info.Mode().Perm())
}

func TestReplaceLeavesNothingOfThePrevious(t *testing.T) {
	dir := t.TempDir()
	target := Target{path: filepath.Join(dir, "bundle")}
	require.NoError(t, target.Replace(t.Context(), []writer.File{{Name: "old", Data: []byte("1")}}))
	require.NoError(t, target.Replace(t.Context(), []writer.File{{Name: "new", Data: []byte("2")}}))
	assert.Equal(t, map[string]string{"bundle/new": "2"}, content(t, dir))
}

func TestSwapWorksWhereExchangeDoesNot(t *testing.T) {
	dir := t.TempDir()
	fresh, target := filepath.Join(dir, "fresh"), filepath.Join(dir, "target")
	for _, path := range []string{fresh, target} {
		require.NoError(t, os.Mkdir(path, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(path, "name"), []byte(filepath.Base(path)), 0o644))
	}
	require.NoError(t, swap(fresh, target))
	assert.Equal(t, map[string]string{"target/name": "fresh"}, content(t, dir))
}

func TestSwapThatFailsPutsThePreviousBack(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "target")
	require.NoError(t, os.Mkdir(target, 0o755))
	require.Error(t, swap(filepath.Join(dir, "missing"), target))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
	assert.Equal(t, "target", entries[0].Name())
}

func TestReplaceThatFailsLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	target := Target{path: filepath.Join(dir, "a", "b")}
	err := target.Replace(t.Context(), []writer.File{{Name: "x"}, {Name: "no/such/place"}})
	require.Error(t, err)

	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, target.Replace(cancelled, []writer.File{{Name: "x"}}), context.Canceled)

	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, entries)
}
