//go:build !js

package architecture

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// notInBrowser names what the browser's WebAssembly must not link, and why.
// Bytes are brotli at quality 11.
var notInBrowser = map[string]string{
	"encoding/json":             "118 kB: shared/wire writes its JSON without reflection",
	"encoding/gob":              "reflection; parts are flat arrays",
	"net/http":                  "500 kB: the page fetches, through wasm/internal/jsbridge",
	"crypto/tls":                "comes with net/http",
	"net":                       "the page fetches",
	"regexp":                    "70 kB: the tokenizer is written by hand",
	"text/template":             "keeps every method of every type alive",
	"html/template":             "keeps every method of every type alive",
	"os/exec":                   "a page starts no process",
	"flag":                      "a page has no command line",
	"log/slog":                  "reflection; errors cross the bridge instead",
	msgpack:                     "160 kB: shared/bundle has a decoder of its own, held to this one by tests",
	bleve:                       "1.4 MB and bbolt, which does not compile for js/wasm",
	bleve + "/registry":         "250 kB: it links highlighting and geo",
	bleve + "/mapping":          "links the registry",
	bleve + "/search":           "its searchers are ten times slower here than flat arrays",
	bleve + "/geo":              "no geography in here",
	"golang.org/x/text/collate": "tables of 700 kB; the indexer orders what needs an order",
	module + "shared/api":       "the edge's handler; links net/http",
	module + "shared/llm":       "links net/http",
}

func TestBrowserDependencies(t *testing.T) {
	packages := list(t, wasm, "-deps", "./wasm/browser")
	require.NotEmpty(t, packages, "wasm/browser has no files for js/wasm")
	for _, p := range packages {
		if reason, banned := notInBrowser[p.ImportPath]; banned {
			assert.Fail(t, p.ImportPath+" is linked into the browser's WebAssembly", "%s; go mod why, or go list -deps, tells who brings it", reason)
		}
	}
}
