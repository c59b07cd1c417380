package build

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func TestSynonymsGoTheWaysThatTheMerchantSays(t *testing.T) {
	e := languageShop(t,
		product.Synonym{From: []string{"sneaker"}, To: []string{"trainer"}},
		product.Synonym{From: []string{"tv stand", "media console"}},
		product.Synonym{From: []string{"green tea"}, To: []string{"绿茶"}},
		product.Synonym{From: []string{"cord"}, To: []string{"rope"}},
		product.Synonym{From: []string{"rope"}, To: []string{"hawser"}},
	)
	for query, want := range map[string]string{
		"sneaker":               "p1",
		"sneakers":              "p1", // inflected
		"Sneakers 38 eyelets ":  "p2 p1",
		"cord ":                 "p6",
		"rope ":                 "p6", // the catalogue has no hawser
		"media console ":        "p3 p13 p4",
		"media consoles":        "p3 p13 p4",
		"green tea":             "p14 p15",
		"stand tv ":             "p4", // not in this order
		"sneeker ":              "p1", // misspelt, and in no product
		"sneekers ":             "p1",
		"snaeker ":              "p1",
		"roep ":                 "p6",
		"green ":                "",           // half of a synonym
		"media quiet console ":  "p3 p13 p11", // not next to each other
		"console table, media ": "p13 p3",
	} {
		assert.Equal(t, want, found(t, e, query), query)
	}
	first, _, _ := strings.Cut(found(t, e, "tv stands "), " ")
	assert.Equal(t, "p4", first, "what was typed comes before its synonym")
	assert.Contains(t, found(t, e, "tv stand "), "p3")
	assert.Contains(t, explained(t, e, "sneaker "), `"sneaker" is also called "trainer" in title (1)`)
	assert.Empty(t, found(t, languageShop(t), "sneaker"))
}

func TestAMisspeltWordFindsItsSynonyms(t *testing.T) {
	e := languageShop(t,
		product.Synonym{From: []string{"sneaker"}, To: []string{"trainer"}},
		product.Synonym{From: []string{"carafe"}, To: []string{"ruler"}},
	)
	response, err := e.Search(t.Context(), wire.SearchRequest{Query: "red sneekers "})
	require.NoError(t, err)
	assert.Equal(t, "red sneaker ", response.CorrectedQuery)
	response, err = e.Search(t.Context(), wire.SearchRequest{Query: "eyelts sneekers "})
	require.NoError(t, err)
	assert.Equal(t, "eyelets sneaker ", response.CorrectedQuery, "one by the catalogue, then one by the merchant")
	assert.Equal(t, "p8 p7", found(t, e, "caraffe "), "corrected to a word of the catalogue, which has a synonym")
	assert.Equal(t, "p8 p7", found(t, e, "carafes "))
	verbatim, err := e.Search(t.Context(), wire.SearchRequest{Query: "sneeker ", Verbatim: true})
	require.NoError(t, err)
	assert.Zero(t, verbatim.Total)
}

func TestEveryBeginningOfASynonymFindsWhatItLeadsTo(t *testing.T) {
	e := languageShop(t,
		product.Synonym{From: []string{"sneaker"}, To: []string{"trainer"}},
		product.Synonym{From: []string{"sneaking suit"}, To: []string{"rope"}},
		product.Synonym{From: []string{"consul"}, To: []string{"rope"}},
	)
	for query := "sneakers"; len(query) >= 3; query = query[:len(query)-1] {
		response, err := e.Search(t.Context(), wire.SearchRequest{Query: query})
		require.NoError(t, err)
		assert.Equal(t, "p1", found(t, e, query), query)
		assert.Empty(t, response.Corrections, query)
	}
	assert.Empty(t, found(t, e, "snea "), "the word is finished")
	assert.NotContains(t, found(t, e, "cons"), "p6", "the catalogue has words that begin so")
}

func TestIdleSynonymsAreNamed(t *testing.T) {
	shop := product.DefaultShop()
	shop.Synonyms = []product.Synonym{
		{From: []string{"lamps", "luminaire"}},
		{From: []string{"luminaire"}, To: []string{"desk lamp", "chandelier"}},
		{From: []string{"lamp"}, To: []string{"chandelier", "desk chandelier"}},
		{From: []string{"sofa", "couch"}},
		{From: []string{"the", "of"}},
	}
	idle, err := IdleSynonyms(shop, lamps(3))
	require.NoError(t, err)
	assert.Equal(t, []string{"lamp => chandelier, desk chandelier", "sofa, couch", "the, of"}, idle)
	idle, err = IdleSynonyms(product.DefaultShop(), nil)
	require.NoError(t, err)
	assert.Empty(t, idle)
}
