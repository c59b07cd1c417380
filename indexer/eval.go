package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

var evalCommand = command{
	name:      "eval",
	arguments: "--bundle DIR (--queries FILE --qrels FILE [--relevant-from G] | --suggest FILE) [--json]",
	summary:   "measure a bundle's ranking against judgments, beside bleve's, or its suggestions",
	about: "Searches for every query, compares the rankings with people's judgments (TREC\n" +
		"qrels) and prints the means: NDCG@10 over the whole catalogue (what is not\n" +
		"judged gains nothing) and over the judged products alone, recall, MRR@10 and the\n" +
		"share of queries without a result. The gain of a grade is 2^grade - 1; grades may\n" +
		"be fractions. Queries with nothing relevant are left out of a mean. Beside the\n" +
		"bundle stands bleve as it comes (English analyzer, BM25, titles twice), on the\n" +
		"texts that the bundle keeps in " + build.TextsFile + ".\n" +
		"With --suggest, types every query of a log (QUERY, or QUERY, a tab and a count) letter\n" +
		"by letter and prints how early it is offered.",
	example: "vitrine eval --bundle dist/bundle --queries queries.tsv --qrels qrels.txt --relevant-from 2",
	define:  defineEval,
}

// evaluation is the result of eval. The bundle's own figures also stand at the
// top, for scripts that compare bundles and not systems.
type evaluation struct {
	evaluate.Metrics
	Vitrine evaluate.Metrics  `json:"vitrine"`
	Bleve   *evaluate.Metrics `json:"bleve,omitempty"`
}

func defineEval(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	queriesFile := flags.String("queries", "", "read tab-separated queries from `FILE`; - is standard input")
	qrelsFile := flags.String("qrels", "", "read TREC judgments from `FILE`")
	relevantFrom := flags.Float64("relevant-from", 1, "products are relevant from grade `G` on")
	suggestFile := flags.String("suggest", "", "measure the suggestions on the queries of `FILE`")
	asJSON := flags.Bool("json", false, "print JSON")
	quiet := flags.Bool("quiet", false, "print nothing but errors and the figures")
	return func(ctx context.Context, s streams, operands []string) error {
		if *suggestFile != "" {
			if err := cmp.Or(noOperands(operands), required(flags, "bundle")); err != nil {
				return err
			}
			return evalSuggestions(ctx, s, *dir, *suggestFile, *asJSON)
		}
		if err := cmp.Or(noOperands(operands), required(flags, "bundle", "queries", "qrels")); err != nil {
			return err
		}
		m := measuring{dir: *dir, relevantFrom: *relevantFrom, progress: newProgress(s, *quiet)}
		defer m.progress.end()
		if err := m.read(s, *queriesFile, *qrelsFile); err != nil {
			return err
		}
		var result evaluation
		var err error
		if result.Vitrine, err = m.vitrine(ctx); err != nil {
			return err
		}
		result.Metrics = result.Vitrine
		result.Bleve, err = m.bleve(ctx)
		m.progress.end()
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(s.err, "vitrine: eval: %s is not in %s, so bleve is not measured\n", build.TextsFile, *dir)
		} else if err != nil {
			return err
		}
		if *asJSON {
			return json.NewEncoder(s.out).Encode(result)
		}
		fmt.Fprintf(s.out, "%d queries, %d of them judged; relevant from grade %s\n\n",
			len(m.queries), m.judged(), strconv.FormatFloat(*relevantFrom, 'f', -1, 64))
		return writeMetrics(s.out, result)
	}
}

func writeMetrics(w io.Writer, result evaluation) error {
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	rows := []struct {
		name  string
		value func(evaluate.Metrics) float64
	}{
		{"NDCG@10, whole catalogue", func(m evaluate.Metrics) float64 { return m.NDCGFull }},
		{"NDCG@10, judged only", func(m evaluate.Metrics) float64 { return m.NDCGJudged }},
		{"recall@10", func(m evaluate.Metrics) float64 { return m.Recall10 }},
		{"recall@50", func(m evaluate.Metrics) float64 { return m.Recall50 }},
		{"recall@200", func(m evaluate.Metrics) float64 { return m.Recall200 }},
		{"MRR@10", func(m evaluate.Metrics) float64 { return m.MRR }},
		{"without a result", func(m evaluate.Metrics) float64 { return m.ZeroRate }},
	}
	if result.Bleve == nil {
		fmt.Fprintln(table, "\tvitrine\t")
	} else {
		fmt.Fprintln(table, "\tvitrine\tbleve\tdifference\t")
	}
	for _, row := range rows {
		own := row.value(result.Vitrine)
		if result.Bleve == nil {
			fmt.Fprintf(table, "%s\t%.4f\t\n", row.name, own)
			continue
		}
		other := row.value(*result.Bleve)
		fmt.Fprintf(table, "%s\t%.4f\t%.4f\t%+.4f\t\n", row.name, own, other, own-other)
	}
	return table.Flush()
}
