package engine_test

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
	"github.com/vitrine-search/vitrine/shared/wire"
	"github.com/vitrine-search/vitrine/shared/wire/wirejson"
)

// searchCase is one entry of testdata/search/cases.json. Node runs the same
// cases on the WebAssembly.
type searchCase struct {
	Comment string          `json:"comment"`
	Request json.RawMessage `json:"request"`
	Expect  struct {
		// IDs are all hits of the page in order; Error is part of a message. One of
		// the two is given, the others where they matter.
		IDs     []string                     `json:"ids"`
		Error   string                       `json:"error"`
		Total   *int                         `json:"total"`
		All     *int                         `json:"all_words"`
		Facets  map[string][]wire.FacetValue `json:"facets"`
		Matches []string                     `json:"matches"`
		Variant string                       `json:"variant"`
	} `json:"expect"`
}

func openBundle(t testing.TB, dir string, options ...engine.Option) *engine.Engine {
	t.Helper()
	return enginetest.Open(t, os.DirFS(dir), options...)
}

const casesBundle = "../../testdata/bundles/v3"

func TestSearchCases(t *testing.T) {
	data, err := os.ReadFile("../../testdata/search/cases.json")
	require.NoError(t, err)
	var cases []searchCase
	require.NoError(t, json.Unmarshal(data, &cases))
	require.NotEmpty(t, cases)
	e := openBundle(t, casesBundle)
	for _, c := range cases {
		t.Run(c.Comment, func(t *testing.T) {
			request, err := wirejson.SearchRequest(c.Request)
			require.NoError(t, err)
			response, err := e.Search(context.Background(), request)
			if c.Expect.Error != "" {
				var bad *engine.RequestError
				require.ErrorAs(t, err, &bad)
				assert.Contains(t, bad.Message, c.Expect.Error)
				return
			}
			require.NoError(t, err)
			ids := []string{}
			for _, h := range response.Hits {
				ids = append(ids, h.ID)
			}
			assert.Equal(t, c.Expect.IDs, ids)
			if c.Expect.Total != nil {
				assert.Equal(t, *c.Expect.Total, response.Total)
			}
			if c.Expect.All != nil {
				assert.Equal(t, *c.Expect.All, response.AllWords)
			}
			for field, values := range c.Expect.Facets {
				assert.Equal(t, values, response.Facets[field], field)
			}
			if c.Expect.Matches != nil {
				assert.Equal(t, c.Expect.Matches, emphasised(response.Hits[0]))
			}
			if c.Expect.Variant != "" && assert.NotNil(t, response.Hits[0].Variant) {
				assert.Equal(t, c.Expect.Variant, response.Hits[0].Variant.ID)
			}
		})
	}
}
