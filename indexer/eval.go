package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"strconv"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

var evalCommand = command{
	name:      "eval",
	arguments: "--bundle DIR (--queries FILE --qrels FILE [--run NAME=FILE]... [--relevant-from G] [--typos FILE] | --suggest FILE) [--json]",
	summary:   "measure a bundle's ranking against judgments, beside other systems', or its suggestions",
	about: "Searches for every query, compares the rankings with people's judgments (TREC\n" +
		"qrels) and prints the means: NDCG@10 over the whole catalogue (what is not\n" +
		"judged gains nothing) and over the judged products alone, recall, MRR@10 and the\n" +
		"share of queries without a result. The gain of a grade is 2^grade - 1; grades may\n" +
		"be fractions. Queries with nothing relevant are left out of a mean. Beside the\n" +
		"bundle stands bleve as it comes (English analyzer, BM25, titles twice), on the\n" +
		"texts that the bundle keeps in " + build.TextsFile + ", and every system whose TREC run is\n" +
		"given.\n" +
		"With --typos, a file of misspelt queries (identifier, a tab, the text as it was\n" +
		"typed, a tab, what was meant), also prints recall@10 of both texts, the one by the\n" +
		"other, and how many of the misspelt queries, and of all others, were corrected.\n" +
		"With --suggest, types every query of a log (QUERY, or QUERY, a tab and a count) letter\n" +
		"by letter and prints how early it is offered.",
	example: "vitrine eval --bundle dist/bundle --queries queries.tsv --qrels qrels.txt --relevant-from 2 --typos typos.tsv",
	define:  defineEval,
}

// evaluation is the result of eval. The bundle's own figures also stand at the
// top, for scripts that compare bundles and not systems.
type evaluation struct {
	evaluate.Metrics
	Vitrine evaluate.Metrics  `json:"vitrine"`
	Bleve   *evaluate.Metrics `json:"bleve,omitempty"`
	// Runs are the systems that other programs ran, by name.
	Runs  map[string]evaluate.Metrics `json:"runs,omitempty"`
	Typos *evaluate.TypoMetrics       `json:"typos,omitempty"`
}

func defineEval(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	queriesFile := flags.String("queries", "", "read tab-separated queries from `FILE`; - is standard input")
	qrelsFile := flags.String("qrels", "", "read TREC judgments from `FILE`")
	var runs list
	flags.Var(&runs, "run", "also measure a TREC run, given as `NAME=FILE`; may be repeated")
	relevantFrom := flags.Float64("relevant-from", 1, "products are relevant from grade `G` on")
	typosFile := flags.String("typos", "", "also measure what becomes of the misspelt queries of `FILE`")
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
		foreign, err := readRuns(s, runs)
		if err != nil {
			return err
		}
		m := measuring{dir: *dir, relevantFrom: *relevantFrom, progress: newProgress(s, *quiet)}
		defer m.progress.end()
		if err := m.read(s, *queriesFile, *qrelsFile); err != nil {
			return err
		}
		var typos []evaluate.Typo
		if *typosFile != "" {
			if typos, err = readInput(s, *typosFile, evaluate.ReadTypos); err != nil {
				return err
			}
		}
		result := evaluation{Runs: map[string]evaluate.Metrics{}}
		if result.Vitrine, err = m.vitrine(ctx); err != nil {
			return err
		}
		result.Metrics = result.Vitrine
		for name, run := range foreign {
			if result.Runs[name], err = m.foreign(name, run); err != nil {
				return err
			}
		}
		if typos != nil {
			if result.Typos, err = m.typos(ctx, typos); err != nil {
				return err
			}
		}
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
		if err := writeMetrics(s.out, result); err != nil || result.Typos == nil {
			return err
		}
		return writeTypos(s.out, *result.Typos)
	}
}
