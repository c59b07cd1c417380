package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/columns"
)

func reopen(t *testing.T, b *bundle.Builder, products int) ([]*columns.Column, error) {
	t.Helper()
	return columns.Decode(bundletest.Reopen(t, b), products)
}

func TestColumnsSurviveTheBundle(t *testing.T) {
	texts := columns.OfTexts([][]string{{"red", "blue", "red"}, nil, {"blue"}})
	numbers := columns.OfNumbers([][]float64{{2.5}, {-1, 10}, nil})
	empty := columns.OfTexts([][]string{nil, nil, nil})
	got, err := reopen(t, columns.Encode([]*columns.Column{texts, numbers, empty}), 3)
	require.NoError(t, err)
	require.Len(t, got, 3)

	assert.Equal(t, []string{"blue", "red"}, got[0].Texts)
	assert.Equal(t, []uint32{0, 1}, got[0].Values(0), "ascending and without repetition")
	assert.Empty(t, got[0].Values(1))
	assert.Equal(t, []uint32{0}, got[0].Values(2))

	assert.Equal(t, []float64{-1, 2.5, 10}, got[1].Numbers)
	assert.Equal(t, []uint32{0, 2}, got[1].Values(1))
	assert.Nil(t, got[1].Texts)

	assert.Zero(t, got[2].Len())
}

func TestColumnsOfAnotherCatalogueAreAnError(t *testing.T) {
	_, err := reopen(t, columns.Encode([]*columns.Column{columns.OfTexts([][]string{{"red"}})}), 2)
	assert.ErrorContains(t, err, "does not fit its products")
}

func TestAValueThatThereIsNotIsAnError(t *testing.T) {
	b := columns.Encode([]*columns.Column{columns.OfTexts([][]string{{"red"}})})
	bundletest.Replace(t, b, "0.values", []byte{9})
	_, err := reopen(t, b, 1)
	assert.ErrorContains(t, err, "does not fit its products")
}
