package engine_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func suggestions(t *testing.T, e *engine.Engine, query string, limit int) []wire.Suggestion {
	t.Helper()
	response, err := e.Suggest(context.Background(), wire.SuggestRequest{Query: query, Limit: limit})
	require.NoError(t, err)
	assert.Equal(t, query, response.Query)
	return response.Suggestions
}

// suggest returns the texts, and the scopes after them.
func suggest(t *testing.T, query string, limit int) []string {
	t.Helper()
	texts := []string{}
	for _, s := range suggestions(t, openBundle(t, casesBundle), query, limit) {
		text := s.Text
		if s.Scope != nil {
			text += " in " + s.Scope.Label
		}
		texts = append(texts, text)
	}
	return texts
}

func TestWholeSuggestionsComeFirst(t *testing.T) {
	for _, s := range suggestions(t, openBundle(t, casesBundle), "lam", 3)[:1] {
		assert.Equal(t, "query", s.Kind)
		assert.Equal(t, "lamp", s.Text)
		assert.Equal(t, []wire.Range{{Start: 0, End: 3}}, s.Matches)
	}
	assert.Equal(t, []string{"Harbour"}, suggest(t, "harb", 1))
	assert.Equal(t, []string{"木作"}, suggest(t, "木", 1))
}

func TestASuggestionIsOfferedWhereItsProductsAre(t *testing.T) {
	got := suggestions(t, openBundle(t, casesBundle), "lam", 8)
	require.Greater(t, len(got), 2)
	for _, s := range got[1:3] {
		assert.Equal(t, got[0].Text, s.Text)
		require.NotNil(t, s.Scope)
		assert.Equal(t, "category", s.Scope.Field)
		found, err := openBundle(t, casesBundle).Search(context.Background(), wire.SearchRequest{
			Query: s.Text, Filters: map[string]wire.Filter{s.Scope.Field: {Values: []string{s.Scope.Value}}},
		})
		require.NoError(t, err)
		assert.Positive(t, found.Total, "%s leads nowhere", s.Scope.Value)
	}
	assert.NotEqual(t, got[1].Scope, got[2].Scope)
}

func TestBeforeAnythingIsTypedTheLargestCategoriesAreOffered(t *testing.T) {
	e := openBundle(t, casesBundle)
	everything, err := e.Search(context.Background(), wire.SearchRequest{})
	require.NoError(t, err)
	counts := make(map[string]int)
	for _, v := range everything.Facets["category"] {
		counts[v.Value] = v.Count
	}
	for _, typed := range []string{"", "  ", "---"} {
		got := suggestions(t, e, typed, 3)
		require.Len(t, got, 3)
		least := everything.Total
		for _, s := range got {
			assert.Equal(t, "category", s.Kind)
			assert.Empty(t, s.Matches)
			require.NotNil(t, s.Scope)
			assert.LessOrEqual(t, counts[s.Scope.Value], least, "the largest first")
			least = counts[s.Scope.Value]
			assert.Positive(t, least)
		}
	}
}

func TestTitlesFillTheListUp(t *testing.T) {
	got := suggestions(t, openBundle(t, casesBundle), "frying", 8)
	var products []string
	for _, s := range got {
		if s.Kind == "product" {
			products = append(products, s.Text)
			assert.NotEmpty(t, s.ID)
			assert.NotEmpty(t, s.Matches)
		}
	}
	assert.Equal(t, []string{"Stainless Frying Pan 28 cm", "Cast Iron Frying Pan 26 cm"}, products)

	response, err := openBundle(t, casesBundle).Suggest(context.Background(), wire.SuggestRequest{Query: "frying", NoProducts: true})
	require.NoError(t, err)
	for _, s := range response.Suggestions {
		assert.NotEqual(t, "product", s.Kind)
	}
}

func TestWhatNothingBeginsWithSuggestsNothing(t *testing.T) {
	assert.Empty(t, suggest(t, "xyzzy", 5))
}

func TestTooManySuggestionsAreRefused(t *testing.T) {
	_, err := openBundle(t, casesBundle).Suggest(context.Background(), wire.SuggestRequest{Query: "l", Limit: 21})
	var bad *engine.RequestError
	assert.ErrorAs(t, err, &bad)
}

// Every beginning of what a shopper may type has an answer that holds together:
// no two suggestions of the same words and scope, and matches within the text.
func TestEveryPrefixHasASoundAnswer(t *testing.T) {
	e := openBundle(t, casesBundle)
	for _, query := range []string{
		"brass floor lamp", "oak table  ", "CAFÉ-table", "28 cm pan", "木作茶几", "sf", "\xff\xfe lamp", "l\x00amp",
		strings.Repeat("a", 3000), strings.Repeat("a ", 2000), strings.Repeat("沙", 500), "🛋 sofa", "- _ /", "'s'f",
	} {
		step := len(query)/50 + 1
		for end := 0; end <= len(query); end += step {
			got := suggestions(t, e, query[:end], 20)
			assert.LessOrEqual(t, len(got), 20)
			seen := map[string]bool{}
			for _, s := range got {
				key := strings.ToLower(s.Text)
				if s.Scope != nil {
					key += "\n" + s.Scope.Value
				}
				assert.False(t, seen[key], "%q twice for %q", s.Text, query[:end])
				seen[key] = true
				at := 0
				for _, m := range s.Matches {
					assert.True(t, at <= m.Start && m.Start < m.End && m.End <= len(utf16.Encode([]rune(s.Text))), "%q for %q", s, query[:end])
					at = m.End
				}
			}
		}
	}
}

func TestABundleWithoutSuggestionsSaysSo(t *testing.T) {
	files := copyBundle(t)
	files["manifest.json"].Data = []byte(strings.ReplaceAll(string(files["manifest.json"].Data), `"suggestions"`, `"other"`))
	err := tryBundle(files)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "suggestions")
}
