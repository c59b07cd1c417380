//go:build js

package jsbridge

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

func TestManifestReadsEveryMember(t *testing.T) {
	got, err := Arguments{evaluate(`{
		format: 1, features: 2, shop: "Corner Shop", products: 28, later: {},
		parts: "lexicon lexicon-1.mp 2140\ncolumns columns-1.mp 0\n",
		cards: "cards-000 cards-000-1.mp 2808\n",
		cards_per_chunk: 128,
	}`)}.Manifest(0)
	require.NoError(t, err)
	assert.Equal(t, bundle.Manifest{
		Format: 1, Features: 2, Shop: "Corner Shop", Products: 28,
		Parts: []bundle.PartInfo{
			{Name: "lexicon", File: "lexicon-1.mp", Bytes: 2140}, {Name: "columns", File: "columns-1.mp", Bytes: 0},
		},
		Cards:         []bundle.PartInfo{{Name: "cards-000", File: "cards-000-1.mp", Bytes: 2808}},
		CardsPerChunk: 128,
	}, got)
}

func TestManifestThatMakesNoSenseIsCorrupt(t *testing.T) {
	for expression, want := range map[string]string{
		`"<!doctype html>"`:          "the manifest must be an object, not a string",
		`{format: "1"}`:              "format must be a number, not a string",
		`{parts: []}`:                "parts must be a string, not an array",
		`{parts: "lexicon"}`:         `parts[0] must be a name, a file and its length, not "lexicon"`,
		`{parts: "a b 1\n\n"}`:       `parts[1] must be a name, a file and its length, not ""`,
		`{cards: "cards 1.mp 1.5"}`:  `cards[0] must be a name, a file and its length, not "cards 1.mp 1.5"`,
		`{cards: "cards 1.mp -1"}`:   `cards[0] must be a name, a file and its length, not "cards 1.mp -1"`,
		`{cards: "cards 1.mp 1e21"}`: `cards[0] must be a name, a file and its length, not "cards 1.mp 1e21"`,
	} {
		_, err := Arguments{evaluate(expression)}.Manifest(0)
		var bundleError *bundle.Error
		require.ErrorAs(t, err, &bundleError, expression)
		assert.Equal(t, bundle.Corrupt, bundleError.Code, expression)
		assert.EqualError(t, bundleError.Err, want, expression)
	}
}
