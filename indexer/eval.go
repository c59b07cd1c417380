package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/shared/engine"
)

var evalCommand = command{
	name:      "eval",
	arguments: "--bundle DIR (--queries FILE --qrels FILE [--run NAME=FILE]... [--relevant-from G] [--half even|odd] [--typos FILE] [--html FILE] | --suggest FILE) [--json]",
	summary:   "measure a bundle's ranking against judgments, beside other systems', or its suggestions",
	about: "Searches for every query, compares the rankings with people's judgments (TREC\n" +
		"qrels) and prints the means: NDCG@10 over the whole catalogue (what is not\n" +
		"judged gains nothing) and over the judged products alone, recall, MRR@10 and the\n" +
		"share of queries without a result. The gain of a grade is 2^grade - 1; grades may\n" +
		"be fractions. Queries with nothing relevant are left out of a mean. Beside the\n" +
		"bundle stands the first stage of its ranking alone, if it was trained a second,\n" +
		"and bleve as it comes (English analyzer, BM25, titles twice), on the\n" +
		"texts that the bundle keeps in " + build.TextsFile + ", and every system whose TREC run is\n" +
		"given. Each difference has its 95 % interval, by the bootstrap over the queries:\n" +
		"where the interval holds zero, the difference may be chance.\n" +
		"With --half, keeps the queries whose text has an even, or odd, CRC-32 (IEEE): tune\n" +
		"on one half and trust the other.\n" +
		"With --html, writes all that and what each query found into one page for a browser.\n" +
		"With --typos, a file of misspelt queries (identifier, a tab, the text as it was\n" +
		"typed, a tab, what was meant), also prints recall@10 of both texts, the one by the\n" +
		"other, and how many of the misspelt queries, and of all others, were corrected.\n" +
		"With --suggest, types every query of a log (QUERY, or QUERY, a tab and a count) letter\n" +
		"by letter and prints how early it is offered, and how many of the first keystrokes\n" +
		"are answered by " + instant.File + ", before the engine is there.",
	example: "vitrine eval --bundle dist/bundle --queries queries.tsv --qrels qrels.txt --relevant-from 2 --typos typos.tsv\n" +
		"vitrine eval --bundle dist/bundle --queries queries.tsv --qrels qrels.txt --half odd --html report.html",
	define: defineEval,
}

func defineEval(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	queriesFile := flags.String("queries", "", "read tab-separated queries from `FILE`; - is standard input")
	qrelsFile := flags.String("qrels", "", "read TREC judgments from `FILE`")
	var runs list
	flags.Var(&runs, "run", "also measure a TREC run, given as `NAME=FILE`; may be repeated")
	relevantFrom := flags.Float64("relevant-from", 1, "products are relevant from grade `G` on")
	var half evaluate.Half
	flags.Var(&half, "half", "keep the `HALF` of the queries, even or odd, by the CRC-32 of their text")
	typosFile := flags.String("typos", "", "also measure what becomes of the misspelt queries of `FILE`")
	suggestFile := flags.String("suggest", "", "measure the suggestions on the queries of `FILE`")
	htmlFile := flags.String("html", "", "also write a report for a browser to `FILE`, one page that needs no other")
	asJSON := flags.Bool("json", false, "print JSON")
	quiet := flags.Bool("quiet", false, "print nothing but errors and the figures")
	return func(ctx context.Context, s streams, operands []string) error {
		if *suggestFile != "" {
			if err := cmp.Or(noOperands(operands), required(flags, "bundle")); err != nil {
				return err
			}
			if half != "" || *htmlFile != "" {
				return misuse("--suggest measures all the queries of its file and writes no report (hint: leave --half and --html out)")
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
		m := measuring{dir: *dir, half: half, relevantFrom: *relevantFrom, progress: newProgress(s, *quiet)}
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
		e, err := openEngine(ctx, s, *dir)
		if err != nil {
			return err
		}
		systems, err := m.systems(ctx, s, e, foreign)
		if err != nil {
			return err
		}
		compared := compareOwn(systems)
		result := m.evaluation(systems, compared)
		if typos != nil {
			if result.Typos, err = m.typos(ctx, e, typos); err != nil {
				return err
			}
		}
		if *htmlFile != "" {
			if err := m.writeReport(ctx, *htmlFile, e, systems); err != nil {
				return err
			}
		}
		m.progress.end()
		if *asJSON {
			return json.NewEncoder(s.out).Encode(result)
		}
		return m.writeText(s.out, systems, compared, result.Typos)
	}
}

// systems measures the bundle, its first stage alone if it has a second, bleve if
// the texts are there, and the runs.
func (m *measuring) systems(ctx context.Context, s streams, e *engine.Engine, foreign []namedRun) ([]system, error) {
	own, err := m.own(ctx, vitrineName, e, 0)
	if err != nil {
		return nil, err
	}
	systems := []system{own}
	if e.Health().SecondStage {
		first, err := m.own(ctx, firstStageName, e, 1)
		if err != nil {
			return nil, err
		}
		systems = append(systems, first)
	}
	peer, err := m.bleve(ctx)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		m.progress.end()
		fmt.Fprintf(s.err, "vitrine: eval: %s is not in %s, so bleve is not measured\n", build.TextsFile, m.dir)
	case err != nil:
		return nil, err
	default:
		systems = append(systems, peer)
	}
	for _, f := range foreign {
		measured, err := m.measure(f.name, f.run.Search)
		if err != nil {
			return nil, err
		}
		systems = append(systems, measured)
	}
	return systems, nil
}
