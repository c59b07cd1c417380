//go:build js

package jsbridge

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func number(f float64) *float64 { return &f }

func TestSearchRequestReadsEveryMember(t *testing.T) {
	got, err := Arguments{evaluate(`{
		query: "naïve \u{1F6CB}", limit: 5, offset: 10, sort: "price_asc", explain: true, verbatim: true, stages: 1,
		filters: {brand: ["Sony", ""], price: {min: 10, max: 50.5}, rating: {min: 4}, empty: {}},
	}`)}.SearchRequest(0)
	require.NoError(t, err)
	assert.Equal(t, wire.SearchRequest{
		Query: "naïve \U0001F6CB", Limit: 5, Offset: 10, Sort: "price_asc", Explain: true, Verbatim: true, Stages: 1,
		Filters: map[string]wire.Filter{
			"brand":  {Values: []string{"Sony", ""}},
			"price":  {Min: number(10), Max: number(50.5)},
			"rating": {Min: number(4)},
			"empty":  {},
		},
	}, got)
}

func TestAbsentMembersKeepTheirZeroValue(t *testing.T) {
	got, err := Arguments{evaluate(`{query: "lamp", limit: undefined, filters: null}`)}.SearchRequest(0)
	require.NoError(t, err)
	assert.Equal(t, wire.SearchRequest{Query: "lamp"}, got)
}

func TestSearchRequestNamesTheMemberAtFault(t *testing.T) {
	for expression, want := range map[string]string{
		`undefined`:                           "the search request must be an object, not undefined",
		`null`:                                "the search request must be an object, not null",
		`["lamp"]`:                            "the search request must be an object, not an array",
		`"lamp"`:                              "the search request must be an object, not a string",
		`{query: 1}`:                          "query must be a string, not a number",
		`{limit: "5"}`:                        "limit must be a number, not a string",
		`{limit: 1.5}`:                        "limit must be an integer, not 1.5",
		`{limit: 1e12}`:                       "limit must be an integer, not 1e+12",
		`{offset: NaN}`:                       "offset must be a finite number, not NaN",
		`{explain: 1}`:                        "explain must be a boolean, not a number",
		`{filter: {}}`:                        `the search request has no member "filter"`,
		`{filters: []}`:                       "filters must be an object, not an array",
		`{filters: {brand: "Sony"}}`:          "filters.brand must be an array of strings or {min, max}, not a string",
		`{filters: {brand: ["Sony", 1]}}`:     "filters.brand[1] must be a string, not a number",
		`{filters: {price: {min: "1"}}}`:      "filters.price.min must be a number, not a string",
		`{filters: {price: {max: Infinity}}}`: "filters.price.max must be a finite number, not +Inf",
		`{filters: {price: {from: 1}}}`:       `filters.price has no member "from"`,
	} {
		_, err := Arguments{evaluate(expression)}.SearchRequest(0)
		var requestError *engine.RequestError
		if assert.ErrorAs(t, err, &requestError, expression) {
			assert.Equal(t, want, err.Error(), expression)
		}
	}
}

func TestSuggestRequestIsAsStrict(t *testing.T) {
	got, err := Arguments{evaluate(`{query: "la", limit: 3, no_products: true}`)}.SuggestRequest(0)
	require.NoError(t, err)
	assert.Equal(t, wire.SuggestRequest{Query: "la", Limit: 3, NoProducts: true}, got)

	_, err = Arguments{evaluate(`{query: "la", offset: 3}`)}.SuggestRequest(0)
	require.EqualError(t, err, `the suggest request has no member "offset"`)
	_, err = Arguments{}.SuggestRequest(0)
	assert.EqualError(t, err, "the suggest request must be an object, not undefined")
}
