package build

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/product"
)

var shirt = product.Product{
	ID: "shirt", Title: "Linen shirt", Brand: " Weft ", Category: []string{"Clothing", "Shirts"},
	Price:        number(40),
	Availability: product.InStock,
	Attributes:   map[string][]string{"Colour": {"Blue"}, "Length": {"72 cm", "74CM", "long"}, "Empty": {" "}},
	Variants: []product.Variant{
		{ID: "WF-1", Options: []product.Option{{Name: "Size", Value: "M"}, {Name: "Colour", Value: "Blue"}}, Price: number(40)},
		{ID: "WF-2", Options: []product.Option{{Name: "Size", Value: "L"}, {Name: "Colour", Value: "Red"}}, Price: number(45)},
	},
}

func TestTextsOfBuiltInFields(t *testing.T) {
	assert.Equal(t, []string{"Weft"}, texts(&shirt, product.FieldBrand))
	assert.Equal(t, []string{"Clothing", "Clothing > Shirts"}, texts(&shirt, product.FieldCategory))
	assert.Equal(t, []string{"in_stock"}, texts(&shirt, product.FieldAvailability))
	assert.Empty(t, texts(&product.Product{}, product.FieldBrand))
}

func TestOptionsOfVariantsCountAsAttributes(t *testing.T) {
	assert.Equal(t, []string{"M", "L"}, texts(&shirt, "Size"))
	assert.Equal(t, []string{"Blue", "Red"}, texts(&shirt, "Colour"))
	assert.ElementsMatch(t, []string{"Colour", "Length", "Size"}, attributeNames(&shirt))
}

func TestNumbersMayCarryTheirUnit(t *testing.T) {
	values, notNumbers := numbers(&shirt, "Length", "cm")
	assert.Equal(t, []float64{72, 74}, values)
	assert.Equal(t, 1, notNumbers)

	values, notNumbers = numbers(&shirt, "Length", "")
	assert.Empty(t, values)
	assert.Equal(t, 3, notNumbers)
}

func TestNoNumberIsNotANumber(t *testing.T) {
	for _, text := range []string{"", "cm", "NaN", "Inf", "1,5", "12 in"} {
		_, ok := parseNumber(text, "cm")
		assert.False(t, ok, text)
	}
}

func TestPricesOfVariantsCount(t *testing.T) {
	values, _ := numbers(&shirt, product.FieldPrice, "")
	assert.Equal(t, []float64{40, 45}, values)
	values, _ = numbers(&shirt, product.FieldRating, "")
	assert.Empty(t, values)
}
