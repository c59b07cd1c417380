package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"time"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/config"
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/indexer/internal/train"
	"github.com/vitrine-search/vitrine/shared/product"
)

var buildCommand = command{
	name:      "build",
	arguments: "--catalog FILE... --out DIR [--config vitrine.yaml] [--dry-run]",
	summary:   "compile a product export into a bundle",
	about: "Reads product exports (JSON, JSON lines, CSV, TSV, Shopify CSV, Google Merchant\n" +
		"XML; the format is found from the content), decides what can be filtered on, and\n" +
		"writes a bundle of static files. The bundle takes the place of the one in DIR in\n" +
		"one step, and only when it is complete: a build that fails or is cancelled changes\n" +
		"nothing. The same input gives the same bytes. Bad rows are reported and skipped;\n" +
		"if more than 5 % of a file's rows are bad, the build fails. Shoppers need every file\n" +
		"of the bundle but " + build.TextsFile + ", which is for vitrine eval, and " + build.NoticeFile + ",\n" +
		"the licences that go with a bundle that learned from the built-in table.\n" +
		"\n" +
		"The build learns from the catalogue which words mean alike, for the second stage of\n" +
		"the ranking. English shops start from a built-in table of general English; --vectors\n" +
		"names another, and --teacher asks an embedding model about every word and title, once:\n" +
		"its answers are kept. The key of its server is read from VITRINE_API_KEY or, for an\n" +
		"https address, from OPENAI_API_KEY.",
	example: "vitrine build --catalog products.csv --out dist/bundle\n" +
		"vitrine build --catalog chairs.jsonl tables.jsonl --config vitrine.yaml --dry-run\n" +
		"vitrine build --catalog products.csv --out dist/bundle --teacher http://localhost:11434 --teacher-model nomic-embed-text",
	define: defineBuild,
}

// buildFlags are the flags of build.
type buildFlags struct {
	catalog                         list
	out, config, queryLog           string
	dryRun, allowBad, quiet, asJSON bool
	training                        trainingFlags
}

func defineBuild(flags *flag.FlagSet) action {
	var f buildFlags
	flags.Var(&f.catalog, "catalog", "read products from `FILE`; may be repeated, and more files may follow")
	flags.StringVar(&f.out, "out", "", "write the bundle to `DIR`")
	flags.StringVar(&f.config, "config", "", "read the shop's configuration from `FILE`")
	flags.StringVar(&f.queryLog, "query-log", "", "suggest what shoppers searched for, one query in a line of `FILE`, with its count after a tab")
	f.training.define(flags)
	flags.BoolVar(&f.dryRun, "dry-run", false, "write nothing; print what was read, the facets and what would be dropped")
	flags.BoolVar(&f.allowBad, "allow-bad", false, "build whatever the share of bad rows")
	flags.BoolVar(&f.quiet, "quiet", false, "print nothing but errors and what --json asks for")
	flags.BoolVar(&f.asJSON, "json", false, "print the summary, or the dry run, as JSON")
	return func(ctx context.Context, s streams, operands []string) error {
		names := []string{"catalog"}
		if !f.dryRun {
			names = append(names, "out")
		}
		if err := required(flags, names...); err != nil {
			return err
		}
		f.catalog = append(f.catalog, operands...)
		settings := config.Default()
		if f.config != "" {
			var err error
			if settings, err = config.Load(f.config); err != nil {
				return err
			}
		}
		p := newProgress(s, f.quiet)
		defer p.end()
		learner, err := f.training.learner(s, flags, settings, p)
		if err != nil {
			return err
		}
		if f.dryRun {
			return dryRun(ctx, s, f, settings, learner, p)
		}
		return buildBundle(ctx, s, f, settings, learner, p)
	}
}

// summary is what a build reports at its end.
type summary struct {
	Out      string `json:"out"`
	Products int    `json:"products"`
	Files    int    `json:"files"`
	// Bytes are those of all files.
	Bytes int `json:"bytes"`
	// Queries of the log are suggested; no product has the words of the Unanswered.
	Queries    int `json:"queries"`
	Unanswered int `json:"unanswered"`
	// Bad rows have a fault; Dropped ones are not for sale.
	Bad     int     `json:"bad"`
	Dropped int     `json:"dropped"`
	Seconds float64 `json:"seconds"`
	// Ranking is what the second stage was worth, if it was trained.
	Ranking *train.RerankerReport `json:"ranking,omitempty"`
}

func buildBundle(ctx context.Context, s streams, f buildFlags, settings config.Config, learner *learn.Learner, p *progress) error {
	began := time.Now()
	target, err := build.NewTarget(f.out)
	if err != nil {
		return err
	}
	catalogue, err := readCatalogue(ctx, f, settings, p)
	if !f.quiet || err != nil {
		p.end()
		reportSkipped(s, catalogue.Report)
	}
	if err != nil {
		return err
	}
	if !f.quiet {
		if err := reportIdleSynonyms(s.err, settings.Shop, catalogue.Products); err != nil {
			return err
		}
	}
	log, err := queryLog(s, f, settings)
	if err != nil {
		return err
	}
	files, err := build.FilesWith(ctx, settings.Shop, catalogue.Products, build.Options{Log: &log, Learner: learner}, p.show)
	if err != nil {
		return err
	}
	if err := target.Replace(ctx, files); err != nil {
		return err
	}
	p.end()
	done := summary{Out: f.out, Products: len(catalogue.Products), Files: len(files), Seconds: time.Since(began).Seconds()}
	if learner != nil {
		done.Ranking = learner.Report()
	}
	done.Queries, done.Unanswered = len(log.Queries), log.Unanswered
	for _, file := range files {
		done.Bytes += len(file.Data)
	}
	for _, file := range catalogue.Report.Files {
		done.Bad += len(file.Bad)
		done.Dropped += len(file.Dropped)
	}
	return done.write(s, f)
}

func (d summary) write(s streams, f buildFlags) error {
	if f.asJSON {
		return json.NewEncoder(s.out).Encode(d)
	}
	if f.quiet {
		return nil
	}
	if d.Queries+d.Unanswered > 0 {
		fmt.Fprintf(s.out, "suggested from the log: %d queries; left out, because no product has all their words: %d\n", d.Queries, d.Unanswered)
	}
	if d.Ranking != nil {
		fmt.Fprintln(s.out, d.Ranking)
	}
	_, err := fmt.Fprintf(s.out, "%s: %d products, %s in %d files, built in %.1f s; rows skipped: %d bad, %d not for sale\n",
		d.Out, d.Products, bytesForPeople(d.Bytes), d.Files, d.Seconds, d.Bad, d.Dropped)
	return err
}

func bytesForPeople(n int) string {
	if n < 1e6 {
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.2f MB", float64(n)/1e6)
}

// queryLog reads the log that the command line or the configuration names, if one
// does.
func queryLog(s streams, f buildFlags, settings config.Config) (build.Log, error) {
	file := cmp.Or(f.queryLog, settings.QueryLog)
	if file == "" {
		return build.Log{}, nil
	}
	queries, err := readLog(s, file)
	return build.Log{Queries: queries}, err
}

func readCatalogue(ctx context.Context, f buildFlags, settings config.Config, p *progress) (feed.Catalogue, error) {
	return feed.Read(ctx, f.catalog, feed.Options{
		Mapping:  settings.Feed,
		Currency: settings.Shop.Currency,
		AllowBad: f.allowBad,
		Progress: func(at feed.Progress) {
			p.show("reading "+at.File, int(at.Bytes), int(at.Size))
		},
	})
}

// reportIdleSynonyms warns of the synonyms that find nothing.
func reportIdleSynonyms(w io.Writer, shop product.Shop, products []product.Product) error {
	idle, err := build.IdleSynonyms(shop, products)
	for _, synonym := range idle {
		fmt.Fprintf(w, "warning: search.synonyms: %q finds nothing, because no product has these words\n", synonym)
	}
	return err
}

// reportSkipped names every row that has a fault.
func reportSkipped(s streams, report feed.Report) {
	for _, file := range report.Files {
		for _, row := range file.Bad {
			fmt.Fprintf(s.err, "%s:%d: %s; skipped\n", row.File, row.Line, row.Reason)
		}
	}
}
