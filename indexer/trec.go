package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

var runCommand = command{
	name:      "run",
	arguments: "--bundle DIR --queries FILE [--depth K] [--out FILE]",
	summary:   "rank products for many queries into a TREC run",
	about: "Searches for every query of a tab-separated file (identifier, text) and writes a\n" +
		"TREC run: query, Q0, product, rank, score, tag. The ranking is the browser's.",
	example: "vitrine run --bundle dist/bundle --queries queries.tsv --depth 100 --out vitrine.run",
	define:  defineRun,
}

// tag names the system in a run.
const tag = "vitrine"

func defineRun(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	queriesFile := flags.String("queries", "", "read queries from `FILE`; - is standard input")
	depth := flags.Int("depth", 100, "write the first `K` products of each query")
	out := flags.String("out", "-", "write the run to `FILE`; - is standard output")
	return func(ctx context.Context, s streams, operands []string) error {
		if err := cmp.Or(noOperands(operands), required(flags, "bundle", "queries", "out")); err != nil {
			return err
		}
		if *depth < 1 {
			return misuse("--depth is %d and must be at least 1", *depth)
		}
		queries, err := readInput(s, *queriesFile, evaluate.ReadQueries)
		if err != nil {
			return err
		}
		e, err := openEngine(ctx, s, *dir)
		if err != nil {
			return err
		}
		if *out == "-" {
			return writeRun(ctx, s.out, e, queries, *depth)
		}
		return writeAside(*out, func(w io.Writer) error { return writeRun(ctx, w, e, queries, *depth) })
	}
}

func writeRun(ctx context.Context, w io.Writer, e *engine.Engine, queries []evaluate.Query, depth int) error {
	buffered := bufio.NewWriter(w)
	for _, query := range queries {
		if err := ctx.Err(); err != nil {
			return err
		}
		ranked, err := e.Rank(ctx, wire.SearchRequest{Query: query.Text, Limit: depth})
		if err != nil {
			return fmt.Errorf("query %q: %w", query.ID, err)
		}
		results := make([]evaluate.Result, len(ranked))
		for i, r := range ranked {
			results[i] = evaluate.Result{ID: r.ID, Score: r.Score}
		}
		if err := evaluate.WriteRun(buffered, query.ID, tag, results); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

// writeAside writes a file that is either complete or not there: it is written
// beside its place and renamed.
func writeAside(path string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-")
	if err != nil {
		return fmt.Errorf("%s: %w (hint: the file's folder must be there, and you must be allowed to write to it)", path, errors.Unwrap(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	// CreateTemp makes private files; a run is an ordinary one.
	if err := errors.Join(file.Chmod(0o644), write(file), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
