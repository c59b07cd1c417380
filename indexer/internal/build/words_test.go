package build

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

func TestATermIsSpeltAsMostOfItsOccurrences(t *testing.T) {
	spelt := words(product.DefaultShop(), text.Options{Language: "en"}, []product.Product{
		{Title: "Batteries", Description: "Two batteries and a battery."},
		{Title: "Candle holder", Description: "For candles or a candle."},
	})
	assert.Equal(t, "batteries", spelt["battery"])
	assert.Equal(t, "candle", spelt["candle"])
	assert.Equal(t, "holder", spelt["holder"])
}
