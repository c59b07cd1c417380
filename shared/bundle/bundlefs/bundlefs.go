// Package bundlefs opens a bundle that lies in a file system: a directory on
// disk, or files embedded in a program. It takes an fs.FS so that it needs no
// operating system.
package bundlefs

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Open reads the manifest in the root of fsys. It fails with a *bundle.Error.
func Open(fsys fs.FS) (bundle.Manifest, bundle.Source, error) {
	var manifest bundle.Manifest
	data, err := read(fsys, bundle.ManifestFile)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest, nil, &bundle.Error{
			Code: bundle.NotABundle, File: bundle.ManifestFile, Detail: "there is none: this is no bundle",
			Hint: "point to the directory that `vitrine build --out` wrote",
		}
	}
	if err != nil {
		return manifest, nil, err
	}
	if manifest, err = ParseManifest(data); err != nil {
		return manifest, nil, err
	}
	return manifest, source{fsys}, nil
}

// ParseManifest decodes the content of manifest.json. It fails with a
// *bundle.Error.
func ParseManifest(data []byte) (bundle.Manifest, error) {
	var manifest bundle.Manifest
	if err := json.Unmarshal(data, &manifest); err != nil {
		return manifest, &bundle.Error{
			Code: bundle.Corrupt, File: bundle.ManifestFile, Detail: "is not the JSON of a manifest", Err: err,
			Hint: "run the indexer again",
		}
	}
	return manifest, nil
}

type source struct{ fsys fs.FS }

func (s source) Part(_ context.Context, file string) ([]byte, error) {
	return read(s.fsys, file)
}

func read(fsys fs.FS, file string) ([]byte, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, &bundle.Error{
			Code: bundle.Missing, File: file, Detail: "cannot be read", Err: err,
			Hint: "upload the whole bundle again, or run the indexer again",
		}
	}
	return data, nil
}
