package api_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/api"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine"
)

func TestFailuresOfTheEngine(t *testing.T) {
	cases := []struct {
		err      error
		status   int
		code     string
		message  string
		reported bool
	}{
		{&engine.RequestError{Message: "limit: 500 is above 100"}, http.StatusBadRequest, "bad_request", "limit: 500 is above 100", false},
		{
			&bundle.Error{Code: bundle.Missing, File: "cards-3.bin", Detail: "cannot be had", Hint: "upload it"},
			http.StatusServiceUnavailable, "bundle_missing", "cards-3.bin: cannot be had (upload it)", false,
		},
		{
			fmt.Errorf("opening: %w", &bundle.Error{Code: bundle.Corrupt, File: "lexicon", Detail: "is truncated"}),
			http.StatusServiceUnavailable, "bundle_corrupt", "lexicon: is truncated", false,
		},
		{context.DeadlineExceeded, http.StatusServiceUnavailable, "timeout", "not finished in time", false},
		{errors.New("secret path /srv/keys"), http.StatusInternalServerError, "internal", "failed inside the engine", true},
	}
	for _, c := range cases {
		var reported error
		handler := api.New(&recorder{err: c.err}, api.Options{Report: func(err error) { reported = err }})
		w := call(t, handler, http.MethodGet, "/v1/search?q=a")
		message := requireError(t, w, c.status, c.code)
		assert.Contains(t, message, c.message)
		assert.NotContains(t, message, "secret")
		assert.Equal(t, c.status == http.StatusServiceUnavailable, w.Header().Get("Retry-After") != "", c.code)
		if c.reported {
			assert.Equal(t, c.err, reported)
		} else {
			assert.NoError(t, reported)
		}
	}
}

func TestAPanicIsReportedAndNotShown(t *testing.T) {
	var reported error
	handler := api.New(&recorder{panics: "secret state"}, api.Options{Report: func(err error) { reported = err }})
	w := call(t, handler, http.MethodGet, "/v1/search?q=a")
	requireError(t, w, http.StatusInternalServerError, "internal")
	assert.NotContains(t, w.Body.String(), "secret")

	var panicked *api.PanicError
	require.ErrorAs(t, reported, &panicked)
	assert.Equal(t, "secret state", panicked.Value)
	assert.Contains(t, string(panicked.Stack), "Search")
}
