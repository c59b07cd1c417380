//go:build js

package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/syumai/workers/cloudflare"

	"github.com/vitrine-search/vitrine/shared/api"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/wasm/internal/jsbridge"
)

// The variables of wrangler.jsonc, and the binding that worker.mjs adds to them:
// a function that brings one file of the bundle.
const (
	originsVariable = "VITRINE_ORIGINS"
	maxAgeVariable  = "VITRINE_MAX_AGE"
	bundleBinding   = "VITRINE_BUNDLE"
)

// readOptions reads the Worker's variables; one that is not set means no origin,
// and no caching.
func readOptions() (api.Options, error) {
	options := api.Options{Origins: strings.Fields(strings.ReplaceAll(variable(originsVariable), ",", " "))}
	if text := variable(maxAgeVariable); text != "" {
		seconds, err := strconv.ParseUint(text, 10, 31)
		if err != nil {
			return options, fmt.Errorf("%s: %q is not a number of seconds (hint: set it in wrangler.jsonc)", maxAgeVariable, text)
		}
		options.MaxAge = time.Duration(seconds) * time.Second
	}
	return options, nil
}

// variable returns "" for a variable that is not set, where Getenv would say
// "<undefined>".
func variable(name string) string {
	if cloudflare.GetBinding(name).IsUndefined() {
		return ""
	}
	return cloudflare.Getenv(name)
}

func bundleSource() (bundle.Source, error) {
	return jsbridge.Arguments{cloudflare.GetBinding(bundleBinding)}.Source(0)
}
