package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"runtime"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine"
)

var versionCommand = command{
	name:      "version",
	arguments: "[--json]",
	summary:   "say which version this is, and which bundles it reads",
	about: "Says the version of the engine, the versions of bundles that it writes and\n" +
		"reads, and the version of Go that it was compiled with.",
	example: "vitrine version",
	define:  defineVersion,
}

// versions are the versions that decide whether a bundle can be opened.
type versions struct {
	Engine string `json:"engine"`
	// Format is the version of the files, Features that of what is in them; from
	// the oldest on, they are read.
	Format         int    `json:"format"`
	OldestFormat   int    `json:"oldest_format"`
	Features       int    `json:"features"`
	OldestFeatures int    `json:"oldest_features"`
	Go             string `json:"go"`
}

func defineVersion(flags *flag.FlagSet) action {
	asJSON := flags.Bool("json", false, "print JSON")
	return func(_ context.Context, s streams, operands []string) error {
		if err := noOperands(operands); err != nil {
			return err
		}
		v := versions{
			Engine: engine.Version, Format: bundle.Format, OldestFormat: bundle.OldestRead,
			Features: bundle.Features, OldestFeatures: bundle.OldestTerms, Go: runtime.Version(),
		}
		if *asJSON {
			return json.NewEncoder(s.out).Encode(v)
		}
		_, err := fmt.Fprintf(s.out, "vitrine %s\nbundle v%d (reads v%d-v%d), features v%d (reads v%d-v%d)\n%s %s/%s\n",
			v.Engine, v.Format, v.OldestFormat, v.Format, v.Features, v.OldestFeatures, v.Features,
			v.Go, runtime.GOOS, runtime.GOARCH)
		return err
	}
}
