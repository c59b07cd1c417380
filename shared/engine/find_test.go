package engine

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Names are not read of products that they could not bring to the top; where all
// products are asked for, every name is.
func TestTheBestOfAFewAreTheFirstOfAll(t *testing.T) {
	e := openForTest(t)
	s := e.newScratch()
	several := false
	for _, text := range []string{
		"lamp", "table lamp ", "nordlys lamp", "harbour sofa", "steel", "chair for a desk ", "oak dining chair",
		"a", "s", "窗帘", "frobnitz", "of the", "",
	} {
		q := e.parse(text, false)
		q.browsing = text == ""
		for _, sort := range []string{"relevance", "price_asc", "price_desc"} {
			prices, err := e.priceOrder(sort, nil)
			require.NoError(t, err)
			e.find(s, q, nil, prices, e.ids.Len(), nil)
			all := slices.Clone(s.ranked)
			require.Len(t, all, len(s.passed))
			require.True(t, slices.IsSortedFunc(all, e.compare))
			several = several || len(all) > 10
			for size := range 12 {
				e.find(s, q, nil, prices, size, nil)
				assert.Equal(t, all[:min(size, len(all))], slices.Clone(s.ranked), "%d of %q by %s", size, text, sort)
			}
		}
	}
	assert.True(t, several)
}
