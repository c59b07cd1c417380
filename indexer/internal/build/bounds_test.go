package build

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRoundBoundsOfEvenlySpreadPrices(t *testing.T) {
	var prices []float64
	for i := range 600 {
		prices = append(prices, float64(i)/2) // 0 to 299.50: sixths at 50, 100, 150, 200, 250
	}
	assert.Equal(t, []float64{50, 100, 200, 250}, RoundBounds(prices))
}

func TestRoundBoundsFollowTheValues(t *testing.T) {
	assert.Equal(t, []float64{0.2, 0.25, 0.5}, RoundBounds([]float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6}))
	assert.Equal(t, []float64{-5, 5, 10}, RoundBounds([]float64{-10, -5, -5, 5, 10, 10}))
}

func TestRoundBoundsOfWhatCannotBeSplit(t *testing.T) {
	assert.Empty(t, RoundBounds(nil))
	assert.Empty(t, RoundBounds([]float64{20}))
	assert.Empty(t, RoundBounds([]float64{20, 20, 20, 20, 20, 20, 20}))
	assert.Empty(t, RoundBounds([]float64{0, 0, 0}))
}

func TestRoundBoundsLeaveNoEndEmpty(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		values := make([]float64, 1+random.IntN(40))
		for i := range values {
			values[i] = float64(random.IntN(2000)-200) / 10
		}
		bounds := RoundBounds(values)
		assert.Less(t, len(bounds), maxRanges)
		assert.True(t, slices.IsSorted(bounds))
		if len(bounds) > 0 {
			assert.Less(t, slices.Min(values), bounds[0])
			assert.GreaterOrEqual(t, slices.Max(values), bounds[len(bounds)-1])
		}
	}
}
