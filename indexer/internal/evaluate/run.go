package evaluate

import (
	"fmt"
	"io"
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
