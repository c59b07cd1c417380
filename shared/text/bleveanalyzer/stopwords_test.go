package bleveanalyzer

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDefaultStopWords(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {"the", "and", "of"}, "en-GB": {"the"}, "de": {"und", "fur"}, "fr": {"a", "ete"},
		"nb": {"og"}, "ru": {"и"}, "tr": {"ve"},
	} {
		words := DefaultStopWords(language)
		for _, w := range want {
			assert.Contains(t, words, w, language)
		}
		assert.True(t, slices.IsSorted(words), language)
	}
	for _, language := range []string{"", "zh", "xx"} {
		assert.Empty(t, DefaultStopWords(language), language)
	}
}

// The words that bleve's English list only proposes, in comments, must stay
// searchable: a high chair is no chair, and New Balance is a brand.
func TestDefaultStopWordsKeepContent(t *testing.T) {
	words := DefaultStopWords("en")
	for _, w := range []string{"new", "high", "long", "two", "one"} {
		assert.NotContains(t, words, w)
	}
}
