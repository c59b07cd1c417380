package build

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/product"
)

func oracleShop() product.Shop {
	shop := product.DefaultShop()
	shop.Attributes = []product.Attribute{{Name: "colour", Search: true}, {Name: "material", Search: true}}
	return shop
}

// oracleProducts are those of the demo shops, English and Chinese together: real
// words in real proportions, in both scripts.
func oracleProducts(t *testing.T) []product.Product {
	t.Helper()
	var products []product.Product
	for _, name := range []string{"home-en", "home-zh"} {
		data, err := os.ReadFile("../../../testdata/catalogues/" + name + ".jsonl")
		require.NoError(t, err)
		for line := range strings.Lines(string(data)) {
			var p struct {
				ID, Title, Description, Brand string
				Category                      []string
				Price, Rating                 *float64
			}
			require.NoError(t, json.Unmarshal([]byte(line), &p))
			products = append(products, product.Product{
				ID: name + "/" + p.ID, Title: p.Title, Description: p.Description, Brand: p.Brand,
				Category: p.Category, Price: p.Price, Rating: p.Rating,
			})
		}
	}
	return products
}
