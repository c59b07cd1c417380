package build

import (
	"math"
	"slices"
)

// maxRanges is how many ranges a number's facet is split into: as many as one
// takes in at a glance.
const maxRanges = 6

// roundSteps are the leading digits that people read as round.
var roundSteps = []float64{1, 2, 2.5, 5, 10}

// RoundBounds chooses ascending bounds that split the values into at most
// maxRanges ranges of about as many values each, at round numbers. Values that
// cannot be split have no bounds.
func RoundBounds(values []float64) []float64 {
	if len(values) == 0 {
		return nil
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	least, most := sorted[0], sorted[len(sorted)-1]
	var bounds []float64
	for i := 1; i < maxRanges; i++ {
		bound := roundNear(sorted[i*len(sorted)/maxRanges])
		// A bound at or below the least value, or above all, would leave a range
		// without values.
		if bound > least && bound <= most {
			bounds = append(bounds, bound)
		}
	}
	slices.Sort(bounds)
	return slices.Compact(bounds)
}

// roundNear returns the round number nearest to v.
func roundNear(v float64) float64 {
	if v == 0 {
		return 0
	}
	size := math.Abs(v)
	exponent := math.Floor(math.Log10(size))
	best := 0.0
	for _, step := range roundSteps {
		candidate := scale(step, int(exponent))
		if math.Abs(candidate-size) < math.Abs(best-size) {
			best = candidate
		}
	}
	return math.Copysign(best, v)
}

// scale returns step * 10^exponent. It divides by whole powers of ten, so that
// 0.2 is the float nearest to 0.2.
func scale(step float64, exponent int) float64 {
	if exponent < 0 {
		return step / math.Pow10(-exponent)
	}
	return step * math.Pow10(exponent)
}
