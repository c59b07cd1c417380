//go:build js

// Command edge is the engine as a Cloudflare Worker: one resident program for
// each isolate, which opens its bundle once and answers /v1 for many requests at
// the same time. worker.mjs starts it, replaces it after a crash, and brings it
// the files of the bundle from the Worker's static assets.
//
// Settings and bindings come through github.com/syumai/workers/cloudflare, which
// reads them from the runtime context that worker.mjs sets up. Its HTTP binding
// is not used; package resident says why.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/vitrine-search/vitrine/shared/api"
	"github.com/vitrine-search/vitrine/wasm/internal/resident"
)

func main() {
	var program resident.Program
	opener := &opener{}
	options, err := readOptions()
	if err == nil {
		opener.source, err = bundleSource()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "vitrine:", err)
		os.Exit(1)
	}
	// The Worker's log shows what is written here.
	opener.warn = func(err error) { fmt.Fprintln(os.Stderr, "vitrine:", err) }
	options.Report = func(err error) {
		opener.warn(err)
		var panicked *api.PanicError
		if errors.As(err, &panicked) {
			program.Retire()
		}
	}
	program.Serve(api.NewOpening(opener.open, options))
}
