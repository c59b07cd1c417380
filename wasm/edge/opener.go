//go:build js

package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/vitrine-search/vitrine/shared/api"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/wasm/kernel"
)

// opener opens the bundle when the first request needs it: a Worker may load
// nothing before. Requests that come meanwhile wait for the same attempt; after
// one that failed, the next request tries again.
//
// An attempt has both stages of the ranking when it is over: caches keep answers,
// and the pages of one search may come from several isolates, so that an answer must
// not tell how long its isolate has been running. If the second stage cannot be had,
// the first ranks alone, and warn is told why.
type opener struct {
	source bundle.Source
	warn   func(error)

	mu      sync.Mutex
	current *attempt
}

// attempt is one opening; done is closed when it is over.
type attempt struct {
	done   chan struct{}
	engine *engine.Engine
	err    error
}

func (o *opener) open(ctx context.Context) (api.Engine, error) {
	a := o.join(ctx)
	select {
	case <-a.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if a.err != nil {
		return nil, a.err
	}
	return a.engine, nil
}

// join returns the attempt under way or done, or begins one.
func (o *opener) join(ctx context.Context) *attempt {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.current != nil {
		return o.current
	}
	a := &attempt{done: make(chan struct{})}
	o.current = a
	go func() {
		// Others may wait for it when the request that began it is cancelled.
		a.engine, a.err = o.load(context.WithoutCancel(ctx))
		if a.err != nil {
			o.mu.Lock()
			o.current = nil
			o.mu.Unlock()
		}
		close(a.done)
	}()
	return a
}

func (o *opener) load(ctx context.Context) (*engine.Engine, error) {
	data, err := o.source.Part(ctx, bundle.ManifestFile)
	if err != nil {
		return nil, err
	}
	manifest, err := bundlefs.ParseManifest(data)
	if err != nil {
		return nil, err
	}
	source := fetchSecondStage(ctx, o.source, manifest)
	e, err := engine.Open(ctx, manifest, source, engine.WithKernel(kernel.Best()), engine.WithLexical(kernel.Lexical()))
	if err != nil {
		return nil, err
	}
	if err := e.OpenReranker(ctx); err != nil {
		o.warn(fmt.Errorf("the first stage ranks alone, since the second cannot be loaded: %w", err))
	}
	return e, nil
}
