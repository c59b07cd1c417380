package api_test

import (
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/api"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
	"github.com/vitrine-search/vitrine/shared/wire"
	"github.com/vitrine-search/vitrine/shared/wire/wirejson"
)

// shopHandler serves the bundle that the search cases run on.
func shopHandler(t *testing.T) (http.Handler, *engine.Engine) {
	t.Helper()
	e := enginetest.Open(t, os.DirFS("../../testdata/bundles/v3"))
	return api.New(e, api.Options{}), e
}

func TestTheAPIAnswersWhatTheEngineDoes(t *testing.T) {
	handler, e := shopHandler(t)
	cases := map[string]wire.SearchRequest{
		"":                                  {},
		"q=lamp":                            {Query: "lamp"},
		"q=lamp&limit=1&offset=1&explain=1": {Query: "lamp", Limit: 1, Offset: 1, Explain: true},
		"sort=price_desc&filter.colour=White&min.price=20&max.price=100": {
			Sort: "price_desc",
			Filters: map[string]wire.Filter{
				"colour": {Values: []string{"White"}}, "price": {Min: number(20), Max: number(100)},
			},
		},
	}
	for query, request := range cases {
		w := call(t, handler, http.MethodGet, "/v1/search?"+query)
		require.Equal(t, http.StatusOK, w.Code, w.Body.String())
		got, err := wirejson.SearchResponse(w.Body.Bytes())
		require.NoError(t, err)
		want, err := e.Search(t.Context(), request)
		require.NoError(t, err)
		got.EngineMS, want.EngineMS = 0, 0
		assert.NotZero(t, got.Total, query)
		assert.Equal(t, string(want.AppendJSON(nil)), string(got.AppendJSON(nil)), query)
	}
}

func TestTheEnginesObjectionsNameTheParameter(t *testing.T) {
	handler, _ := shopHandler(t)
	cases := map[string]string{
		"limit=101":               "limit",
		"sort=cheapest":           "sort",
		"filter.nothing=x":        "nothing",
		"min.colour=3":            "colour",
		"filter.price=reasonable": "price",
	}
	for query, named := range cases {
		w := call(t, handler, http.MethodGet, "/v1/search?"+query)
		assert.Contains(t, requireError(t, w, http.StatusBadRequest, "bad_request"), named, query)
	}
	w := call(t, handler, http.MethodGet, "/v1/suggest?q=la&limit=21")
	assert.Contains(t, requireError(t, w, http.StatusBadRequest, "bad_request"), "limit")
}

func TestTheEngineTakesWhatAnAddressCanHold(t *testing.T) {
	handler, _ := shopHandler(t)
	for _, q := range []string{
		strings.Repeat("lamp ", 1000), strings.Repeat("a", 8000), "\x00\x01", "\U0001F6CB", "\u202elamp", `"`, "-", "%",
	} {
		for _, path := range []string{"/v1/search", "/v1/suggest"} {
			w := call(t, handler, http.MethodGet, path+"?"+url.Values{"q": {q}}.Encode())
			assert.Contains(t, []int{http.StatusOK, http.StatusBadRequest}, w.Code, "%s %.20q", path, q)
		}
	}
}
