package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// The systems that are measured without a run of theirs.
const (
	vitrineName    = "vitrine"
	firstStageName = "first stage"
	bleveName      = "bleve"
)

// system is one that ranks, and what became of every query.
type system struct {
	name     string
	outcomes []evaluate.Outcome
}

// differences compares the first of the systems with each other one.
type differences map[string][evaluate.MetricCount]evaluate.Interval

// compareOwn compares each stage of the bundle, which come first, with the systems
// after it.
func compareOwn(systems []system) []differences {
	var all []differences
	for i := range systems {
		if described[systems[i].name].Own {
			all = append(all, compare(systems[i:]))
		}
	}
	return all
}

func compare(systems []system) differences {
	all := differences{}
	for _, other := range systems[1:] {
		all[other.name] = evaluate.Differences(systems[0].outcomes, other.outcomes)
	}
	return all
}

// byKey names the metrics as JSON does.
func (d differences) byKey() map[string]map[string]evaluate.Interval {
	named := make(map[string]map[string]evaluate.Interval, len(d))
	for system, intervals := range d {
		named[system] = make(map[string]evaluate.Interval, len(intervals))
		for metric, interval := range intervals {
			named[system][evaluate.Metric(metric).Key()] = interval
		}
	}
	return named
}

// namedRun is a run that another system wrote.
type namedRun struct {
	name string
	run  evaluate.Run
}

// readRuns reads the runs of other systems, by name; each argument is NAME=FILE.
func readRuns(s streams, arguments []string) ([]namedRun, error) {
	var runs []namedRun
	for _, argument := range arguments {
		name, file, ok := strings.Cut(argument, "=")
		if !ok || name == "" || file == "" {
			return nil, misuse("--run is %q and must be NAME=FILE", argument)
		}
		_, taken := described[name]
		if taken || slices.ContainsFunc(runs, func(r namedRun) bool { return r.name == name }) {
			return nil, misuse("--run: there is another system %q (hint: give the run a name of its own)", name)
		}
		run, err := readInput(s, file, evaluate.ReadRun)
		if err != nil {
			return nil, err
		}
		runs = append(runs, namedRun{name, run})
	}
	slices.SortFunc(runs, func(a, b namedRun) int { return cmp.Compare(a.name, b.name) })
	return runs, nil
}

// writeMetrics writes one column for the first system and two for each other one:
// its own figures, and by how much the first's are larger, with the interval of
// that difference.
func writeMetrics(w io.Writer, systems []system, differences differences) error {
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "\t%s\t", systems[0].name)
	for _, other := range systems[1:] {
		fmt.Fprintf(table, "%s\tdifference, 95 %%\t", other.name)
	}
	fmt.Fprintln(table)
	means := make([]evaluate.Metrics, len(systems))
	for i, system := range systems {
		means[i] = evaluate.Means(system.outcomes)
	}
	for metric := range evaluate.MetricCount {
		fmt.Fprintf(table, "%s\t%.4f\t", metric, means[0].Of(metric))
		for i, other := range systems[1:] {
			d := differences[other.name][metric]
			fmt.Fprintf(table, "%.4f\t%+.4f [%+.4f, %+.4f]\t", means[i+1].Of(metric), d.Difference, d.Low, d.High)
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}
