package evaluate

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Result is one product of a run, with its score.
type Result struct {
	ID    string
	Score float64
}

// WriteRun writes one query's results as lines of a TREC run: query, Q0,
// product, rank from 1, score and the system's tag, divided by blanks. It fails
// if an identifier holds a blank, since no reader could tell the columns apart.
func WriteRun(w io.Writer, queryID, tag string, results []Result) error {
	for i, result := range results {
		for _, id := range []string{queryID, result.ID} {
			if strings.ContainsFunc(id, unicode.IsSpace) {
				return fmt.Errorf("identifier %q holds a blank, which a TREC run cannot", id)
			}
		}
		score := strconv.FormatFloat(result.Score, 'f', 5, 64)
		if _, err := fmt.Fprintln(w, queryID, "Q0", result.ID, i+1, score, tag); err != nil {
			return err
		}
	}
	return nil
}

// Run is what a system returned for each query, by the query's identifier.
type Run map[string]Ranking

// Search answers from the run. A query that is not in it has no result, as in
// TREC's own evaluation.
func (r Run) Search(query Query, _ Grades) (first, returned Ranking, err error) {
	ranking := r[query.ID]
	return ranking[:min(Deepest, len(ranking))], ranking, nil
}

// ReadRun reads a TREC run: lines of the columns that WriteRun writes. Products
// are ranked by score, highest first, and by rank where scores tie. Empty lines
// are skipped; name is the file's, for errors.
func ReadRun(r io.Reader, name string) (Run, error) {
	lines := map[string][]runLine{}
	seen := map[[2]string]bool{}
	err := eachLine(r, name, func(_ int, line string) error {
		columns := strings.Fields(line)
		if len(columns) != 6 {
			return fmt.Errorf("want 6 columns (query, Q0, product, rank, score, tag), found %d", len(columns))
		}
		query, id := columns[0], columns[2]
		rank, err := strconv.Atoi(columns[3])
		if err != nil {
			return fmt.Errorf("rank %q is no integer", columns[3])
		}
		score, err := strconv.ParseFloat(columns[4], 64)
		if err != nil || math.IsNaN(score) {
			return fmt.Errorf("score %q is no number", columns[4])
		}
		if seen[[2]string{query, id}] {
			return fmt.Errorf("product %q of query %q stands in the run twice", id, query)
		}
		seen[[2]string{query, id}] = true
		lines[query] = append(lines[query], runLine{id: id, rank: rank, score: score})
		return nil
	})
	if err == nil && len(lines) == 0 {
		err = errors.New(name + ": holds no results")
	}
	if err != nil {
		return nil, err
	}
	run := make(Run, len(lines))
	for query, results := range lines {
		run[query] = ranked(results)
	}
	return run, nil
}

// runLine is one result as a run says it.
type runLine struct {
	id    string
	rank  int
	score float64
}

func ranked(results []runLine) Ranking {
	slices.SortStableFunc(results, func(a, b runLine) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.rank, b.rank))
	})
	ranking := make(Ranking, len(results))
	for i, result := range results {
		ranking[i] = result.id
	}
	return ranking
}
