package build

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// languageShop sells what the query language is tried on.
func languageShop(t *testing.T, synonyms ...product.Synonym) *engine.Engine {
	t.Helper()
	shop := product.DefaultShop()
	shop.Synonyms = synonyms
	shop.Attributes = []product.Attribute{{Name: "shoe_size", Label: "Shoe size", Facet: true}}
	shop.StopWords, shop.Protected = []string{"acme"}, []string{"Runnings"}
	price := func(v float64) *float64 { return &v }
	size := func(values ...string) map[string][]string { return map[string][]string{"shoe_size": values} }
	variant := func(id, size string) product.Variant {
		return product.Variant{ID: id, Options: []product.Option{{Name: "shoe_size", Value: size}}}
	}
	return openProducts(t, shop, []product.Product{
		{ID: "p1", Title: "Acme trainer", Price: price(40), Attributes: size("38", "39")},
		{ID: "p2", Title: "Trail boot 38 eyelets", Price: price(90), Variants: []product.Variant{variant("TB-40.1", "40"), variant("TB-41.1", "41")}},
		{ID: "p3", Title: "Media console in walnut", Price: price(300)},
		{ID: "p4", Title: "Stand for a TV", Price: price(60)},
		{ID: "p5", Title: "Dumbbell 11 lb", Price: price(25)},
		{ID: "p6", Title: "Rope 150 cm", Price: price(9)},
		{ID: "p7", Title: "Ruler 12 in", Price: price(3)},
		{ID: "p8", Title: "Carafe 0.5 l, 12 pieces", Price: price(12)},
		{ID: "XK-2075-B", Title: "Ceiling fan without light", Price: price(150)},
		{ID: "p10", Title: "Ceiling fan with light kit", Description: "Light as air.", Price: price(180)},
		{ID: "p11", Title: "Ceiling fan, quiet", Description: "Add a light later.", Price: price(120)},
		{ID: "p12", Title: "Runnings sock", Price: price(5)},
		{ID: "p13", Title: "Console table, media ready", Price: price(200)},
		{ID: "p14", Title: "无糖绿茶", Price: price(20)},
		{ID: "p15", Title: "蜂蜜糖绿茶", Price: price(30)},
		{ID: "4006381333931", Title: "Marker", Price: price(2)},
	})
}

func openProducts(t *testing.T, shop product.Shop, products []product.Product) *engine.Engine {
	t.Helper()
	files, err := Files(t.Context(), shop, products, noProgress)
	require.NoError(t, err)
	return enginetest.Open(t, bundletest.FS(files))
}

// found are the identifiers that a query finds, in order.
func found(t *testing.T, e *engine.Engine, query string) string {
	t.Helper()
	response, err := e.Search(t.Context(), wire.SearchRequest{Query: query})
	require.NoError(t, err)
	ids := []string{}
	for _, h := range response.Hits {
		ids = append(ids, h.ID)
	}
	return strings.Join(ids, " ")
}

func TestQuantitiesAreFoundInOtherUnits(t *testing.T) {
	e := languageShop(t)
	for query, want := range map[string]string{
		"5kg dumbbell":   "p5",
		"rope 1.5 m":     "p6",
		"1 ft ruler":     "p7", // the same system: exact
		"ruler 30 cm":    "p7", // 11.8 in, within 2 %
		"500 ml carafe":  "p8",
		"150 cm rope":    "p6", // as it is
		"ruler 30.9 cm ": "p7", // 12.17 in
	} {
		first, _, _ := strings.Cut(found(t, e, query), " ")
		assert.Equal(t, want, first, query)
	}
	assert.NotContains(t, found(t, e, "31.2 cm "), "p7", "12.28 in is beyond the tolerance")
	assert.Empty(t, found(t, e, "99 kg "))
	assert.NotContains(t, found(t, e, "3 cm "), "p8", "0.1 ft")
	first, _, _ := strings.Cut(found(t, e, "12 in "), " ")
	assert.Equal(t, "p7", first, "what is there needs no conversion")
	assert.Contains(t, explained(t, e, "5 kg "), `"kg" is in another unit "lb" in title (1)`)
}

func TestSeveralQuantitiesAreNearEnough(t *testing.T) {
	price := 20.0
	towel := func(id, size string) product.Product {
		return product.Product{ID: id, Title: "Towel " + size, Price: &price}
	}
	e := openProducts(t, product.DefaultShop(), []product.Product{
		towel("a", "70 cm"), towel("b", "71 cm"), towel("c", "73 cm"), towel("d", "700 mm"), towel("e", "90 cm"),
	})
	assert.ElementsMatch(t, []string{"a", "b", "d"}, strings.Fields(found(t, e, "28 in ")), "71.12 cm, and within 2 % of it")
}

// explained are the descriptions of the first hit's score.
func explained(t *testing.T, e *engine.Engine, query string) string {
	t.Helper()
	response, err := e.Search(t.Context(), wire.SearchRequest{Query: query, Explain: true})
	require.NoError(t, err)
	require.NotEmpty(t, response.Hits, query)
	return fmt.Sprint(response.Hits[0].Explanation.Details)
}

func TestASizeIsThatOfTheField(t *testing.T) {
	e := languageShop(t)
	assert.Equal(t, "p1", found(t, e, "size 38"))
	assert.Equal(t, "p2", found(t, e, "boot size 40"), "an option of a variant")
	assert.Equal(t, "p1", found(t, e, "38码"))
	assert.Equal(t, "p2", found(t, e, "38 eyelets"), "any 38")
	response, err := e.Search(t.Context(), wire.SearchRequest{Query: "trainer size 38"})
	require.NoError(t, err)
	assert.Equal(t, []wire.Understood{{
		Field: "shoe_size", Label: "Shoe size", Filter: wire.Filter{Values: []string{"38"}}, Text: "size 38", Rest: "trainer",
	}}, response.Understood)
	response, err = e.Search(t.Context(), wire.SearchRequest{Query: "trainer size 77"})
	require.NoError(t, err)
	assert.Empty(t, response.Understood)
}

func TestModelNumbersAreFoundWholeInPartAndHoweverPunctuated(t *testing.T) {
	e := languageShop(t)
	for _, query := range []string{"XK-2075-B", "xk2075b ", "xk 2075 b ", "XK-2075", "xk2075 ", "xk20 fan ", "4006381333931 ", "4006381 ", "TB-40.1", "tb401 ", "tb 40 1 "} {
		want := "XK-2075-B"
		if strings.HasPrefix(query, "4") {
			want = "4006381333931"
		} else if strings.HasPrefix(strings.ToLower(query), "tb") {
			want = "p2"
		}
		first, _, _ := strings.Cut(found(t, e, query), " ")
		assert.Equal(t, want, first, query)
	}
	assert.Empty(t, found(t, e, "xk2 "), "too short to be told by")
	for _, query := range []string{"400-638-133 3931 ", "4006381-333931 "} {
		assert.Equal(t, "4006381333931", found(t, e, query), query)
	}
	assert.Empty(t, found(t, e, "p10 "), "a row number of the shop's is no model number")
}

func TestEveryBeginningOfAModelNumberFindsIt(t *testing.T) {
	price := 95.0
	e := openProducts(t, product.DefaultShop(), []product.Product{
		{ID: "a", Title: "SUA48RMXLBP3U battery", Price: &price},
		{ID: "b", Title: "SUM36 battery, 48 V", Price: &price},
		{ID: "c", Title: "Fuse 4041", Price: &price},
	})
	for end := len("SUA4"); end <= len("SUA48RMXLBP3U"); end++ {
		query := "SUA48RMXLBP3U"[:end]
		assert.Equal(t, "a", found(t, e, query), query)
	}
	assert.Equal(t, "a", found(t, e, "sua48rm "), "or a part of it")
	assert.Empty(t, found(t, e, "sux48rm "))
	assert.Empty(t, found(t, e, "48xyz "), "48 is a number and no model")
	assert.Empty(t, found(t, e, "40 41 "), "two sizes are no number in parts")
}

func TestExclusionsSpokenAndTyped(t *testing.T) {
	e := languageShop(t)
	fans := strings.Fields(found(t, e, "ceiling fan"))
	assert.Len(t, fans, 3)
	without := strings.Fields(found(t, e, "ceiling fan without light"))
	slices.Sort(without)
	assert.Equal(t, []string{"XK-2075-B", "p11"}, without, "what says so itself, or speaks of light elsewhere, is meant")
	assert.Empty(t, found(t, e, "ceiling fan -light"), "the operator leaves out all that has the word")
	assert.Equal(t, "p14", found(t, e, "绿茶 不含蜂蜜"))
	assert.Len(t, strings.Fields(found(t, e, "-fan")), 13, "exclusions alone browse the rest")
}

func TestStopWordsAndProtectedWordsOfTheMerchant(t *testing.T) {
	e := languageShop(t)
	assert.Empty(t, found(t, e, "acme "))
	assert.Contains(t, explained(t, e, "runnings "), `"runnings" matches "runnings" in title (1)`, "a protected word has no stem")
}
