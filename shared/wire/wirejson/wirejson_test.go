package wirejson_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/wire"
	"github.com/vitrine-search/vitrine/shared/wire/wirejson"
)

func number(f float64) *float64 { return &f }

func TestSearchRequestHasBothShapesOfAFilter(t *testing.T) {
	got, err := wirejson.SearchRequest([]byte(`{
		"query": "lamp", "limit": 5, "offset": 10, "sort": "price_asc", "explain": true,
		"filters": {"brand": ["Sony", "LG"], "price": {"min": 10, "max": 50.5}, "rating": {"min": 4}}
	}`))
	require.NoError(t, err)
	assert.Equal(t, wire.SearchRequest{
		Query: "lamp", Limit: 5, Offset: 10, Sort: "price_asc", Explain: true,
		Filters: map[string]wire.Filter{
			"brand":  {Values: []string{"Sony", "LG"}},
			"price":  {Min: number(10), Max: number(50.5)},
			"rating": {Min: number(4)},
		},
	}, got)
}

func TestSearchRequestSurvivesTheRoundTrip(t *testing.T) {
	want := wire.SearchRequest{
		Query: "caf\u00e9 \"<b>\"", Sort: "relevance",
		Filters: map[string]wire.Filter{
			"brand": {Values: []string{"A&B", ""}},
			"price": {Max: number(1e-9)},
		},
	}
	got, err := wirejson.SearchRequest(want.AppendJSON(nil))
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestBadRequestsSayWhatIsWrong(t *testing.T) {
	cases := map[string]string{
		`{"query": "a", "filtres": {}}`:        `"filtres"`,
		`{"filters": {"price": {"from": 10}}}`: `"from"`,
		`{"filters": {"brand": "Sony"}}`:       `array of strings`,
		`{"filters": {"brand": [1]}}`:          "number",
		`{"query": "a"} {}`:                    "more follows",
		`{"limit": 1.5}`:                       "limit",
		`[]`:                                   "array",
		``:                                     "EOF",
		`{"query": "a"`:                        "EOF",
	}
	for input, want := range cases {
		_, err := wirejson.SearchRequest([]byte(input))
		assert.ErrorContains(t, err, want, input)
	}
}

func TestSearchResponseSurvivesTheRoundTrip(t *testing.T) {
	want := wire.SearchResponse{
		Query:      "lamp",
		Hits:       []wire.Hit{{ID: "1", Title: "Lamp", Price: number(0), Score: 1.25, TitleMatches: []wire.Range{{Start: 0, End: 4}}}},
		Total:      1,
		Facets:     map[string][]wire.FacetValue{"brand": {{Value: "Sony", Count: 1}}},
		FacetOrder: []wire.FacetInfo{{Field: "brand", Label: "Brand", Kind: "text"}},
		Understood: []wire.Understood{
			{Field: "price", Label: "Price", Filter: wire.Filter{Max: number(50)}, Text: "under 50", Rest: "lamp"},
			{Field: "size", Filter: wire.Filter{Values: []string{"38"}}, Text: "size 38", Rest: "lamp"},
		},
		Currency: "EUR",
	}
	got, err := wirejson.SearchResponse(want.AppendJSON(nil))
	require.NoError(t, err)
	assert.Equal(t, want, got)
}
