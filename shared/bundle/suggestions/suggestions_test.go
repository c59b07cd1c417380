package suggestions_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

func reopen(t *testing.T, b *bundle.Builder) (suggestions.List, error) {
	t.Helper()
	data, err := writer.Encode(b)
	require.NoError(t, err)
	p, err := bundle.OpenPart("suggestions.mp", bundle.PartSuggestions, data)
	require.NoError(t, err)
	return suggestions.Decode(p)
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
		for i := range b.Members {
			if m := &b.Members[i]; m.Name == member {
				m.Binary, m.Ext = []byte{0}, 1
			}
		}
		_, err := reopen(t, b)
		require.ErrorContains(t, err, detail, member)
	}
	for member, content := range map[string][]byte{
		"kinds":            {2, 0, 0, 1, 9},
		"texts.shared":     {0, 200, 0},
		"readings.entries": {4, 5},
	} {
		b := suggestions.Encode(sample())
		for i := range b.Members {
			if b.Members[i].Name == member {
				b.Members[i].Binary = content
			}
		}
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
