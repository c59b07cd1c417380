package cards_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/cards"
	"github.com/vitrine-search/vitrine/shared/product"
)

func reopen(t *testing.T, b *bundle.Builder) ([]product.Product, error) {
	t.Helper()
	return cards.Decode(bundletest.Reopen(t, b))
}

func TestCardsSurviveTheBundle(t *testing.T) {
	price, zero, rating := 899.5, 0.0, 4.5
	want := []product.Product{
		{
			Title: "Sofa \"Harbour\" <b>", Brand: "Harbour", Category: []string{"Furniture", "Sofas"},
			URL: "p?id=1", Image: "a.svg", Price: &price, ListPrice: &price, Rating: &rating, Reviews: 12,
			Availability: product.InStock,
			Variants: []product.Variant{
				{ID: "S-G", Options: []product.Option{{Name: "Colour", Value: "Grey"}, {Name: "Size", Value: "3"}}, Price: &price},
				{ID: "S-B", Options: []product.Option{{Name: "Colour", Value: "Blue"}}, URL: "u", Image: "b.svg", Availability: product.OutOfStock},
			},
		},
		{Title: "木椅", Price: &zero, Variants: []product.Variant{}},
	}
	got, err := reopen(t, cards.Encode(want))
	require.NoError(t, err)
	assert.Equal(t, want, got, "a price of 0 is a price, and an absent one is absent")
}

func TestCardsThatAreDescribedIncompletelyAreAnError(t *testing.T) {
	for _, c := range []struct {
		member, detail string
		content        []byte
	}{
		{"reviews", "cards incompletely", []byte{3, 3}},
		{"variants", "too few variants", []byte{3}},
		{"variant.options", "variants incompletely", []byte{3}},
	} {
		b := cards.Encode([]product.Product{{Title: "Chair"}})
		bundletest.Replace(t, b, c.member, c.content)
		_, err := reopen(t, b)
		assert.ErrorContains(t, err, c.detail)
	}
}
