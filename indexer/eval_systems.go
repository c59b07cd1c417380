package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

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
