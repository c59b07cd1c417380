package report

import (
	"context"
	"fmt"

	"github.com/vitrine-search/vitrine/shared/engine"
)

// matchedWords are the heat maps of the first stage: which word of the query found
// which word of the title, or another field, and by what relation.
type matchedWords struct {
	inspector *engine.Inspector
}

// MatchedWords returns the heat maps of the words that match, by the parts of the
// engine's scores.
func MatchedWords(e *engine.Engine) HeatMaps { return matchedWords{e.NewInspector()} }

func (matchedWords) Title() string { return "Matching words" }

func (matchedWords) About() string {
	return "Words of the query down the side, words of the product's title along the top, and after them the " +
		"other fields that have the word. The stronger the colour, the more the match adds to the score."
}

func (m matchedWords) Attention(query, productID string) (heat Heat, ok bool) {
	a, ok, err := m.inspector.Align(context.Background(), query, productID)
	if err != nil || !ok || len(a.Words) == 0 {
		return Heat{}, false
	}
	heat = Heat{Rows: a.Words, Columns: a.Title, Notes: map[[2]int]string{}}
	fields := map[string]int{}
	for _, match := range a.Matches {
		for _, field := range match.Fields {
			if _, ok := fields[field]; !ok {
				fields[field] = len(heat.Columns)
				heat.Columns = append(heat.Columns[:len(heat.Columns):len(heat.Columns)], "in "+field)
			}
		}
	}
	heat.Weights = make([][]float64, len(heat.Rows))
	for i := range heat.Weights {
		heat.Weights[i] = make([]float64, len(heat.Columns))
	}
	for _, match := range a.Matches {
		columns := match.Title
		for _, field := range match.Fields {
			columns = append(columns[:len(columns):len(columns)], fields[field])
		}
		for _, column := range columns {
			heat.Weights[match.Word][column] += match.Score
			heat.Notes[[2]int{match.Word, column}] = fmt.Sprintf("%s %q", match.Relation, match.Term)
		}
	}
	return heat, true
}
