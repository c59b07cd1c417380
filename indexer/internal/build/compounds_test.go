package build

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Compounds are tested here, where a shop can be made of the words that a test is
// about.

// openTitles returns an engine on products with these titles, which are their
// identifiers too.
func openTitles(t *testing.T, titles ...string) *engine.Engine {
	t.Helper()
	products := make([]product.Product, len(titles))
	for i, title := range titles {
		products[i] = product.Product{ID: title, Title: title}
	}
	return openLogged(t, product.DefaultShop(), products, new(Log))
}

// hardware is a shop that writes some things in one and some in two.
func hardware(t *testing.T) *engine.Engine {
	t.Helper()
	return openTitles(t,
		"shelf by closet maid", "shelf by ClosetMaid", "closet rod", "bug raid",
		"mechanical keyboard", "cutting board", "piano key",
		"doorbell chime", "wireless door bell", "door mat", "bicycle bell",
		"Wi-Fi plug", "router with wifi", "rain barrel", "barrel planter",
		"bathroom mirror", "ceiling fan", "oak chair",
	)
}

func searchFor(t *testing.T, e *engine.Engine, request wire.SearchRequest) *wire.SearchResponse {
	t.Helper()
	response, err := e.Search(t.Context(), request)
	require.NoError(t, err)
	return response
}

// firstTitles returns the titles of the first n hits.
func firstTitles(response *wire.SearchResponse, n int) (titles []string) {
	for _, hit := range response.Hits[:min(n, len(response.Hits))] {
		titles = append(titles, hit.Title)
	}
	return titles
}

func TestCompoundsAreFoundAsTheCatalogueWritesThem(t *testing.T) {
	e := hardware(t)
	shelves := []string{"shelf by ClosetMaid", "shelf by closet maid"}
	bells := []string{"doorbell chime", "wireless door bell"}
	plugs := []string{"Wi-Fi plug", "router with wifi"}
	for _, c := range []struct {
		comment, query string
		first          []string
	}{
		{"in one", "closetmaid ", shelves},
		{"in two", "closet maid ", shelves},
		{"with a hyphen", "closet-maid ", shelves},
		{"in a longer query", "closet maid shelf ", shelves},
		{"as both are typed", "closet maid", shelves},
		{"as the second begins", "bath roo", []string{"bathroom mirror"}},
		{"in one of several", "doorbell ", bells},
		{"and the reverse", "door bell ", bells},
		{"a plural", "doorbells ", bells},
		{"a plural of two", "door bells ", bells},
		{"a short compound", "wifi ", plugs},
		{"of which all ways", "wi-fi ", plugs},
		{"are one", "wi fi ", plugs},
		{"that nobody writes in two", "key board ", []string{"mechanical keyboard"}},
		{"nor in the plural", "key boards ", []string{"mechanical keyboard"}},
		{"that nobody writes in one", "rainbarrel ", []string{"rain barrel"}},
		{"nor in the plural", "rainbarrels ", []string{"rain barrel"}},
	} {
		response := searchFor(t, e, wire.SearchRequest{Query: c.query})
		assert.ElementsMatch(t, c.first, firstTitles(response, len(c.first)), "%s: %q", c.comment, c.query)
		assert.Empty(t, response.Corrections, "%s: %q is no mistake", c.comment, c.query)
		for _, hit := range response.Hits[:min(len(c.first), len(response.Hits))] {
			assert.NotEmpty(t, hit.TitleMatches, "%s: %q", c.comment, c.query)
		}
	}
}

func TestWhatWasTypedComesBeforeItsCompound(t *testing.T) {
	e := hardware(t)
	assert.Equal(t, []string{"wireless door bell", "doorbell chime"}, firstTitles(searchFor(t, e, wire.SearchRequest{Query: "door bell "}), 2))
	assert.Equal(t, []string{"doorbell chime", "wireless door bell"}, firstTitles(searchFor(t, e, wire.SearchRequest{Query: "doorbell "}), 2))
}

func TestMisspeltCompounds(t *testing.T) {
	e := hardware(t)
	for _, c := range []struct{ comment, query, corrected, first string }{
		{"a part", "closset maid ", "closet maid ", "shelf by closet maid"},
		{"the whole", "clossetmaid ", "closetmaid ", "shelf by ClosetMaid"},
		{"a part that is corrected before it is joined", "key baord ", "key board ", "mechanical keyboard"},
		{"a part of what is taken apart", "rainbarel ", "rain barrel ", "rain barrel"},
		{"the other part", "ceilnigfan ", "ceiling fan ", "ceiling fan"},
		{"and a mistake before it", "oak chiar rainbarel ", "oak chair rain barrel ", "oak chair"},
		{"and behind it", "rainbarel plantr ", "rain barrel planter ", "rain barrel"},
	} {
		response := searchFor(t, e, wire.SearchRequest{Query: c.query})
		assert.Equal(t, c.corrected, response.CorrectedQuery, c.comment)
		if assert.NotEmpty(t, response.Hits, c.comment) {
			assert.Equal(t, c.first, response.Hits[0].Title, c.comment)
			assert.NotEmpty(t, response.Hits[0].TitleMatches, c.comment)
		}
	}
}

func TestWhatIsNoCompound(t *testing.T) {
	e := hardware(t)
	for comment, query := range map[string]string{
		"parts that never stand side by side":  "bellbarrel ",
		"parts in the other order":             "barrelrain ",
		"Chinese":                              "沙发套沙发套 ",
		"digits":                               "door4bell9 ",
		"longer than anybody types":            strings.Repeat("closet", 9) + "maid ",
		"words that do not stand side by side": "closet and maidens ",
		"invalid UTF-8":                        "\xff\xfe ",
		"nothing":                              " , ",
	} {
		response := searchFor(t, e, wire.SearchRequest{Query: query, Explain: true})
		assert.NotContains(t, fmt.Sprint(response.Hits), "is also written", comment)
	}
	for _, query := range []string{"closet maid ", "doorbell ", "rainbarrel "} {
		response := searchFor(t, e, wire.SearchRequest{Query: query, Verbatim: true, Explain: true})
		for _, hit := range response.Hits {
			assert.NotContains(t, fmt.Sprint(*hit.Explanation), "is also written", query)
		}
	}
}

func TestAProductScoresACompoundOnceForEachOfItsWords(t *testing.T) {
	response := searchFor(t, hardware(t), wire.SearchRequest{Query: "key board ", Explain: true})
	require.Equal(t, "mechanical keyboard", response.Hits[0].Title)
	x := response.Hits[0].Explanation
	require.Len(t, x.Details, 5)
	assert.Contains(t, x.Details[0].Description, `"key" is also written "keyboard"`)
	assert.Contains(t, x.Details[1].Description, `"board" is also written "keyboard"`)
	assert.Contains(t, x.Details[2].Description, `"key" stands in the front`)
	assert.Contains(t, x.Details[3].Description, `"board" stands in the front`)
	assert.Contains(t, x.Details[4].Description, `the title names "board"`)
}

func TestPastedCompounds(t *testing.T) {
	e := hardware(t)
	response := searchFor(t, e, wire.SearchRequest{Query: strings.Repeat("rainbarel closset maid \xff ", 200)})
	assert.True(t, strings.HasPrefix(response.CorrectedQuery, "rain barrel closet maid \xff "), "%.60q", response.CorrectedQuery)
}
