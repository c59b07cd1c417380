package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// prices returns the ends of the price facet, and the least and the greatest price
// of all hits, which must fit on one page.
func prices(t *testing.T, response *wire.SearchResponse) (ends, hits [2]float64) {
	t.Helper()
	require.Len(t, response.Hits, response.Total)
	for _, info := range response.FacetOrder {
		if info.Field == "price" {
			ends = [2]float64{*info.Min, *info.Max}
		}
		assert.Equal(t, info.Kind == "number", info.Min != nil && info.Max != nil, info.Field)
	}
	for i, hit := range response.Hits {
		require.NotNil(t, hit.Price)
		if i == 0 {
			hits = [2]float64{*hit.Price, *hit.Price}
		}
		hits[0], hits[1] = min(hits[0], *hit.Price), max(hits[1], *hit.Price)
	}
	return ends, hits
}

func TestTheEndsOfANumbersFacetAreThoseOfTheProducts(t *testing.T) {
	e := openBundle(t, casesBundle)
	all := find(t, e, wire.SearchRequest{Query: "lamp", Limit: 100})
	ends, hits := prices(t, all)
	assert.Equal(t, hits, ends)
	assert.Less(t, ends[0], ends[1])

	fifty := 50.0
	chosen := find(t, e, wire.SearchRequest{Query: "lamp", Limit: 100, Filters: map[string]wire.Filter{"price": {Max: &fifty}}})
	require.Less(t, chosen.Total, all.Total)
	within, cheap := prices(t, chosen)
	assert.Equal(t, ends, within, "a facet ignores its own filter")
	assert.NotEqual(t, within, cheap)
}
