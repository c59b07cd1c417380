package build

import (
	"cmp"
	"slices"

	"github.com/vitrine-search/vitrine/shared/product"
)

// Order sorts products so that like stands beside like: by category, brand and
// title, and by identifier where all are equal. Neighbours share words, values
// and chunks of cards, which is what makes a bundle compress well and a page of
// hits need few chunks; and the order of the feed's rows changes nothing.
func Order(products []product.Product) {
	slices.SortFunc(products, func(a, b product.Product) int {
		return cmp.Or(
			slices.Compare(a.Category, b.Category),
			cmp.Compare(a.Brand, b.Brand),
			cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.ID, b.ID),
		)
	})
}
