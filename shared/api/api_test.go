package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/api"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// recorder is an engine that keeps what it was asked and answers as it is told.
type recorder struct {
	searched  []wire.SearchRequest
	suggested []wire.SuggestRequest
	err       error
	panics    any
}

func (r *recorder) Search(_ context.Context, request wire.SearchRequest) (*wire.SearchResponse, error) {
	r.searched = append(r.searched, request)
	if r.panics != nil {
		panic(r.panics)
	}
	return &wire.SearchResponse{Query: request.Query, Total: 7}, r.err
}

func (r *recorder) Suggest(_ context.Context, request wire.SuggestRequest) (*wire.SuggestResponse, error) {
	r.suggested = append(r.suggested, request)
	return &wire.SuggestResponse{Query: request.Query}, r.err
}

func (r *recorder) Health() wire.Health {
	return wire.Health{Status: "ok", Engine: "1.2.3", Format: 1, Shop: "Lamps & Co", Products: 7}
}

// call sends one request without a body to the handler.
func call(t *testing.T, handler http.Handler, method, target string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest(method, target, http.NoBody))
	return w
}

// requireError checks a response for a failure: its status, code and headers.
// It returns the message.
func requireError(t *testing.T, w *httptest.ResponseRecorder, status int, code string) string {
	t.Helper()
	var failure wire.Error
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &failure), w.Body.String())
	require.Equal(t, status, w.Code, failure.Message)
	require.Equal(t, code, failure.Code, failure.Message)
	assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	return failure.Message
}

func TestSearchAnswersJSONThatCachesMayKeep(t *testing.T) {
	w := call(t, api.New(&recorder{}, api.Options{MaxAge: 90 * time.Second}), http.MethodGet, "/v1/search?q=lamp")
	require.Equal(t, http.StatusOK, w.Code)
	assert.JSONEq(t, `{"query":"lamp","hits":[],"total":7,"all_words":0,"facets":{},"facet_order":[],"currency":"","stages":0,"engine_ms":0}`, w.Body.String())
	assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
	assert.Equal(t, "public, max-age=90", w.Header().Get("Cache-Control"))
	assert.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"))
	assert.Empty(t, w.Header().Get("Access-Control-Allow-Origin"))
}

func TestSuggestPassesItsParameters(t *testing.T) {
	engine := &recorder{}
	w := call(t, api.New(engine, api.Options{}), http.MethodGet, "/v1/suggest?q=la&limit=3&no_products=1")
	require.Equal(t, http.StatusOK, w.Code)
	assert.JSONEq(t, `{"query":"la","suggestions":[],"engine_ms":0}`, w.Body.String())
	assert.Equal(t, []wire.SuggestRequest{{Query: "la", Limit: 3, NoProducts: true}}, engine.suggested)
}

func TestHealthIsNeverCached(t *testing.T) {
	w := call(t, api.New(&recorder{}, api.Options{MaxAge: time.Hour}), http.MethodGet, "/v1/health")
	require.Equal(t, http.StatusOK, w.Code)
	assert.JSONEq(t, `{"status":"ok","engine":"1.2.3","format":1,"shop":"Lamps & Co","products":7,"fields":[],"simd":false,"second_stage":false}`, w.Body.String())
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
}

func TestHeadHasTheHeadersOfGet(t *testing.T) {
	handler := api.New(&recorder{}, api.Options{})
	get := call(t, handler, http.MethodGet, "/v1/search?q=lamp")
	head := call(t, handler, http.MethodHead, "/v1/search?q=lamp")
	assert.Equal(t, get.Code, head.Code)
	assert.Equal(t, get.Header(), head.Header())
	assert.NotEqual(t, "0", head.Header().Get("Content-Length"))
	assert.Empty(t, head.Body.String())
}

func TestOtherMethodsAreRefused(t *testing.T) {
	engine := &recorder{}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch} {
		w := call(t, api.New(engine, api.Options{}), method, "/v1/search?q=lamp")
		message := requireError(t, w, http.StatusMethodNotAllowed, "method_not_allowed")
		assert.Contains(t, message, method)
		assert.Equal(t, "GET, HEAD, OPTIONS", w.Header().Get("Allow"))
	}
	assert.Empty(t, engine.searched)
}

func TestOtherPathsAreNotFound(t *testing.T) {
	for _, path := range []string{"/", "/v1", "/v1/", "/v1/search/", "/v2/search", "/v1//search", "/V1/search"} {
		w := call(t, api.New(&recorder{}, api.Options{}), http.MethodGet, path)
		assert.Contains(t, requireError(t, w, http.StatusNotFound, "not_found"), "/v1/search", path)
	}
}

func TestTheEngineIsOpenedOnDemandAndTriedAgain(t *testing.T) {
	opened := 0
	handler := api.NewOpening(func(context.Context) (api.Engine, error) {
		opened++
		if opened == 1 {
			return nil, context.DeadlineExceeded
		}
		return &recorder{}, nil
	}, api.Options{})

	call(t, handler, http.MethodGet, "/v1/elsewhere")
	call(t, handler, http.MethodOptions, "/v1/search")
	call(t, handler, http.MethodGet, "/v1/search?limit=many")
	assert.Zero(t, opened, "nothing that fails without the engine may wait for it")

	requireError(t, call(t, handler, http.MethodGet, "/v1/health"), http.StatusServiceUnavailable, "timeout")
	assert.Equal(t, http.StatusOK, call(t, handler, http.MethodGet, "/v1/health").Code)
}
