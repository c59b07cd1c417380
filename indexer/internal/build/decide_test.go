package build

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/product"
)

// names returns the fields of a plan in order, those that are facets marked.
func names(p Plan) (fields, facets []string) {
	for _, c := range p.Fields {
		fields = append(fields, c.Name)
		if c.Facet {
			facets = append(facets, c.Name)
		}
	}
	return fields, facets
}

// withAttribute gives the first n of 100 lamps an attribute with so many values.
func withAttribute(name string, n, values int) []product.Product {
	products := lamps(100)
	for i := range n {
		products[i].Attributes[name] = []string{string(rune('A' + i%values))}
	}
	return products
}

func decided(t *testing.T, p Plan, name string) Choice {
	t.Helper()
	for _, c := range p.Fields {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("%s is no field", name)
	return Choice{}
}

func TestFieldsThatDivideTheShopAreFacets(t *testing.T) {
	fields, facets := names(Decide(product.DefaultShop(), lamps(100)))
	assert.Equal(t, []string{"category", "brand", "price", "colour", "rating", "availability"}, fields)
	assert.Equal(t, []string{"category", "brand", "price", "colour"}, facets)
}

func TestAnAttributeBecomesAFacetFromTheShareOn(t *testing.T) {
	shop := product.DefaultShop() // 20 %
	assert.Equal(t, 20, decided(t, Decide(shop, withAttribute("style", 20, 3)), "style").Products)

	plan := Decide(shop, withAttribute("style", 19, 3))
	assert.Contains(t, plan.Dropped, Dropped{Name: "style", Products: 19, Values: 3, Reason: "on fewer than 20 % of the products"})
}

func TestAnAttributeBecomesAFacetUpToTheNumberOfValues(t *testing.T) {
	shop := product.DefaultShop() // 50
	assert.Equal(t, 50, decided(t, Decide(shop, withAttribute("style", 100, 50)), "style").Values)

	plan := Decide(shop, withAttribute("style", 100, 51))
	assert.Contains(t, plan.Dropped, Dropped{Name: "style", Products: 100, Values: 51, Reason: "more than 50 values"})
}

func TestAnAttributeThatAllShareIsNoFacet(t *testing.T) {
	plan := Decide(product.DefaultShop(), withAttribute("style", 100, 1))
	assert.Contains(t, plan.Dropped, Dropped{Name: "style", Products: 100, Values: 1, Reason: "the same on every product"})
	assert.True(t, decided(t, Decide(product.DefaultShop(), withAttribute("style", 90, 1)), "style").Facet)
}

func TestDeclaredFieldsStandAsDeclared(t *testing.T) {
	shop := product.DefaultShop()
	shop.Attributes = []product.Attribute{
		{Name: "serial", Kind: product.Number, Facet: true, Unit: "no", Bounds: []float64{10, 20}},
		{Name: "brand", Label: "Maker"},
		{Name: "absent", Label: "Absent", Facet: true, Search: true},
	}
	plan := Decide(shop, lamps(100))
	fields, facets := names(plan)
	assert.Equal(t, []string{"category", "price", "serial", "brand", "absent", "colour", "rating", "availability"}, fields)
	assert.Equal(t, []string{"category", "price", "serial", "absent", "colour"}, facets)

	serial := decided(t, plan, "serial")
	assert.Equal(t, Declared, serial.Origin)
	assert.Equal(t, "Serial", serial.Label)
	assert.Equal(t, []float64{10, 20}, serial.Bounds)
	assert.Equal(t, "Maker", decided(t, plan, "brand").Label)
	assert.True(t, decided(t, plan, "brand").Searched)
	assert.True(t, decided(t, plan, "absent").Searched)
	assert.False(t, decided(t, plan, "colour").Searched)
}

func TestDeclaredNumbersCountWhatIsNone(t *testing.T) {
	shop := product.DefaultShop()
	shop.Attributes = []product.Attribute{{Name: "colour", Kind: product.Number, Facet: true}}
	colour := decided(t, Decide(shop, lamps(10)), "colour")
	assert.Equal(t, 10, colour.NotNumbers)
	assert.Zero(t, colour.Products)
	assert.Empty(t, colour.Bounds)
}

func TestABuiltInFieldKeepsItsKind(t *testing.T) {
	shop := product.DefaultShop()
	shop.Attributes = []product.Attribute{{Name: "price", Label: "Cost", Kind: product.Text, Facet: true}}
	price := decided(t, Decide(shop, lamps(100)), "price")
	assert.Equal(t, product.Number, price.Kind)
	assert.NotEmpty(t, price.Bounds)
}

func TestLabelsSpeakTheShopsLanguage(t *testing.T) {
	shop := product.DefaultShop()
	shop.Language = "zh-CN"
	assert.Equal(t, "品牌", decided(t, Decide(shop, lamps(10)), "brand").Label)
}

func TestLabelsReadLikeWords(t *testing.T) {
	for name, want := range map[string]string{
		"screen_size": "Screen size", "Colour": "Colour", "écran": "Écran", "材质": "材质", "_": "_",
	} {
		assert.Equal(t, want, label(name))
	}
}
