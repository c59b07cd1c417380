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
		parts: [{name: "lexicon", file: "lexicon-1.mp", bytes: 2140, later: 1}],
		cards: [{name: "cards", file: "cards-1.mp", bytes: 2808}],
		cards_per_chunk: 128,
	}`)}.Manifest(0)
	require.NoError(t, err)
	assert.Equal(t, bundle.Manifest{
		Format: 1, Features: 2, Shop: "Corner Shop", Products: 28,
		Parts:         []bundle.PartInfo{{Name: "lexicon", File: "lexicon-1.mp", Bytes: 2140}},
		Cards:         []bundle.PartInfo{{Name: "cards", File: "cards-1.mp", Bytes: 2808}},
		CardsPerChunk: 128,
	}, got)
}

func TestManifestThatMakesNoSenseIsCorrupt(t *testing.T) {
	for expression, want := range map[string]string{
		`"<!doctype html>"`:      "the manifest must be an object, not a string",
		`{format: "1"}`:          "format must be a number, not a string",
		`{parts: {}}`:            "parts must be an array, not an object",
		`{parts: "lexicon"}`:     "parts must be an array, not a string",
		`{parts: [null]}`:        "parts[0] must be an object, not null",
		`{cards: [{file: 1}]}`:   "cards[0].file must be a string, not a number",
		`{parts: [{bytes: ""}]}`: "parts[0].bytes must be a number, not a string",
	} {
		_, err := Arguments{evaluate(expression)}.Manifest(0)
		var bundleError *bundle.Error
		require.ErrorAs(t, err, &bundleError, expression)
		assert.Equal(t, bundle.Corrupt, bundleError.Code, expression)
		assert.EqualError(t, bundleError.Err, want, expression)
	}
}
