//go:build js

// Command faulty keeps the contract of wasm/browser and fails in every way that
// an engine can, for the tests of the hosts: the query says how, and for the second
// stage the name of the shop.
package main

import (
	"context"
	"os"
	"time"

	"github.com/vitrine-search/vitrine/shared/wire"
	"github.com/vitrine-search/vitrine/wasm/internal/jsbridge"
)

func main() {
	jsbridge.Serve(jsbridge.Methods{
		"open": func(_ context.Context, arguments jsbridge.Arguments) (any, error) {
			manifest, err := arguments.Manifest(0)
			if err != nil {
				return nil, err
			}
			return jsbridge.Methods{"search": search, "openReranker": openReranker(manifest.Shop)}, nil
		},
	})
}

func openReranker(shop string) jsbridge.Method {
	return func(context.Context, jsbridge.Arguments) (any, error) {
		switch shop {
		case "panic":
			panic("as it was asked to")
		case "exit":
			os.Exit(3)
		}
		return nil, nil
	}
}

func search(ctx context.Context, arguments jsbridge.Arguments) (any, error) {
	request, err := arguments.SearchRequest(0)
	if err != nil {
		return nil, err
	}
	switch request.Query {
	case "panic":
		panic("as it was asked to")
	case "goroutine":
		go panic("outside of every call")
		select {}
	case "exit":
		os.Exit(3)
	case "recurse":
		recurse(0)
	case "hang":
		for {
		}
	case "slow":
		time.Sleep(300 * time.Millisecond)
	case "wait":
		<-ctx.Done()
		return nil, ctx.Err()
	}
	response := wire.SearchResponse{Query: request.Query}
	return jsbridge.JSON(response.AppendJSON(nil)), nil
}

// recurse runs out of stack.
func recurse(depth int) int { return recurse(depth+1) + 1 }
