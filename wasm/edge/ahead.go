//go:build js

package main

import (
	"context"
	"sync"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// ahead is a source that begins to fetch some files before they are asked for: the
// second stage's come over while the index is opened. Each of them is kept until it
// is asked for, once.
type ahead struct {
	bundle.Source

	mu    sync.Mutex
	files map[string]*fetched
}

// fetched is a file on its way; done is closed when it is there.
type fetched struct {
	done chan struct{}
	data []byte
	err  error
}

// fetchSecondStage returns the source with the parts of the second stage on their
// way, as far as the bundle has them.
func fetchSecondStage(ctx context.Context, source bundle.Source, manifest bundle.Manifest) *ahead {
	a := &ahead{Source: source, files: map[string]*fetched{}}
	for _, name := range []string{bundle.PartEmbeddings, bundle.PartReranker} {
		info, err := manifest.Part(name)
		if err != nil {
			continue // a bundle may be without it
		}
		f := &fetched{done: make(chan struct{})}
		a.files[info.File] = f
		go func() {
			f.data, f.err = source.Part(ctx, info.File)
			close(f.done)
		}()
	}
	return a
}

func (a *ahead) Part(ctx context.Context, file string) ([]byte, error) {
	a.mu.Lock()
	f := a.files[file]
	delete(a.files, file)
	a.mu.Unlock()
	if f == nil {
		return a.Source.Part(ctx, file)
	}
	select {
	case <-f.done:
		return f.data, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
