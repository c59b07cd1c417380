package text

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every spelling finds every spelling: whatever a shopper types, all its terms
// are terms of the product, whichever way the merchant wrote it.
func TestSpellings(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "text", "spellings", "english.json"))
	require.NoError(t, err)
	var file struct {
		Language string
		Groups   []struct {
			Name, Comment string
			// Product are spellings that products only are tried in.
			Spellings, Product []string
		}
	}
	require.NoError(t, json.Unmarshal(data, &file))
	require.NotEmpty(t, file.Groups)
	a := New(Options{Language: file.Language, StopWords: []string{"in", "and"}})
	for _, group := range file.Groups {
		t.Run(group.Name, func(t *testing.T) {
			require.Greater(t, len(group.Spellings), 1)
			for _, query := range group.Spellings {
				wanted := a.AnalyzeQuery(query)
				require.NotEmpty(t, wanted, query)
				for _, product := range slices.Concat(group.Spellings, group.Product) {
					terms := a.Analyze("Our " + product + " in blue")
					for _, token := range wanted {
						assert.True(t, slices.ContainsFunc(terms, func(t Token) bool { return t.Term == token.Term }),
							"query %q wants %q, product %q has %v", query, token.Term, product, written(terms))
					}
				}
			}
		})
	}
}
