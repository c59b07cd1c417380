package api_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/api"
)

func newRequest(t *testing.T, target string) *http.Request {
	t.Helper()
	return httptest.NewRequest(http.MethodGet, target, http.NoBody)
}

func serve(handler http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w
}

func TestOrigins(t *testing.T) {
	shop := []string{"https://shop.example", "https://www.shop.example"}
	cases := []struct {
		name                string
		origins             []string
		origin              string
		wantAllow, wantVary string
	}{
		{"nobody", nil, "https://shop.example", "", ""},
		{"everybody", []string{"*"}, "https://shop.example", "*", ""},
		{"everybody, without an origin", []string{"*"}, "", "*", ""},
		{"a shop of the list", shop, "https://www.shop.example", "https://www.shop.example", "Origin"},
		{"another", shop, "https://evil.example", "", "Origin"},
		{"a prefix is not enough", shop, "https://shop.example.evil.example", "", "Origin"},
		{"no page at all", shop, "", "", "Origin"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			handler := api.New(&recorder{}, api.Options{Origins: c.origins})
			for _, target := range []string{"/v1/search?q=a", "/v1/search?limit=x", "/nowhere"} {
				r := newRequest(t, target)
				if c.origin != "" {
					r.Header.Set("Origin", c.origin)
				}
				w := serve(handler, r)
				assert.Equal(t, c.wantAllow, w.Header().Get("Access-Control-Allow-Origin"), target)
				assert.Equal(t, c.wantVary, w.Header().Get("Vary"), target)
			}
		})
	}
}

func TestPreflight(t *testing.T) {
	handler := api.New(&recorder{}, api.Options{Origins: []string{"https://shop.example"}})
	r := httptest.NewRequest(http.MethodOptions, "/v1/search", http.NoBody)
	r.Header.Set("Origin", "https://shop.example")
	r.Header.Set("Access-Control-Request-Method", "GET")
	w := serve(handler, r)
	assert.Equal(t, http.StatusNoContent, w.Code)
	assert.Empty(t, w.Body.String())
	assert.Equal(t, "https://shop.example", w.Header().Get("Access-Control-Allow-Origin"))
	assert.Equal(t, "GET, HEAD, OPTIONS", w.Header().Get("Access-Control-Allow-Methods"))
	assert.Equal(t, "86400", w.Header().Get("Access-Control-Max-Age"))

	r.Header.Set("Origin", "https://evil.example")
	w = serve(handler, r)
	assert.Equal(t, http.StatusNoContent, w.Code)
	assert.Empty(t, w.Header().Get("Access-Control-Allow-Methods"))
}
