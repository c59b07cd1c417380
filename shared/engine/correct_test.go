package engine_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func find(t *testing.T, e *engine.Engine, request wire.SearchRequest) *wire.SearchResponse {
	t.Helper()
	response, err := e.Search(context.Background(), request)
	require.NoError(t, err)
	return response
}

func TestAMisspeltWordIsReadAsOneThatSomeProductsHave(t *testing.T) {
	e := openBundle(t, casesBundle)
	for typed, meant := range map[string]string{
		"blakcout": "blackout", "fring pan": "frying pan", "  Casters, chair": "  castors, chair",
	} {
		got, want := find(t, e, wire.SearchRequest{Query: typed}), find(t, e, wire.SearchRequest{Query: meant})
		require.NotEmpty(t, want.Hits, meant)
		assert.Equal(t, strings.ToLower(meant), strings.ToLower(got.CorrectedQuery))
		assert.Len(t, want.Hits, len(got.Hits))
		assert.Equal(t, want.Hits[0].ID, got.Hits[0].ID)
		assert.Equal(t, emphasised(want.Hits[0]), emphasised(got.Hits[0]))
	}
}

func TestWhatIsTypedIsWhatIsMeant(t *testing.T) {
	e := openBundle(t, casesBundle)
	for _, query := range []string{"lamp", "lam", "oak table", "", "木", "HB-3B", "the"} {
		assert.Empty(t, find(t, e, wire.SearchRequest{Query: query}).Corrections, query)
	}
	insisted := find(t, e, wire.SearchRequest{Query: "blakcout", Verbatim: true})
	assert.Empty(t, insisted.Corrections)
	assert.Zero(t, insisted.Total)
}

func TestCorrectionsAreMarkedInTheExplanation(t *testing.T) {
	e := openBundle(t, casesBundle)
	response := find(t, e, wire.SearchRequest{Query: "blakcout", Explain: true})
	require.NotEmpty(t, response.Hits)
	assert.Contains(t, response.Hits[0].Explanation.Details[0].Description, `"blakcout" was corrected to "blackout"`)
}
