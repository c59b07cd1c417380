package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
)

// Target is the directory that a bundle is to stand in.
type Target struct {
	// path has no symbolic link in its last place, so that what a link points to
	// is replaced and not the link.
	path string
}

// NewTarget checks that a bundle may be put into the directory: that it does not
// exist, is empty, or holds nothing but a bundle. Anything else would be lost.
func NewTarget(dir string) (Target, error) {
	path, err := filepath.Abs(dir)
	if err != nil {
		return Target{}, err
	}
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		path = resolved
	}
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Target{path: path}, nil
	case err != nil:
		return Target{}, fmt.Errorf("%s: is no directory that a bundle can stand in: %w (hint: choose another --out)", dir, err)
	case len(entries) == 0:
		return Target{path: path}, nil
	}
	own, err := ownFiles(path)
	if err != nil {
		return Target{}, fmt.Errorf("%s: exists and holds no bundle (hint: choose a new directory, or empty this one)", dir)
	}
	for _, entry := range entries {
		if !slices.Contains(own, stem(entry.Name())) {
			return Target{}, fmt.Errorf("%s: holds %q, which is not the bundle's and would be lost "+
				"(hint: move it away, or choose another --out)", dir, entry.Name())
		}
	}
	return Target{path: path}, nil
}

// ownFiles lists the files that belong to the bundle in a directory.
func ownFiles(path string) ([]string, error) {
	manifest, _, err := bundlefs.Open(os.DirFS(path))
	if err != nil {
		return nil, err
	}
	if manifest.Format == 0 {
		return nil, errors.New("the manifest is not a bundle's")
	}
	own := []string{bundle.ManifestFile, instant.File, NoticeFile, TextsFile}
	for _, part := range slices.Concat(manifest.Parts, manifest.Cards) {
		own = append(own, part.File)
	}
	return own, nil
}

// stem is the name of the file that a precompressed one was made from.
func stem(name string) string {
	if name == TextsFile {
		return name
	}
	return strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
}
