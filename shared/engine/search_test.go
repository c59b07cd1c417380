package engine_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func TestRankIsWhatSearchPagesThrough(t *testing.T) {
	e := openBundle(t, casesBundle)
	ctx := context.Background()
	for _, request := range []wire.SearchRequest{
		{Query: "lamp"},
		{Query: "chair steel", Filters: map[string]wire.Filter{"brand": {Values: []string{"Timberline"}}}},
		{Query: "", Sort: "price_desc"},
	} {
		whole := request
		whole.Limit = 28
		ranked, err := e.Rank(ctx, whole)
		require.NoError(t, err)
		var paged []string
		var scores []float64
		for request.Limit = 3; ; request.Offset += request.Limit {
			response, err := e.Search(ctx, request)
			require.NoError(t, err)
			if len(response.Hits) == 0 {
				assert.Len(t, paged, response.Total)
				break
			}
			for _, h := range response.Hits {
				paged = append(paged, h.ID)
				scores = append(scores, h.Score)
			}
		}
		require.Len(t, ranked, len(paged))
		for i := range ranked {
			assert.Equal(t, paged[i], ranked[i].ID)
			assert.InDelta(t, scores[i], ranked[i].Score, 0)
		}
	}
}

func TestTheExplanationAddsUpToTheScore(t *testing.T) {
	e := openBundle(t, casesBundle)
	for _, query := range []string{"white linen lam", "nordlys table lamp", "lamp", "shade for a lamp", "nosuch lamp of the"} {
		response, err := e.Search(context.Background(), wire.SearchRequest{Query: query, Explain: true})
		require.NoError(t, err)
		require.NotEmpty(t, response.Hits)
		for _, h := range response.Hits {
			require.NotNil(t, h.Explanation)
			sum := 0.0
			for _, part := range h.Explanation.Details {
				sum += part.Value
				require.NotEmpty(t, part.Details)
				product := 1.0
				for _, factor := range part.Details {
					product *= factor.Value
				}
				assert.InEpsilon(t, part.Value, product, 1e-9)
			}
			assert.InDelta(t, h.Score, sum, 1e-5, "%s for %q", h.ID, query)
			assert.InDelta(t, h.Score, h.Explanation.Value, 1e-5)
		}
	}
}

func TestTheExplanationSaysWhatCounted(t *testing.T) {
	e := openBundle(t, casesBundle)
	says := func(query, id, description string) {
		t.Helper()
		response, err := e.Search(context.Background(), wire.SearchRequest{Query: query, Explain: true})
		require.NoError(t, err)
		for _, h := range response.Hits {
			if h.ID != id {
				continue
			}
			assert.True(t, slices.ContainsFunc(h.Explanation.Details, func(part wire.Explanation) bool {
				return strings.HasPrefix(part.Description, description)
			}), "%q in %v", description, h.Explanation)
			return
		}
		assert.Fail(t, "not found", "%s for %q", id, query)
	}
	says("white linen lam", "lamp-1", `"white" matches "white" in attributes (1)`)
	says("white linen lam", "lamp-1", `"lam" is continued by "lamp" in title (1)`)
	says("nordlys table lamp", "lamp-1", `"nordlys" names the brand`)
	says("nordlys table lamp", "lamp-1", `"table" stands before "lamp" in the title`)
	says("nordlys table lamp", "lamp-1", `the title names "lamp"`)
	says("desk lamp clamp ", "lamp-3", `"lamp" stands in the front of the title`)
	says("stock pot 5 l ", "pot-1", `the title names "pot"`)
	says("nordlys table lamp", "lamp-4", `the category names "lamp"`)
	says("bulb for a lamp ", "bulb-1", `the category names "bulb"`)
}

func TestWithoutBeingAskedNothingIsExplained(t *testing.T) {
	e := openBundle(t, casesBundle)
	response, err := e.Search(context.Background(), wire.SearchRequest{Query: "lamp"})
	require.NoError(t, err)
	assert.Nil(t, response.Hits[0].Explanation)
}

func TestManySearchesAtOnceGetTheirOwnAnswers(t *testing.T) {
	e := openBundle(t, casesBundle)
	queries := []string{"lamp", "chair", "sofa", "窗帘", "pan", ""}
	want := make([]*wire.SearchResponse, len(queries))
	for i, q := range queries {
		var err error
		want[i], err = e.Search(context.Background(), wire.SearchRequest{Query: q})
		require.NoError(t, err)
	}
	fresh := openBundle(t, casesBundle)
	var group sync.WaitGroup
	for i := range 200 {
		group.Go(func() {
			got, err := fresh.Search(context.Background(), wire.SearchRequest{Query: queries[i%len(queries)]})
			if assert.NoError(t, err) {
				got.EngineMS = want[i%len(queries)].EngineMS
				assert.Equal(t, want[i%len(queries)], got)
			}
		})
	}
	group.Wait()
}

// slowCards is a source whose cards do not come.
type slowCards struct{ bundle.Source }

func (s slowCards) Part(ctx context.Context, file string) ([]byte, error) {
	if strings.HasPrefix(file, bundle.PartCards) {
		select {}
	}
	return s.Source.Part(ctx, file)
}

func TestACancelledSearchDoesNotWaitForCards(t *testing.T) {
	manifest, source, err := bundlefs.Open(os.DirFS(casesBundle))
	require.NoError(t, err)
	e, err := engine.Open(context.Background(), manifest, slowCards{source})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = e.Search(ctx, wire.SearchRequest{Query: "lamp"})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestHealthNamesTheShop(t *testing.T) {
	health := openBundle(t, casesBundle).Health()
	assert.Equal(t, "ok", health.Status)
	assert.Equal(t, "Corner Shop", health.Shop)
	assert.Equal(t, 28, health.Products)
	require.NotEmpty(t, health.Fields)
	assert.Equal(t, wire.FacetInfo{Field: "brand", Label: "Brand", Kind: "text"}, health.Fields[0])
	assert.Contains(t, health.Fields, wire.FacetInfo{Field: "width_cm", Label: "Width", Kind: "number", Unit: "cm"})
}

func TestOptionsOfVariantsAreNamedForPeople(t *testing.T) {
	e := openBundle(t, casesBundle)
	response, err := e.Search(context.Background(), wire.SearchRequest{Query: "BC-N"})
	require.NoError(t, err)
	require.NotNil(t, response.Hits[0].Variant)
	assert.Equal(t, []wire.Option{{Name: "Colour", Value: "Navy"}}, response.Hits[0].Variant.Options)
}
