package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func TestTheFirstStageRanksAloneOnRequest(t *testing.T) {
	first, second := openBundle(t, casesBundle), open2(t)
	for _, request := range []wire.SearchRequest{
		{Query: "table lamp", Limit: 9}, {Query: "settee ", Limit: 9}, {Query: "sofa", Offset: 1, Limit: 2}, {Limit: 3},
	} {
		want, err := first.Rank(t.Context(), request)
		require.NoError(t, err)
		request.Stages = 1
		alone, err := second.Rank(t.Context(), request)
		require.NoError(t, err)
		assert.Equal(t, want, alone, request)
	}
	both, err := second.Rank(t.Context(), wire.SearchRequest{Query: "settee ", Limit: 9})
	require.NoError(t, err)
	assert.NotEmpty(t, both)
	_, err = second.Rank(t.Context(), wire.SearchRequest{Query: "sofa", Limit: -1, Stages: 1})
	var bad *engine.RequestError
	require.ErrorAs(t, err, &bad)
}
