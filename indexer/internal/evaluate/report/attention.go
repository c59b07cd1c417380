package report

import (
	"fmt"
	"slices"

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

const (
	// leastShare of a word's attention is shown: less is hardly visible, and most
	// words of a product get less.
	leastShare = 0.05
	titleField = "title"
)

func (meantWords) Title() string { return "Attention" }

func (meantWords) About() string {
	return "Words of the query down the side; along the top the words of the product's title, and those of its brand, " +
		"category and attributes that get attention. Every row shares out that of one word: the stronger the colour, " +
		"the more of it, by what the words mean. The number after a word of the query is how much of it the product " +
		"has, or means, up to 1."
}

func (m meantWords) Attention(query, productID string) (heat Heat, ok bool) {
	a, ok := m.inspector.Attend(query, productID)
	if !ok || len(a.Words) == 0 || len(a.Name) == 0 {
		return Heat{}, false
	}
	heat = Heat{Weights: make([][]float64, len(a.Words)), Notes: map[[2]int]string{}}
	for _, w := range a.Words {
		heat.Rows = append(heat.Rows, fmt.Sprintf("%s %.2f", w.Word, max(0, w.Seen)))
	}
	for _, name := range together(a.Name) {
		if name.Field != titleField && slices.Max(name.Shares) < leastShare {
			continue
		}
		column := name.Word
		if name.Field != titleField {
			column += " (" + name.Field + ")"
		}
		heat.Columns = append(heat.Columns, column)
		for i, share := range name.Shares {
			if share < leastShare {
				heat.Weights[i] = append(heat.Weights[i], 0)
				continue
			}
			heat.Weights[i] = append(heat.Weights[i], share)
			means := "cosine"
			if name.Matches[i] {
				means = "matches, weight"
			}
			heat.Notes[[2]int{i, len(heat.Columns) - 1}] = fmt.Sprintf("%s %.2f", means, name.Similarities[i])
		}
	}
	return heat, true
}

// together makes one of all places that have the same word, the first, with the
// attention that all get.
func together(name []engine.AttendedWord) []engine.AttendedWord {
	var all []engine.AttendedWord
	for _, word := range name {
		first := slices.IndexFunc(all, func(w engine.AttendedWord) bool { return w.Word == word.Word })
		if first < 0 {
			all = append(all, word)
			continue
		}
		for i, share := range word.Shares {
			all[first].Shares[i] += share
		}
	}
	return all
}
