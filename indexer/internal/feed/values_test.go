package feed

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/product"
)

func TestAvailabilityIsReadInManyWords(t *testing.T) {
	for text, want := range map[string]product.Availability{
		"": "", "in stock": product.InStock, "In_Stock": product.InStock, "InStock": product.InStock,
		"https://schema.org/InStock": product.InStock, "http://schema.org/PreOrder": product.PreOrder,
		"yes": product.InStock, "12": product.InStock, "5+": product.InStock, "Low Stock": product.InStock,
		"0": product.OutOfStock, "-3": product.OutOfStock, "out of stock": product.OutOfStock,
		"Sold out": product.OutOfStock, "false": product.OutOfStock, "pre-order": product.PreOrder,
		"backorder": product.BackOrder, "有货": product.InStock, "缺货": product.OutOfStock,
	} {
		got, ok := parseAvailability(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, got, text)
	}
	_, ok := parseAvailability("perhaps")
	assert.False(t, ok)
}

func TestProductIsAsAvailableAsItsBestVariant(t *testing.T) {
	variants := func(states ...product.Availability) []product.Variant {
		var v []product.Variant
		for _, s := range states {
			v = append(v, product.Variant{Availability: s})
		}
		return v
	}
	assert.Equal(t, product.InStock, bestAvailability(variants(product.OutOfStock, product.InStock)))
	assert.Equal(t, product.PreOrder, bestAvailability(variants(product.BackOrder, product.PreOrder)))
	assert.Equal(t, product.OutOfStock, bestAvailability(variants(product.OutOfStock, product.OutOfStock)))
	assert.Empty(t, bestAvailability(variants(product.OutOfStock, "")))
	assert.Empty(t, bestAvailability(nil))
}

func TestRatingIsFromZeroToFive(t *testing.T) {
	for text, want := range map[string]float64{"4.5": 4.5, "4,5": 4.5, "4.5/5": 4.5, "4.5 / 5": 4.5, "0": 0} {
		got, ok := parseRating(text)
		assert.True(t, ok, text)
		assert.InDelta(t, want, got, 1e-9)
	}
	for _, text := range []string{"5.5", "-1", "good", "NaN"} {
		_, ok := parseRating(text)
		assert.False(t, ok, text)
	}
}

func TestCategoryIsAPath(t *testing.T) {
	for source, want := range map[string][]string{
		`"Furniture > Chairs"`:                         {"Furniture", "Chairs"},
		`"Furniture &gt; Chairs &amp; stools"`:         {"Furniture", "Chairs & stools"},
		`["Furniture","Chairs"]`:                       {"Furniture", "Chairs"},
		`["Sale","Furniture > Chairs","Home > Seats"]`: {"Furniture", "Chairs"},
		`[{"name":"Audio"},{"name":"Radios"}]`:         {"Audio", "Radios"},
		`{"id":3,"name":"Shoes"}`:                      {"Shoes"},
		`"Uncategorized"`:                              nil,
		`"2271"`:                                       nil,
		`""`:                                           nil,
		`null`:                                         nil,
	} {
		var v any
		require.NoError(t, json.Unmarshal([]byte(source), &v))
		assert.Equal(t, want, parseCategory(v), source)
	}
}

func TestLinksLeadToTheWebOnly(t *testing.T) {
	for _, link := range []string{"https://a.example/b?c=d:e", "http://a.example", "//cdn.example/x.jpg", "/p/1:2", "p?x=a:b", ""} {
		got, ok := parseLink(link)
		assert.True(t, ok, link)
		assert.Equal(t, link, got)
	}
	for _, link := range []string{"javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd"} {
		_, ok := parseLink(link)
		assert.False(t, ok, link)
	}
	catalogue, err := readText(t, "id,title,url\n1,A,javascript:alert(1)\n2,B,vbscript:x\n", Options{})
	require.NoError(t, err)
	assert.Empty(t, catalogue.Products[0].URL)
	assert.Equal(t, []string{"an address that is neither http nor https was left out (url) (2 times)"},
		catalogue.Report.Files[0].Warnings)
}

func TestFirstOfSeveralPictures(t *testing.T) {
	for cell, want := range map[string]string{
		"a.jpg, b.jpg": "a.jpg", "http://x/a.jpg,http://x/b.jpg": "http://x/a.jpg", "a.jpg|b.jpg": "a.jpg",
		"http://x/w_100,h_200/a.jpg": "http://x/w_100,h_200/a.jpg", "": "",
	} {
		assert.Equal(t, want, firstOf(cell), cell)
	}
}

func TestValuesInWords(t *testing.T) {
	for source, want := range map[string]string{
		`6.0`: "6", `6.50`: "6.5", `90071992547409931`: "90071992547409931", `1e3`: "1000", `true`: "yes", `false`: "no",
		`null`: "", `" x "`: "x", `["", "b"]`: "b", `{"value": 12, "unit": "cm"}`: "12 cm", `{"src": "a.jpg"}`: "a.jpg", `{}`: "",
	} {
		object, err := decodeObject([]byte(`{"v":`+source+`}`), 1)
		require.NoError(t, err)
		assert.Equal(t, want, toText(object["v"]), source)
	}
}
