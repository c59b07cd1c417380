package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"flag"
	"io"

	"github.com/vitrine-search/vitrine/indexer/internal/synthetic"
)

var generateCommand = command{
	name:      "generate",
	arguments: "--products N [--seed S] --out FILE [--queries FILE]",
	summary:   "make a synthetic catalogue of any size, to measure what size costs",
	about: "Writes N invented products as JSON lines, and with --queries what shoppers might\n" +
		"ask for them with, as tab-separated identifiers and texts. Vocabulary grows and\n" +
		"words repeat as in real shops. The same seed gives the same bytes, and a smaller\n" +
		"catalogue is the beginning of a larger one.",
	example: "vitrine generate --products 100000 --out products.jsonl --queries queries.tsv\n" +
		"vitrine build --catalog products.jsonl --out dist/bundle",
	define: defineGenerate,
}

// mostProducts bounds a catalogue by what article numbers have digits for.
const mostProducts = 10_000_000

func defineGenerate(flags *flag.FlagSet) action {
	products := flags.Int("products", 0, "make `N` products")
	seed := flags.Uint64("seed", 1, "make the shop of seed `S`")
	out := flags.String("out", "", "write the products to `FILE`; - is standard output")
	queriesFile := flags.String("queries", "", "also write queries to `FILE`")
	queries := flags.Int("query-count", 1000, "write `M` queries")
	quiet := flags.Bool("quiet", false, "print nothing but errors")
	return func(ctx context.Context, s streams, operands []string) error {
		if err := cmp.Or(noOperands(operands), required(flags, "out")); err != nil {
			return err
		}
		if *products < 1 || *products > mostProducts {
			return misuse("--products is %d and must be from 1 to %d", *products, mostProducts)
		}
		if *queries < 1 {
			return misuse("--query-count is %d and must be at least 1", *queries)
		}
		p := newProgress(s, *quiet)
		defer p.end()
		g := synthetic.New(*seed)
		write := func(w io.Writer) error {
			return writeBuffered(w, func(w io.Writer) error {
				return g.WriteProducts(stoppable{ctx, w}, *products, func(done int) { p.show("generating", done, *products) })
			})
		}
		if *out == "-" {
			if err := write(s.out); err != nil {
				return err
			}
		} else if err := writeAside(*out, write); err != nil {
			return err
		}
		if *queriesFile == "" {
			return nil
		}
		return writeAside(*queriesFile, func(w io.Writer) error {
			return writeBuffered(w, func(w io.Writer) error { return g.WriteQueries(w, *products, *queries) })
		})
	}
}

func writeBuffered(w io.Writer, write func(io.Writer) error) error {
	buffered := bufio.NewWriter(w)
	return errors.Join(write(buffered), buffered.Flush())
}

// stoppable is a writer that fails once its context is done.
type stoppable struct {
	ctx context.Context //nolint:containedctx // it lives no longer than the call it was made for
	io.Writer
}

func (w stoppable) Write(data []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(data)
}
