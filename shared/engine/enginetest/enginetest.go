// Package enginetest opens engines for tests, on the files of a bundle that lie
// anywhere.
package enginetest

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// Open returns the engine on the bundle in the root of fsys, without its second
// stage.
func Open(t testing.TB, fsys fs.FS, options ...engine.Option) *engine.Engine {
	t.Helper()
	manifest, source, err := bundlefs.Open(fsys)
	require.NoError(t, err)
	e, err := engine.Open(t.Context(), manifest, source, options...)
	require.NoError(t, err)
	return e
}
