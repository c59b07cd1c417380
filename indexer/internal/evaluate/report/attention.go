package report

import (
	"fmt"

	"github.com/vitrine-search/vitrine/shared/engine"
)

// meantWords are the heat maps of the second stage: what the words of the query see
// in the words of the product's name.
type meantWords struct {
	inspector *engine.Inspector
}

// MeantWords returns the heat maps of attention; there are none without a second
// stage.
func MeantWords(e *engine.Engine) HeatMaps { return meantWords{e.NewInspector()} }

// leastShare of a word's attention is shown: less is hardly visible, and of most
// words of a product.
const leastShare = 0.03

func (meantWords) Title() string { return "Attention" }

func (meantWords) About() string {
	return "Words of the query down the side, words of the product's name along the top. Every row shares out " +
		"the attention of one word: the stronger the colour, the more of it, by what the words mean. The number " +
		"after a word of the query is how much of it the product has, or means, from 0 to 1."
}

func (m meantWords) Attention(query, productID string) (heat Heat, ok bool) {
	a, ok := m.inspector.Attend(query, productID)
	if !ok || len(a.Words) == 0 || len(a.Name) == 0 {
		return Heat{}, false
	}
	heat.Notes = map[[2]int]string{}
	for _, w := range a.Words {
		heat.Rows = append(heat.Rows, fmt.Sprintf("%s %.2f", w.Word, max(0, w.Seen)))
		heat.Weights = append(heat.Weights, make([]float64, len(a.Name)))
	}
	for j, name := range a.Name {
		column := name.Word
		if name.Field != "title" {
			column += " (" + name.Field + ")"
		}
		heat.Columns = append(heat.Columns, column)
		for i, share := range name.Shares {
			if share < leastShare {
				continue
			}
			heat.Weights[i][j] = share
			means := "cosine"
			if name.Matches[i] {
				means = "matches, weight"
			}
			heat.Notes[[2]int{i, j}] = fmt.Sprintf("%s %.2f", means, name.Similarities[i])
		}
	}
	return heat, true
}
