package cards_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/cards"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/product"
)

func reopen(t *testing.T, b *bundle.Builder) ([]product.Product, error) {
	t.Helper()
	data, err := writer.Encode(b)
	require.NoError(t, err)
	p, err := bundle.OpenPart("cards-000.mp", bundle.PartCards, data)
	require.NoError(t, err)
	return cards.Decode(p)
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
	for member, message := range map[string]string{
		"reviews":         "cards incompletely",
		"variants":        "too few variants",
		"variant.options": "variants incompletely",
	} {
		b := cards.Encode([]product.Product{{Title: "Chair"}})
		for i := range b.Members {
			if b.Members[i].Name == member {
				b.Members[i].Binary = []byte{3}
				if member == "reviews" {
					b.Members[i].Binary = []byte{3, 3}
				}
			}
		}
		_, err := reopen(t, b)
		assert.ErrorContains(t, err, message)
	}
}
