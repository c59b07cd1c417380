package build

import (
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/chinese"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
	"github.com/vitrine-search/vitrine/shared/text/bleveanalyzer"
)

// analysis returns how the shop's texts become terms. The bundle carries the
// same options, so that queries are analysed alike.
func analysis(shop product.Shop, products []product.Product) (text.Options, error) {
	options := text.Options{Language: shop.Language, Protected: shop.Protected}
	stop := bleveanalyzer.DefaultStopWords(shop.Language)
	if chinese.IsLanguage(shop.Language) {
		stop = distinct(stop, chinese.StopWords()...)
		texts := make([]chinese.Text, len(products))
		for i := range products {
			d := document(shop, &products[i])
			texts[i] = chinese.Text{
				Prose: []string{d.Title, d.Attributes, d.Description},
				Names: append([]string{d.Brand}, products[i].Category...),
			}
		}
		described, err := chinese.Describe(texts)
		if err != nil {
			return text.Options{}, fmt.Errorf("finding the words of the texts: %w", err)
		}
		options.Words, options.WordCosts, options.Variants = described.Words, described.WordCosts, described.Variants
	}
	options.StopWords = distinct(stop, shop.StopWords...)
	return options, nil
}
