package report

import (
	"fmt"
	"math"
)

// HeatMaps can lay a query and a product side by side, token by token.
type HeatMaps interface {
	// Title and About say what the maps show, for people.
	Title() string
	About() string
	// Attention returns the map of a query's text and a product; ok is false if
	// there is none.
	Attention(query, productID string) (heat Heat, ok bool)
}

// Heat is how much every token of a query has to do with every token of a product.
type Heat struct {
	// Rows are the query's tokens, Columns the product's.
	Rows, Columns []string
	// Weights (rows, columns) are shaded from 0, which is left empty, to the
	// largest of the map.
	Weights [][]float64
	// Notes say what a weight stands for, by row and column; they may be nil.
	Notes map[[2]int]string
}

// check fails unless the map is a table of finite weights that are not negative.
func (h *Heat) check() error {
	if len(h.Weights) != len(h.Rows) {
		return fmt.Errorf("%d rows of weights for %d tokens of the query", len(h.Weights), len(h.Rows))
	}
	for i, row := range h.Weights {
		if len(row) != len(h.Columns) {
			return fmt.Errorf("row %d has %d weights for %d tokens of the product", i+1, len(row), len(h.Columns))
		}
		for j, weight := range row {
			if math.IsNaN(weight) || math.IsInf(weight, 0) || weight < 0 {
				return fmt.Errorf("the weight of %q and %q is %v", h.Rows[i], h.Columns[j], weight)
			}
		}
	}
	return nil
}
