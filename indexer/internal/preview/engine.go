package preview

import (
	"context"
	"io/fs"
	"sync"
	"time"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// Engines opens the bundle of a directory, and opens it again when it was built
// anew: the cards of the previous bundle are gone then.
type Engines struct {
	fsys fs.FS
	warn func(error)

	mu     sync.Mutex
	opened *engine.Engine
	// modified is the manifest's time when it was opened.
	modified time.Time
}

// NewEngines returns the engines of the bundle in fsys. Those whose second stage
// cannot be had rank by the first alone, and warn is told why.
func NewEngines(fsys fs.FS, warn func(error)) *Engines { return &Engines{fsys: fsys, warn: warn} }

// Open returns an engine on the bundle as it is now. It fails with a
// *bundle.Error.
func (e *Engines) Open(ctx context.Context) (*engine.Engine, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	info, err := fs.Stat(e.fsys, bundle.ManifestFile)
	if err == nil && e.opened != nil && info.ModTime().Equal(e.modified) {
		return e.opened, nil
	}
	manifest, source, err := bundlefs.Open(e.fsys)
	if err != nil {
		return nil, err
	}
	opened, err := engine.Open(ctx, manifest, source)
	if err != nil {
		return nil, err
	}
	if err := opened.OpenReranker(ctx); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		e.warn(err)
	}
	e.opened = opened
	if info != nil {
		e.modified = info.ModTime()
	}
	return opened, nil
}
