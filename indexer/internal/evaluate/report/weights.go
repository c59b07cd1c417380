package report

import (
	"math"
	"strconv"

	"github.com/vitrine-search/vitrine/shared/engine"
)

// weightRow is one weight with the width of its bar, in percent of the largest.
type weightRow struct {
	engine.Weight
	Share float64
}

// Shown is the value as people read it.
func (w weightRow) Shown() string {
	return strconv.FormatFloat(math.Round(w.Value*1e3)/1e3, 'f', -1, 64)
}

func weights(all []engine.Weight) []weightRow {
	most := 0.0
	for _, w := range all {
		most = max(most, math.Abs(w.Value))
	}
	rows := make([]weightRow, len(all))
	for i, w := range all {
		rows[i] = weightRow{w, 100 * math.Abs(w.Value) / most}
	}
	return rows
}

// secondStage is what the page says of the second stage.
type secondStage struct {
	engine.SecondStage
	Rows []weightRow
}

// second is nil if there is no second stage.
func second(x *engine.Inspector) *secondStage {
	described, ok := x.SecondStage()
	if !ok {
		return nil
	}
	return &secondStage{described, weights(described.Features)}
}
