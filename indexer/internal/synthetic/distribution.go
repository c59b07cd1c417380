package synthetic

import (
	"math"
	"math/rand/v2"
	"sort"
)

// vocabulary bounds the ranks of words: the ranks beyond have together less than
// one word in two thousand.
const vocabulary = 1 << 20

// wordWeight is the frequency of the word of a rank, up to a factor: two power
// laws, joined at the rank of the language's core, as in Ferrer i Cancho and
// Solé, "Two regimes in the frequency of words and the origins of complex
// lexicons", 2001. An exponent b of the tail makes Heaps' beta 1/b.
func wordWeight(rank int) float64 {
	const (
		head, tail = 0.85, 2.05
		core       = 1500
		// flat keeps the first ranks from being too frequent (Mandelbrot).
		flat = 8
	)
	r := float64(rank)
	return math.Pow(r+flat, -head) * math.Pow(1+r/core, head-tail)
}

// sizeWeight is the share of the brand or category of a rank, up to a factor:
// Zipf's law, flattened at the head, since no brand has a tenth of a shop.
func sizeWeight(rank int) float64 { return 1 / (float64(rank) + 5) }

// distribution draws ranks by weight.
type distribution struct {
	// cumulated[rank] is the weight of all ranks up to and with this one.
	cumulated []float64
}

func newDistribution(n int, weight func(rank int) float64) distribution {
	cumulated := make([]float64, n)
	var sum float64
	for rank := range cumulated {
		sum += weight(rank)
		cumulated[rank] = sum
	}
	return distribution{cumulated}
}

func (d distribution) draw(random *rand.Rand) int {
	last := len(d.cumulated) - 1
	return min(last, sort.SearchFloat64s(d.cumulated, float64(random.Float64()*d.cumulated[last])))
}
