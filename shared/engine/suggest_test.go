package engine_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func suggest(t *testing.T, query string, limit int) []string {
	t.Helper()
	response, err := openBundle(t, casesBundle).Suggest(context.Background(), wire.SuggestRequest{Query: query, Limit: limit})
	require.NoError(t, err)
	texts := []string{}
	for _, s := range response.Suggestions {
		texts = append(texts, s.Text)
	}
	return texts
}

func TestNamesOfTheShopCompleteWhatIsTyped(t *testing.T) {
	assert.Equal(t, []string{"Table Lamps", "Floor Lamps"}, suggest(t, "lam", 2), "the more products, the better")
	assert.Equal(t, []string{"Harbour"}, suggest(t, "harb", 1))
	assert.Equal(t, []string{"木作"}, suggest(t, "木", 1))
}

func TestTitlesFillTheListUp(t *testing.T) {
	got := suggest(t, "frying", 5)
	assert.Equal(t, []string{"Stainless Frying Pan 28 cm", "Cast Iron Frying Pan 26 cm"}, got)
}

func TestNothingTypedSuggestsNothing(t *testing.T) {
	assert.Empty(t, suggest(t, "  ", 5))
	assert.Empty(t, suggest(t, "xyzzy", 5))
}

func TestTooManySuggestionsAreRefused(t *testing.T) {
	_, err := openBundle(t, casesBundle).Suggest(context.Background(), wire.SuggestRequest{Query: "l", Limit: 21})
	var bad *engine.RequestError
	assert.ErrorAs(t, err, &bad)
}
