package suggestions_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
)

func reopen(t *testing.T, b *bundle.Builder) (suggestions.List, error) {
	t.Helper()
	return suggestions.Decode(bundletest.Reopen(t, b))
}

func sample() suggestions.List {
	return suggestions.List{
		Entries: []suggestions.Entry{
			{Kind: suggestions.Brand, Value: 300, Popularity: 7},
			{Text: "desk", Popularity: 255},
			{Text: "desk lamp", Popularity: 1},
			{Kind: suggestions.Category, Value: 0, Popularity: 9},
			{Text: "沙发"},
		},
		Readings: []suggestions.Reading{{Entry: 4, Syllables: "sha fa"}, {Entry: 4, Syllables: "suo fa"}},
	}
}

func TestSuggestionsSurviveTheBundle(t *testing.T) {
	for _, want := range []suggestions.List{sample(), {Entries: []suggestions.Entry{}, Readings: []suggestions.Reading{}}} {
		got, err := reopen(t, suggestions.Encode(want))
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

func TestSuggestionsThatDoNotFitTogetherAreAnError(t *testing.T) {
	for member, detail := range map[string]string{
		"kinds":            "incompletely",
		"popularity":       "incompletely",
		"values":           "incompletely",
		"texts.shared":     "one beginning for each of texts",
		"readings.entries": "incompletely",
	} {
		b := suggestions.Encode(sample())
		bundletest.Replace(t, b, member, []byte{0})
		_, err := reopen(t, b)
		require.ErrorContains(t, err, detail, member)
	}
	for member, content := range map[string][]byte{
		"kinds":            {2, 0, 0, 1, 9},
		"texts.shared":     {0, 200, 0},
		"readings.entries": {4, 5},
	} {
		b := suggestions.Encode(sample())
		bundletest.Replace(t, b, member, content)
		_, err := reopen(t, b)
		require.Error(t, err, member)
	}
}

func TestKeysAreWordsWithOneSpaceBetween(t *testing.T) {
	for text, want := range map[string]string{
		"desk lamp": "desk lamp", "usb-c hub": "usb c hub", " a  b": "a b", "1/2 inch": "1 2 inch", "--": "", "": "", "沙发": "沙发",
	} {
		assert.Equal(t, want, suggestions.Key(text), text)
	}
}
