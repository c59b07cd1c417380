package build

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/product"
)

// putBundle puts a bundle of n lamps into the directory.
func putBundle(t *testing.T, dir string, n int) {
	t.Helper()
	target, err := NewTarget(dir)
	require.NoError(t, err)
	files, err := Files(t.Context(), product.DefaultShop(), lamps(n), noProgress)
	require.NoError(t, err)
	require.NoError(t, target.Replace(t.Context(), files))
}

func TestATargetMayBeNewEmptyOrABundle(t *testing.T) {
	dir := t.TempDir()
	bundle := filepath.Join(dir, "bundle")
	putBundle(t, bundle, 3)
	for _, path := range []string{filepath.Join(dir, "new", "deep"), t.TempDir(), bundle} {
		_, err := NewTarget(path)
		require.NoError(t, err)
	}
	require.NoError(t, os.WriteFile(filepath.Join(bundle, "manifest.json.br"), nil, 0o644))
	_, err := NewTarget(bundle)
	assert.NoError(t, err, "a precompressed copy is the bundle's")
}

func TestATargetIsNeverSomebodyElses(t *testing.T) {
	write := func(dir, name, content string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
	}
	letters := t.TempDir()
	write(letters, "letter.txt", "dear")
	other := t.TempDir()
	write(other, "manifest.json", `{"name": "a web app's manifest"}`)
	mixed := t.TempDir()
	putBundle(t, mixed, 3)
	write(mixed, "letter.txt", "dear")
	file := filepath.Join(letters, "letter.txt")

	for path, want := range map[string]string{
		letters: "exists and holds no bundle (hint: ",
		other:   "exists and holds no bundle (hint: ",
		mixed:   `holds "letter.txt", which is not the bundle's and would be lost (hint: `,
		file:    "is no directory that a bundle can stand in",
	} {
		_, err := NewTarget(path)
		assert.ErrorContains(t, err, path+": "+want)
	}
}
