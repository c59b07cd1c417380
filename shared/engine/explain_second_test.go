package engine_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/wire"
)

func TestBothStagesAddUpToTheScore(t *testing.T) {
	e := open2(t)
	x := e.NewInspector()
	for _, query := range []string{"lantern", "settee for the office", "lamp", "table lamp nordlys"} {
		response, err := e.Search(context.Background(), wire.SearchRequest{Query: query, Explain: true})
		require.NoError(t, err)
		require.NotEmpty(t, response.Hits, query)
		meant := false
		for _, hit := range response.Hits {
			assert.InDelta(t, hit.Score, hit.Explanation.Value, 1e-4, "%s: %s", query, hit.ID)
			require.Len(t, hit.Explanation.Details, 2)
			second, sum := hit.Explanation.Details[1], 0.0
			for _, part := range second.Details {
				sum += part.Value
				meant = meant || part.Value > 0
			}
			assert.InDelta(t, second.Value, sum, 1e-9)
			explanation, ok := x.Explain(query, hit.ID)
			require.True(t, ok)
			assert.Equal(t, hit.Explanation, explanation, "%s: %s", query, hit.ID)
		}
		assert.True(t, meant, query)
	}
}
