package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/bundle/columns"
)

func TestEveryValueOfAProductCounts(t *testing.T) {
	c := columns.OfTexts([][]string{{"red", "blue"}, {}, {"red"}, {"green"}})
	counts := make([]int, c.Len()) // blue, green, red
	c.Count(counts, []uint32{0, 1, 2})
	assert.Equal(t, []int{1, 0, 2}, counts)
	c.Count(counts, []uint32{3, 2})
	assert.Equal(t, []int{1, 1, 3}, counts)
	c.Count(counts, nil)
	assert.Equal(t, []int{1, 1, 3}, counts)
}

func TestARangeCountsOnceForAProduct(t *testing.T) {
	c := columns.OfNumbers([][]float64{{5, 7, 60}, {60, 5}, {}, {20}})
	counts := make([]int, 3)
	rangeOf := []uint16{0, 0, 1, 2} // of 5, 7, 20 and 60
	c.CountRanges(counts, rangeOf, []uint32{0, 1, 2, 3})
	assert.Equal(t, []int{2, 1, 2}, counts)
}

func TestTheEndsAreThoseOfTheCountedProducts(t *testing.T) {
	c := columns.OfNumbers([][]float64{{5, 7, 60}, {7, 20}, {}, {20}})
	ends := func(products ...uint32) [2]int {
		least, greatest := c.CountRanges(make([]int, 3), []uint16{0, 0, 1, 2}, products)
		return [2]int{least, greatest}
	}
	assert.Equal(t, [2]int{0, 3}, ends(0, 1, 2, 3))
	assert.Equal(t, [2]int{1, 2}, ends(3, 1))
	assert.Equal(t, [2]int{4, -1}, ends(2), "no value has no ends")
}
