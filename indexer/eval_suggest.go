package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate/typing"
	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// evalSuggestions measures a bundle's suggestions on a log of queries.
func evalSuggestions(ctx context.Context, s streams, dir, file string, asJSON bool) error {
	log, err := readLog(s, file)
	if err != nil {
		return err
	}
	if len(log) == 0 {
		return fmt.Errorf("%s: has no query (hint: a line is QUERY, or QUERY, a tab and a count)", file)
	}
	e, err := openEngine(ctx, s, dir)
	if err != nil {
		return err
	}
	queries := make([]typing.Query, len(log))
	for i, q := range log {
		queries[i] = typing.Query(q)
	}
	metrics, err := typing.Measure(queries, func(typed string) ([]string, error) {
		return suggested(ctx, e, typed)
	}, func(a, b string) bool {
		return slices.Equal(sortedTerms(e, a), sortedTerms(e, b))
	})
	if err != nil {
		return err
	}
	if metrics.AtOnce, err = answeredAtOnce(dir, queries); err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	if asJSON {
		return json.NewEncoder(s.out).Encode(metrics)
	}
	return writeTyping(s.out, metrics)
}

// suggested returns the texts of the first suggestions.
func suggested(ctx context.Context, e *engine.Engine, typed string) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	response, err := e.Suggest(ctx, wire.SuggestRequest{Query: typed, Limit: typing.First, NoProducts: true})
	if err != nil {
		return nil, fmt.Errorf("%q: %w", typed, err)
	}
	texts := make([]string, len(response.Suggestions))
	for i, found := range response.Suggestions {
		texts[i] = found.Text
	}
	return texts, nil
}

// answeredAtOnce measures a bundle's answers to the first letters, if it has any.
func answeredAtOnce(dir string, queries []typing.Query) (*typing.AtOnce, error) {
	shard, err := instant.Open(os.DirFS(dir))
	if err != nil || shard == nil {
		return nil, err
	}
	m := typing.MeasureAtOnce(queries, func(typed string) (answered, found bool) {
		answer, answered := shard.Prefixes[instant.Key(typed)]
		return answered, answer.Hits != nil
	})
	return &m, nil
}

func sortedTerms(e *engine.Engine, text string) []string {
	terms := e.Terms(text)
	slices.Sort(terms)
	return slices.Compact(terms)
}

// shownBadRows bounds how many bad rows of a log are named one by one.
const shownBadRows = 20

// readLog reads a log of queries and names its bad rows.
func readLog(s streams, file string) ([]suggest.Logged, error) {
	var bad []suggest.BadRow
	queries, err := readInput(s, file, func(r io.Reader, name string) (queries []suggest.Logged, err error) {
		queries, bad, err = suggest.ReadLog(r, name)
		return queries, err
	})
	for _, row := range bad[:min(len(bad), shownBadRows)] {
		fmt.Fprintf(s.err, "%s:%d: %s; skipped\n", row.File, row.Line, row.Reason)
	}
	if more := len(bad) - shownBadRows; more > 0 {
		fmt.Fprintf(s.err, "%s: %d more rows skipped\n", file, more)
	}
	return queries, err
}

func writeTyping(w io.Writer, m typing.Metrics) error {
	fmt.Fprintf(w, "%d queries, weighted by how often they were searched for; the first %d suggestions\n\n", m.Queries, typing.First)
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "typed\tqueries\toffered\tMRR\toffered, each alike\t")
	for _, row := range []struct {
		name string
		at   typing.At
	}{
		{"3 letters", m.After3},
		{"4 letters", m.After4},
		{"5 letters", m.After5},
		{"half", m.Half},
		{"every prefix", m.Every},
	} {
		fmt.Fprintf(table, "%s\t%d\t%.4f\t%.4f\t%.4f\t\n", row.name, row.at.Queries, row.at.Hit, row.at.MRR, row.at.HitEach)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\nletters that need not be typed: %.4f\n", m.Saved)
	if err != nil || m.AtOnce == nil {
		return err
	}
	fmt.Fprintf(w, "\nthe first keystrokes that %s answers\n\n", instant.File)
	table = tabwriter.NewWriter(w, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "letter\tanswered\twith hits\t")
	for i, share := range m.AtOnce.After {
		fmt.Fprintf(table, "%d\t%.4f\t%.4f\t\n", i+1, share.Answered, share.Found)
	}
	fmt.Fprintf(table, "1 to %d\t%.4f\t%.4f\t\n", typing.AtOnceLetters, m.AtOnce.All.Answered, m.AtOnce.All.Found)
	return table.Flush()
}
