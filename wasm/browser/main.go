//go:build js

// Command browser is the engine as a WebAssembly program for JavaScript hosts:
// the web worker of a shop's page, the page itself where workers cannot start,
// and Node. It offers one method, open(manifest, source, pause), whose result has
// search, suggest, health and openReranker, which loads what the second stage of the
// ranking needs; jsbridge's contract says how they behave, and package wire what
// goes in and out. There is nothing else here, so that every host runs the same
// engine. A host runs one program for each engine, and ends
// the program to close it: WebAssembly's memory is only ever given back whole.
package main

import (
	"context"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/wasm/internal/heap"
	"github.com/vitrine-search/vitrine/wasm/internal/jsbridge"
	"github.com/vitrine-search/vitrine/wasm/kernel"
)

func main() {
	jsbridge.Serve(jsbridge.Methods{"open": open})
}

func open(ctx context.Context, arguments jsbridge.Arguments) (any, error) {
	manifest, err := arguments.Manifest(0)
	if err != nil {
		return nil, err
	}
	source, err := arguments.Source(1)
	if err != nil {
		return nil, err
	}
	pause, err := arguments.Pause(2)
	if err != nil {
		return nil, err
	}
	bytes := 0
	for _, part := range manifest.Parts {
		bytes += part.Bytes
	}
	defer heap.Hold(bytes)()
	e, err := engine.Open(
		ctx, manifest, source,
		engine.WithKernel(kernel.Best()), engine.WithLexical(kernel.Lexical()), engine.WithPause(pause),
	)
	if err != nil {
		return nil, err
	}
	return methods(e), nil
}

func methods(e *engine.Engine) jsbridge.Methods {
	return jsbridge.Methods{
		"search": func(ctx context.Context, arguments jsbridge.Arguments) (any, error) {
			request, err := arguments.SearchRequest(0)
			if err != nil {
				return nil, err
			}
			response, err := e.Search(ctx, request)
			if err != nil {
				return nil, err
			}
			return jsbridge.JSON(response.AppendJSON(nil)), nil
		},
		"suggest": func(ctx context.Context, arguments jsbridge.Arguments) (any, error) {
			request, err := arguments.SuggestRequest(0)
			if err != nil {
				return nil, err
			}
			response, err := e.Suggest(ctx, request)
			if err != nil {
				return nil, err
			}
			return jsbridge.JSON(response.AppendJSON(nil)), nil
		},
		"openReranker": func(ctx context.Context, _ jsbridge.Arguments) (any, error) {
			return nil, e.OpenReranker(ctx)
		},
		"health": func(context.Context, jsbridge.Arguments) (any, error) {
			health := e.Health()
			return jsbridge.JSON(health.AppendJSON(nil)), nil
		},
	}
}
