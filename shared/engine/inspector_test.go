package engine_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func TestTheInspectorExplainsAsSearchDoes(t *testing.T) {
	e := openBundle(t, casesBundle)
	x := e.NewInspector()
	response, err := e.Search(context.Background(), wire.SearchRequest{Query: "nordlys table lamp", Explain: true})
	require.NoError(t, err)
	require.NotEmpty(t, response.Hits)
	for _, hit := range response.Hits {
		explanation, ok := x.Explain("nordlys table lamp", hit.ID)
		require.True(t, ok)
		assert.Equal(t, hit.Explanation, explanation)
		title, ok, err := x.Title(context.Background(), hit.ID)
		require.NoError(t, err)
		assert.True(t, ok)
		assert.Equal(t, hit.Title, title)
	}
}

func TestAnAlignmentHasThePartsOfTheScore(t *testing.T) {
	e := openBundle(t, casesBundle)
	x := e.NewInspector()
	for _, query := range []string{"nordlys table lamp", "lamp", "desk lmap", "oak dining chairs"} {
		response, err := e.Search(context.Background(), wire.SearchRequest{Query: query, Explain: true})
		require.NoError(t, err)
		require.NotEmpty(t, response.Hits, query)
		for _, hit := range response.Hits {
			a, ok, err := x.Align(context.Background(), query, hit.ID)
			require.NoError(t, err)
			require.True(t, ok)
			require.NotEmpty(t, a.Matches, "%s: %s", query, hit.Title)
			for i, match := range a.Matches {
				assert.InDelta(t, hit.Explanation.Details[i].Value, match.Score, 1e-12)
				assert.Contains(t, hit.Explanation.Details[i].Description, match.Relation)
				assert.True(t, len(match.Title) > 0 || len(match.Fields) > 0, "%q stands nowhere", match.Term)
				require.Less(t, match.Word, len(a.Words))
			}
		}
	}
}

func TestAnAlignmentNamesTheWordsOfTheTitle(t *testing.T) {
	e := openBundle(t, casesBundle)
	x := e.NewInspector()
	response, err := e.Search(context.Background(), wire.SearchRequest{Query: "lamps"})
	require.NoError(t, err)
	require.NotEmpty(t, response.Hits)
	seen := false
	for _, hit := range response.Hits {
		a, _, err := x.Align(context.Background(), "lamps", hit.ID)
		require.NoError(t, err)
		for _, match := range a.Matches {
			for _, place := range match.Title {
				seen = seen || slices.Contains([]string{"lamp", "Lamp", "lamps", "Lamps"}, a.Title[place])
			}
		}
	}
	assert.True(t, seen)
}

func TestTheInspectorKnowsNoOtherProducts(t *testing.T) {
	x := openBundle(t, casesBundle).NewInspector()
	for _, id := range []string{"", "nosuch", "\xff"} {
		_, ok, err := x.Title(context.Background(), id)
		require.NoError(t, err)
		assert.False(t, ok)
		_, ok = x.Explain("lamp", id)
		assert.False(t, ok)
		_, ok, err = x.Align(context.Background(), "lamp", id)
		require.NoError(t, err)
		assert.False(t, ok)
	}
}

func TestWhatNoWordFindsHasNoMatches(t *testing.T) {
	e := openBundle(t, casesBundle)
	x := e.NewInspector()
	response, err := e.Search(context.Background(), wire.SearchRequest{Query: "lamp", Limit: 1})
	require.NoError(t, err)
	for _, query := range []string{"", "of the", "qzxqzxqzx", "\xff\xfe"} {
		a, ok, err := x.Align(context.Background(), query, response.Hits[0].ID)
		require.NoError(t, err)
		assert.True(t, ok)
		assert.Empty(t, a.Matches, "%q", query)
	}
}

func TestTheWeightsOfMatchesAreAtMostThatOfTheWordItself(t *testing.T) {
	weights := openBundle(t, casesBundle).NewInspector().Weights()
	require.NotEmpty(t, weights)
	names := map[string]bool{}
	for _, w := range weights {
		assert.False(t, names[w.Name], w.Name)
		names[w.Name] = true
		assert.NotEmpty(t, w.Description)
		assert.Greater(t, w.Value, 0.0, w.Name)
	}
	assert.Equal(t, engine.Weight{Name: "typed", Description: weights[0].Description, Value: 1}, weights[0])
}
