package engine_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/wire"
)

func TestAPriceInTheWordsIsToldAndInForce(t *testing.T) {
	e := openBundle(t, casesBundle)
	fifty := 50.0
	said := find(t, e, wire.SearchRequest{Query: "lamp under $50"})
	assert.Equal(t, []wire.Understood{{
		Field: "price", Label: "Price", Filter: wire.Filter{Max: &fifty}, Text: "under $50", Rest: "lamp",
	}}, said.Understood)
	chosen := find(t, e, wire.SearchRequest{Query: "lamp ", Filters: map[string]wire.Filter{"price": {Max: &fifty}}})
	assert.Empty(t, chosen.Understood)
	assert.Equal(t, chosen.Hits, said.Hits)
	assert.Equal(t, chosen.Facets, said.Facets, "facets treat it like a filter of the request")
	rest := find(t, e, wire.SearchRequest{Query: said.Understood[0].Rest + " "})
	assert.Greater(t, rest.Total, said.Total)
}

func TestTheRequestsOwnFilterWins(t *testing.T) {
	e := openBundle(t, casesBundle)
	hundred := 100.0
	filters := map[string]wire.Filter{"price": {Min: &hundred}}
	response := find(t, e, wire.SearchRequest{Query: "lamp under 50", Filters: filters})
	assert.Empty(t, response.Understood)
	require.Equal(t, 1, response.Total)
	assert.Equal(t, "lamp-2", response.Hits[0].ID)
	assert.Equal(t, map[string]wire.Filter{"price": {Min: &hundred}}, filters, "the caller's map is as it was")

	colour := map[string]wire.Filter{"colour": {Values: []string{"Black"}}, "price": {}}
	response = find(t, e, wire.SearchRequest{Query: "lamp under 25", Filters: colour})
	assert.Len(t, response.Understood, 1, "a filter without bounds is none")
	assert.Len(t, colour, 2)
	assert.Nil(t, colour["price"].Max)
}

func TestRankUnderstandsWhatSearchDoes(t *testing.T) {
	e := openBundle(t, casesBundle)
	ranked, err := e.Rank(t.Context(), wire.SearchRequest{Query: "lamp under 40 -desk", Limit: 28})
	require.NoError(t, err)
	response := find(t, e, wire.SearchRequest{Query: "lamp under 40 -desk"})
	assert.Len(t, ranked, response.Total)
	assert.Positive(t, response.Total)
}

func TestProductsAreSuggestedWithinWhatIsSaid(t *testing.T) {
	e := openBundle(t, casesBundle)
	response, err := e.Suggest(t.Context(), wire.SuggestRequest{Query: "garden chair under 30"})
	require.NoError(t, err)
	for _, s := range response.Suggestions {
		assert.NotEqual(t, "chair-3", s.ID, "it costs 49")
	}
	response, err = e.Suggest(t.Context(), wire.SuggestRequest{Query: "-red"})
	require.NoError(t, err)
	assert.Empty(t, response.Suggestions, "nothing is being looked for yet")
}

func TestWhatIsQuotedIsNotCorrected(t *testing.T) {
	e := openBundle(t, casesBundle)
	response := find(t, e, wire.SearchRequest{Query: `"blakcout curtain"`})
	assert.Empty(t, response.Corrections)
	assert.Zero(t, response.Total)
	assert.NotZero(t, find(t, e, wire.SearchRequest{Query: "blakcout curtain"}).Total)
}

// Operators of hostile texts find something or nothing, but always come back.
func TestHostileOperators(t *testing.T) {
	e := openBundle(t, casesBundle)
	for _, unit := range []string{`"lamp" `, "-lamp ", "without lamp ", "under 50 ", "不要红色", "size 3 ", "5 kg ", "ab 12 3 ", "\xff\" ", "\"\x00\" "} {
		response := find(t, e, wire.SearchRequest{Query: strings.Repeat(unit, 2000)})
		assert.LessOrEqual(t, len(response.Hits), 20, unit)
	}
}
