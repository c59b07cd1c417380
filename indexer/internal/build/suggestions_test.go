package build

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/config"
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// openShop builds a sample catalogue and opens it.
func openShop(t testing.TB, name string, log *Log) *engine.Engine {
	t.Helper()
	const samples = "../../../testdata/catalogues/"
	settings, err := config.Load(samples + name + ".yaml")
	require.NoError(t, err)
	catalogue, err := feed.Read(t.Context(), []string{samples + name + ".jsonl"}, feed.Options{
		Mapping: settings.Feed, Currency: settings.Shop.Currency,
	})
	require.NoError(t, err)
	return openLogged(t, settings.Shop, catalogue.Products, log)
}

func openLogged(t testing.TB, shop product.Shop, products []product.Product, log *Log) *engine.Engine {
	t.Helper()
	files, err := FilesWith(t.Context(), shop, products, Options{Log: log}, noProgress)
	require.NoError(t, err)
	return enginetest.Open(t, bundletest.FS(files))
}

func suggested(t *testing.T, e *engine.Engine, typed string) []wire.Suggestion {
	t.Helper()
	response, err := e.Suggest(t.Context(), wire.SuggestRequest{Query: typed, NoProducts: true})
	require.NoError(t, err)
	return response.Suggestions
}

func TestTheChineseShopIsFoundInPinyin(t *testing.T) {
	e := openShop(t, "home-zh", new(Log))
	for _, typed := range []string{"sf", "sha", "shaf", "shafa", "sfa", "sha fa", "SHAFA", "沙", "沙发"} {
		got := suggested(t, e, typed)
		require.NotEmpty(t, got, typed)
		assert.Equal(t, "沙发", got[0].Text, typed)
		assert.Equal(t, "category", got[0].Kind, typed)
		assert.Equal(t, &wire.Scope{Field: "category", Value: "家具 > 沙发", Label: "沙发"}, got[0].Scope, typed)
		assert.NotEmpty(t, got[0].Matches, typed)
	}
	assert.Equal(t, []wire.Range{{Start: 0, End: 1}}, suggested(t, e, "sha")[0].Matches)
	assert.Equal(t, []wire.Range{{Start: 0, End: 2}}, suggested(t, e, "sf")[0].Matches)
	assert.Empty(t, suggested(t, e, "shafax"))
}

func TestTheLastWordIsCompletedByWhatGoesWithTheOthers(t *testing.T) {
	e := openShop(t, "home-en", new(Log))
	texts := func(typed string) (all []string) {
		for _, s := range suggested(t, e, typed) {
			all = append(all, s.Text)
		}
		return all
	}
	assert.Equal(t, "oak tables", texts("oak tab")[0])
	assert.Equal(t, "oak tables", texts("oak tbale")[0], "two letters exchanged")
	assert.Contains(t, texts("lam"), "Table lamps")
	assert.Empty(t, texts("qzxq tab"), "nothing goes with a word that nobody has")
	for _, text := range texts("oak ") {
		assert.Regexp(t, "^oak .", text)
	}
}

func TestALogIsSuggestedAsFarAsProductsAnswerIt(t *testing.T) {
	products := lamps(3)
	products[0].Title, products[1].Title, products[2].Title = "Desk lamp", "Desk chair", "Door mat"
	log := &Log{Queries: []suggest.Logged{
		{Text: "door mat", Count: 9}, {Text: "desk mat", Count: 50}, {Text: "dessk", Count: 3}, {Text: "the", Count: 7},
	}}
	e := openLogged(t, product.DefaultShop(), products, log)
	assert.Equal(t, 3, log.Unanswered, "no product is a desk mat or a dessk, and a stop word finds none")
	assert.Equal(t, []suggest.Logged{{Text: "door mat", Count: 9}}, log.Queries)
	got := suggested(t, e, "d")
	require.GreaterOrEqual(t, len(got), 2)
	assert.Equal(t, "door mat", got[0].Text)
	assert.NotEqual(t, "door mat", suggested(t, openLogged(t, product.DefaultShop(), products, new(Log)), "d")[0].Text)
}
