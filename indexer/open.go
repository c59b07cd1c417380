package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// bundleFlag declares the flag that most commands need.
func bundleFlag(flags *flag.FlagSet) *string {
	return flags.String("bundle", "", "the `DIR` that vitrine build wrote")
}

// openEngine opens the bundle in a directory, with both stages of its ranking. If the
// second cannot be had, it says so, and the first ranks alone.
func openEngine(ctx context.Context, s streams, dir string) (*engine.Engine, error) {
	manifest, source, err := bundlefs.Open(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	e, err := engine.Open(ctx, manifest, source)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	if err := e.OpenReranker(ctx); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		warnOfSecondStage(s, fmt.Errorf("%s: %w", dir, err))
	}
	return e, nil
}

// warnOfSecondStage says that searches are ranked by the first stage, and why.
func warnOfSecondStage(s streams, err error) {
	message, hint := describe(err)
	fmt.Fprintf(s.err, "warning: the first stage ranks alone, since the second cannot be loaded: %s\n", message)
	if hint != "" {
		fmt.Fprintln(s.err, "hint: "+hint)
	}
}

// readInput reads a file, or standard input for "-".
func readInput[T any](s streams, path string, read func(io.Reader, string) (T, error)) (T, error) {
	if path == "-" {
		return read(s.in, "standard input")
	}
	file, err := os.Open(path)
	if err != nil {
		var none T
		return none, err
	}
	defer func() { _ = file.Close() }() // it was only read
	return read(file, path)
}
