//go:build !js

package architecture

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const (
	bleve    = "github.com/blevesearch/bleve/v2"
	bleveAPI = "github.com/blevesearch/bleve_index_api"
	stemmers = "github.com/blevesearch/snowballstem"
	msgpack  = "github.com/vmihailenco/msgpack/v5"
	testify  = "github.com/stretchr/testify"
)

// mayImport says what a folder's packages import beside the standard library and
// each other. The longest prefix of a package's path is its rule.
var mayImport = map[string][]string{
	"shared/product":            {},
	"shared/wire":               {},
	"shared/attention":          {},
	"shared/text":               {"shared/product", stemmers, "golang.org/x/text/unicode/norm"},
	"shared/query":              {"shared/product", "shared/text"},
	"shared/text/bleveanalyzer": {"shared/text", bleve + "/analysis", bleve + "/registry"},
	"shared/bundle":             {"shared/product"},
	"shared/bundle/writer":      {"shared/bundle", msgpack},
	"shared/bundle/reranker":    {"shared/bundle", "shared/rank"},
	"shared/bundle/bundletest":  {"shared/bundle", testify},
	"shared/lexical/lexicaltest": {
		"shared/product", "shared/text", "shared/bundle", "shared/lexical", testify,
	},
	"shared/lexical": {
		"shared/product", "shared/text", "shared/bundle",
		bleve, bleveAPI, "github.com/blevesearch/vellum", "github.com/RoaringBitmap/roaring/v2",
	},
	"shared/rank":      {"shared/product", "shared/attention"},
	"shared/meaning":   {"shared/product", "shared/attention", "shared/bundle", "shared/lexical"},
	"shared/recommend": {"shared/product", "shared/attention"},
	"shared/answer":    {"shared/product", "shared/text", "shared/lexical", "shared/attention"},
	"shared/engine": {
		"shared/product", "shared/wire", "shared/text", "shared/query", "shared/bundle", "shared/lexical",
		"shared/attention", "shared/meaning", "shared/rank", "shared/recommend", "shared/answer",
	},
	"shared/engine/enginetest":     {"shared/engine", "shared/bundle", testify},
	"shared/llm":                   {},
	"shared/api":                   {"shared/engine", "shared/wire", "shared/bundle"},
	"shared/internal/architecture": {},
	"wasm":                         {"shared", "github.com/syumai/workers"},
	"indexer": {
		"shared", bleve, bleveAPI,
		"github.com/goccy/go-yaml", "github.com/andybalholm/brotli", "golang.org/x/net/html", "golang.org/x/text", "golang.org/x/sys/unix",
		"github.com/mozillazg/go-pinyin", "github.com/go-ego/gse", "gonum.org/v1/gonum",
	},
}

// onlyIn names the packages that few may import, and who.
var onlyIn = map[string][]string{
	"syscall/js": {"wasm/internal/jsbridge"},
	"net/http":   {"shared/api", "shared/llm", "indexer", "wasm/edge", "wasm/internal/resident"},
	"os":         {"indexer", "wasm", "shared/wire/internal/generate"},
	"os/exec":    {"indexer"},
	// No shopper's query reaches a model's server, from no host.
	module + "shared/llm": {"indexer"},
}

func TestImports(t *testing.T) {
	for _, on := range targets {
		for _, p := range list(t, on, "./...") {
			rule, found := ruleFor(p.path())
			if !assert.True(t, found, "%s: no import rule; add one to mayImport", p.path()) {
				continue
			}
			for _, imported := range p.Imports {
				assert.True(t, allowed(rule, imported), "%s: %s must not import %s", on.name, p.path(), imported)
				if few, restricted := onlyIn[imported]; restricted {
					assert.True(t, underAny(p.path(), few), "%s: %s imports %s, which only %v may", on.name, p.path(), imported, few)
				}
			}
		}
	}
}

// ruleFor returns the longest prefix of path in mayImport.
func ruleFor(path string) (rule string, found bool) {
	for prefix := range mayImport {
		if under(path, prefix) && len(prefix) >= len(rule) {
			rule, found = prefix, true
		}
	}
	return rule, found
}

func allowed(rule, imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	if !strings.Contains(first, ".") {
		return true // the standard library
	}
	imported = strings.TrimPrefix(imported, module)
	return under(imported, rule) || underAny(imported, mayImport[rule])
}

func underAny(path string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return under(path, prefix) })
}

func under(path, prefix string) bool {
	return path == prefix || strings.HasPrefix(path, prefix+"/")
}
