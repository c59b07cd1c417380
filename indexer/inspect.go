package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/indexer/internal/inspect"
	"github.com/vitrine-search/vitrine/indexer/internal/instant"
)

var inspectCommand = command{
	name:      "inspect",
	arguments: "--bundle DIR [--json]",
	summary:   "show what is in a bundle and how large it is",
	about: "Opens every part of a bundle and shows the versions, the fields and the bytes, as\n" +
		"they are and compressed: gzip at level 9, brotli at level 9. Where the searched texts\n" +
		"lie beside the bundle, it compares the lexicon with them.",
	example: "vitrine inspect --bundle dist/bundle",
	define:  defineInspect,
}

func defineInspect(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	asJSON := flags.Bool("json", false, "print JSON, with every chunk of cards")
	return func(ctx context.Context, s streams, operands []string) error {
		if err := cmp.Or(noOperands(operands), required(flags, "bundle")); err != nil {
			return err
		}
		report, err := inspect.Bundle(ctx, os.DirFS(*dir))
		if err != nil {
			return fmt.Errorf("%s: %w", *dir, err)
		}
		if *asJSON {
			return json.NewEncoder(s.out).Encode(report)
		}
		return writeInspection(s.out, report)
	}
}

func writeInspection(w io.Writer, r inspect.Report) error {
	fmt.Fprintf(w, "%s (%s, %s): %d products, %d terms; bundle v%d, features v%d\n\n",
		r.Shop, r.Language, r.Currency, r.Products, r.Terms, r.Format, r.Features)
	fields := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	fmt.Fprintln(fields, "field\tlabel\tkind\tvalues\tfacet")
	for _, f := range r.Fields {
		fmt.Fprintf(fields, "%s\t%s\t%s\t%d\t%s\n", f.Name, f.Label, f.Kind, f.Values, yes(f.Facet))
	}
	_ = fields.Flush() // the next write fails too, and is checked
	fmt.Fprintln(w)
	files := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	line := func(name string, b inspect.Bytes) {
		fmt.Fprintf(files, "%s\t%d\t%d\t%d\t\n", name, b.Raw, b.Gzip, b.Brotli)
	}
	fmt.Fprintln(files, "part\tbytes\tgzip\tbrotli\t")
	list := func(parts inspect.Files) {
		for _, f := range parts.Files {
			line(f.File, f.Bytes)
			for _, m := range f.Members {
				line("its "+m.Name, m.Bytes)
			}
		}
	}
	list(r.Parts)
	line("needed to search", r.Parts.Bytes)
	if len(r.SecondStage.Files) > 0 {
		list(r.SecondStage)
		line("loaded after that", r.SecondStage.Bytes)
	}
	line(fmt.Sprintf("cards, in %d chunks", len(r.Cards.Files)), r.Cards.Bytes)
	if r.Instant != nil {
		line(instant.File, r.Instant.Bytes)
	}
	if r.Texts != nil {
		line("the searched texts", *r.Texts)
	}
	if err := files.Flush(); err != nil {
		return err
	}
	if t := r.Table; t != nil {
		fmt.Fprintf(w, "\nthe embeddings have %d numbers for each of %d terms and %d words that the catalogue lacks\n", t.Dims, t.Terms, t.Words)
	}
	if n := r.Instant; n != nil {
		fmt.Fprintf(w, "\n%s answers %d beginnings of queries, %d of them with hits, of %d products\n", instant.File, n.Prefixes, n.Found, n.Hits)
	}
	if r.Texts == nil {
		return nil
	}
	_, err := fmt.Fprintf(w, "\nthe lexicon is %.3f of the searched texts, both as brotli\n", r.LexiconShare)
	return err
}
