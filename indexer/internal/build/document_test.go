package build

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/product"
)

func TestDocumentSearchesOptionsAndSKUs(t *testing.T) {
	d := document(product.DefaultShop(), &shirt)
	assert.Equal(t, "Clothing\nShirts", d.Category)
	assert.Equal(t, "M\nBlue\nL\nRed\nWF-1\nWF-2", d.Attributes)
}

func TestDocumentSearchesWhatIsDeclaredSo(t *testing.T) {
	shop := product.DefaultShop()
	shop.Attributes = []product.Attribute{{Name: "Length", Search: true}, {Name: "Size"}}
	assert.Equal(t, "72 cm\n74CM\nlong\nBlue\nRed\nWF-1\nWF-2", document(shop, &shirt).Attributes)
}
