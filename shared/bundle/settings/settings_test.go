package settings_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/product"
)

func TestSettingsSurviveTheBundle(t *testing.T) {
	want := settings.Settings{
		Shop: "木作", Language: "zh", Currency: "CNY",
		StopWords: []string{"的"}, Protected: []string{"dress"},
		Words: []string{"沙", "沙发", "沙发垫", "茶几"}, WordCosts: []uint32{254, 40, 61, 0}, Variants: "發发墊垫",
		Synonyms: []product.Synonym{
			{From: []string{"sneaker"}, To: []string{"trainer", "gym shoe"}},
			{From: []string{"沙发", "sofa"}, To: []string{}},
		},
		BM25: product.BM25{K1: 1.2, B: 0.75},
		Fields: []settings.Field{
			{Name: "brand", Label: "品牌", Kind: product.Text, Facet: true},
			{Name: "price", Label: "价格", Kind: product.Number, Facet: true, Bounds: []float64{10, 49.5}},
			{Name: "width", Label: "宽", Kind: product.Number, Unit: "cm"},
		},
	}
	got, err := settings.Decode(bundletest.Reopen(t, want.Encode()))
	require.NoError(t, err)
	for i := range got.Fields {
		if len(got.Fields[i].Bounds) == 0 {
			got.Fields[i].Bounds = nil
		}
	}
	assert.Equal(t, want, got)
}

func TestSynonymsThatDoNotFitTogetherAreAnError(t *testing.T) {
	for member, data := range map[string][]byte{"synonyms.to": {1}, "synonyms.from": {9, 9}} {
		b := settings.Settings{Synonyms: []product.Synonym{{From: []string{"a", "b"}}, {From: []string{"c"}, To: []string{"d"}}}}.Encode()
		bundletest.Replace(t, b, member, data)
		_, err := settings.Decode(bundletest.Reopen(t, b))
		var bad *bundle.Error
		require.ErrorAs(t, err, &bad, member)
		assert.Equal(t, bundle.Corrupt, bad.Code)
	}
}

// damaged returns what decoding says when a member holds one byte.
func damaged(t *testing.T, s settings.Settings, member string) error {
	t.Helper()
	b := s.Encode()
	bundletest.Replace(t, b, member, []byte{1})
	_, err := settings.Decode(bundletest.Reopen(t, b))
	return err
}

func TestFieldsThatAreDescribedIncompletelyAreAnError(t *testing.T) {
	assert.ErrorContains(t, damaged(t, settings.Settings{}, "fields.facet"), "describes its fields incompletely")
}

func TestWordsThatAreDescribedIncompletelyAreAnError(t *testing.T) {
	s := settings.Settings{Words: []string{"沙发", "茶几"}, WordCosts: []uint32{40, 50}}
	require.ErrorContains(t, damaged(t, s, "words.cost"), "has not one cost for each of its words")
	assert.ErrorContains(t, damaged(t, s, "words.shared"), "has not one beginning for each of words")
}

func TestABundleWithoutWordsHasNoMemberOfThem(t *testing.T) {
	for _, m := range (settings.Settings{}).Encode().Members {
		assert.NotContains(t, []string{"words", "words.shared", "words.lengths", "words.cost", "variants"}, m.Name)
	}
}
