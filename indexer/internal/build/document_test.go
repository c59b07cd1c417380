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

func TestAnIdentifierIsSearchedWhereItIsACodeThatPeopleKnow(t *testing.T) {
	for id, want := range map[string]bool{
		"AB-12.3": true, "HB-3G": true, "LAMP-001": true, "xk2075b": true, "4006381333931": true, "036000291452": true,
		"4711": false, "40123456": false, "lamp-1": false, "oak-chair-2024": false, "A-1": false, "ABCD": false, "gid://shop/12": false, "Lamp 12 W": false, "": false,
	} {
		p := product.Product{ID: id, Title: "Thing"}
		assert.Equal(t, want, document(product.DefaultShop(), &p).Attributes == id && id != "", id)
	}
}
