package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/api"
	"github.com/vitrine-search/vitrine/shared/wire"
)

func number(f float64) *float64 { return &f }

func TestParametersBecomeTheRequest(t *testing.T) {
	cases := map[string]wire.SearchRequest{
		"": {},
		"q=red+lamp&limit=5&offset=10&sort=price_asc&explain=1": {
			Query: "red lamp", Limit: 5, Offset: 10, Sort: "price_asc", Explain: true,
		},
		"q=%E6%B2%99%E5%8F%91&explain=0": {Query: "沙发"},
		"filter.brand=Sony&filter.brand=A%26B": {
			Filters: map[string]wire.Filter{"brand": {Values: []string{"Sony", "A&B"}}},
		},
		"min.price=10&max.price=50.5&min.rating=4&max.weight=-1e3": {
			Filters: map[string]wire.Filter{
				"price":  {Min: number(10), Max: number(50.5)},
				"rating": {Min: number(4)},
				"weight": {Max: number(-1000)},
			},
		},
		// What looks like a range, or like another parameter, is text here.
		"filter.zoom=10..50&filter.min.price=a&filter.Seat+height=40+cm": {
			Filters: map[string]wire.Filter{
				"zoom":        {Values: []string{"10..50"}},
				"min.price":   {Values: []string{"a"}},
				"Seat height": {Values: []string{"40 cm"}},
			},
		},
		// A form sends the fields that nobody has filled in.
		"q=&limit=&offset=&sort=&explain=&filter.brand=&min.price=&max.price=": {},
	}
	for query, want := range cases {
		engine := &recorder{}
		w := call(t, api.New(engine, api.Options{}), http.MethodGet, "/v1/search?"+query)
		require.Equal(t, http.StatusOK, w.Code, w.Body.String())
		assert.Equal(t, []wire.SearchRequest{want}, engine.searched, query)
	}
}

func TestBadParametersAreNamed(t *testing.T) {
	cases := map[string][]string{
		"/v1/search": {
			"limit=ten|limit", "limit=0|limit", "limit=-1|limit", "limit=1.5|limit", "limit=99999999999999999999|limit",
			"offset=-1|offset", "offset=x|offset",
			"explain=yes|explain",
			"q=a&q=b|q", "sort=a&sort=b|sort",
			"min.price=cheap|min.price", "max.price=NaN|max.price", "max.price=inf|max.price", "min.price=1e999|min.price",
			"min.price=1&min.price=2|min.price", "min.price=5&max.price=4|min.price",
			"filter.price=5&min.price=4|filter.price",
			"filter.=x|filter.", "filter=x|filter",
			"filters.brand=Sony|filters.brand", "brand=Sony|brand", "history=a|history", "price.min=3|price.min",
			"q=%ff|q", "%ff=1|\\xff", "q=%zz|decoded",
		},
		"/v1/suggest": {"limit=x|limit", "sort=price_asc|sort", "filter.brand=Sony|filter.brand"},
		"/v1/health":  {"q=lamp|q"},
	}
	engine := &recorder{}
	handler := api.New(engine, api.Options{})
	for path, bad := range cases {
		for _, c := range bad {
			query, named, _ := strings.Cut(c, "|")
			w := call(t, handler, http.MethodGet, path+"?"+query)
			assert.Contains(t, requireError(t, w, http.StatusBadRequest, "bad_request"), named, query)
		}
	}
	assert.Empty(t, engine.searched)
	assert.Empty(t, engine.suggested)
}

func TestLongAddressesAreRefused(t *testing.T) {
	handler := api.New(&recorder{}, api.Options{})
	// 8192 bytes of parameters are allowed, "q=" included.
	allowed := call(t, handler, http.MethodGet, "/v1/search?q="+strings.Repeat("a", 8190))
	assert.Equal(t, http.StatusOK, allowed.Code)
	tooLong := call(t, handler, http.MethodGet, "/v1/search?q="+strings.Repeat("a", 8191))
	requireError(t, tooLong, http.StatusRequestURITooLong, "too_long")
}

func FuzzParametersNeverFailInside(f *testing.F) {
	f.Add("q=a&limit=1&filter.brand=b&min.price=1")
	f.Add("%00=%00;&&=&filter.=&min.=x&max..=1")
	f.Fuzz(func(t *testing.T, query string) {
		var reported error
		handler := api.New(&recorder{}, api.Options{Report: func(err error) { reported = err }})
		r := newRequest(t, "/v1/search")
		r.URL.RawQuery = query
		w := serve(handler, r)
		assert.Contains(t, []int{http.StatusOK, http.StatusBadRequest, http.StatusRequestURITooLong}, w.Code)
		assert.NoError(t, reported)
	})
}
