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
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

var evalCommand = command{
	name:      "eval",
	arguments: "--bundle DIR --queries FILE --qrels FILE [--run NAME=FILE]... [--relevant-from G] [--json]",
	summary:   "measure a bundle's ranking against judgments, beside other systems'",
	about: "Searches for every query, compares the rankings with people's judgments (TREC\n" +
		"qrels) and prints the means: NDCG@10 over the whole catalogue (what is not\n" +
		"judged gains nothing) and over the judged products alone, recall, MRR@10 and the\n" +
		"share of queries without a result. The gain of a grade is 2^grade - 1; grades may\n" +
		"be fractions. Queries with nothing relevant are left out of a mean. Beside the\n" +
		"bundle stands bleve as it comes (English analyzer, BM25, titles twice), on the\n" +
		"texts that the bundle keeps in " + build.TextsFile + ", and every system whose TREC run is\n" +
		"given.",
	example: "vitrine eval --bundle dist/bundle --queries queries.tsv --qrels qrels.txt --relevant-from 2",
	define:  defineEval,
}

// evaluation is the result of eval. The bundle's own figures also stand at the
// top, for scripts that compare bundles and not systems.
type evaluation struct {
	evaluate.Metrics
	Vitrine evaluate.Metrics  `json:"vitrine"`
	Bleve   *evaluate.Metrics `json:"bleve,omitempty"`
	// Runs are the systems that other programs ran, by name.
	Runs map[string]evaluate.Metrics `json:"runs,omitempty"`
}

func defineEval(flags *flag.FlagSet) action {
	dir := bundleFlag(flags)
	queriesFile := flags.String("queries", "", "read tab-separated queries from `FILE`; - is standard input")
	qrelsFile := flags.String("qrels", "", "read TREC judgments from `FILE`")
	var runs list
	flags.Var(&runs, "run", "also measure a TREC run, given as `NAME=FILE`; may be repeated")
	relevantFrom := flags.Float64("relevant-from", 1, "products are relevant from grade `G` on")
	asJSON := flags.Bool("json", false, "print JSON")
	quiet := flags.Bool("quiet", false, "print nothing but errors and the figures")
	return func(ctx context.Context, s streams, operands []string) error {
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

// readRuns reads the runs of other systems; each argument is NAME=FILE.
func readRuns(s streams, arguments []string) (map[string]evaluate.Run, error) {
	runs := map[string]evaluate.Run{}
	for _, argument := range arguments {
		name, file, ok := strings.Cut(argument, "=")
		if !ok || name == "" || file == "" {
			return nil, misuse("--run is %q and must be NAME=FILE", argument)
		}
		if _, ok := runs[name]; ok || name == "vitrine" || name == "bleve" {
			return nil, misuse("--run: there is another system %q (hint: give the run a name of its own)", name)
		}
		run, err := readInput(s, file, evaluate.ReadRun)
		if err != nil {
			return nil, err
		}
		runs[name] = run
	}
	return runs, nil
}

// writeMetrics writes one column for the bundle and two for each other system:
// its own figures, and by how much the bundle's are larger.
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
	names := slices.Sorted(maps.Keys(result.Runs))
	others := make([]evaluate.Metrics, 0, len(names)+1)
	for _, name := range names {
		others = append(others, result.Runs[name])
	}
	if result.Bleve != nil {
		names, others = slices.Insert(names, 0, "bleve"), slices.Insert(others, 0, *result.Bleve)
	}
	fmt.Fprint(table, "\tvitrine\t")
	for _, name := range names {
		fmt.Fprintf(table, "%s\tdifference\t", name)
	}
	fmt.Fprintln(table)
	for _, row := range rows {
		own := row.value(result.Vitrine)
		fmt.Fprintf(table, "%s\t%.4f\t", row.name, own)
		for _, other := range others {
			fmt.Fprintf(table, "%.4f\t%+.4f\t", row.value(other), own-row.value(other))
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}
