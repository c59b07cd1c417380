// Package cards holds what a storefront shows of a product before it is opened:
// title, brand, picture, price, variants. Cards are cut into chunks that are
// fetched only when a hit needs them, because they outweigh the index.
package cards

import (
	"math"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/product"
)

// PerChunk is how many products the indexer puts into one chunk: few enough
// that a chunk is about 10 kB compressed, many enough that a page of hits, which
// stand near their like, needs few of them.
const PerChunk = 128

// categorySeparator stands between the steps of a category's path; it cannot
// occur in a name, which is one line.
const categorySeparator = "\n"

// Encode lays out the cards of products as one chunk: everything of a Product
// but its description and attributes.
func Encode(products []product.Product) *bundle.Builder {
	b := bundle.NewBuilder(bundle.PartCards)
	n := len(products)
	var titles, brands, categories, urls, images, availability []string
	prices, lists, ratings := make([]float64, n), make([]float64, n), make([]float64, n)
	reviews, counts := make([]uint32, n), make([]uint32, n)
	var variants []product.Variant
	for i, p := range products {
		titles = append(titles, p.Title)
		brands = append(brands, p.Brand)
		categories = append(categories, joinPath(p.Category))
		urls = append(urls, p.URL)
		images = append(images, p.Image)
		availability = append(availability, string(p.Availability))
		prices[i], lists[i], ratings[i] = orNaN(p.Price), orNaN(p.ListPrice), orNaN(p.Rating)
		reviews[i] = uint32(max(0, p.Reviews))
		counts[i] = uint32(len(p.Variants))
		variants = append(variants, p.Variants...)
	}
	b.Strings("title", titles)
	b.Strings("brand", brands)
	b.Strings("category", categories)
	b.Strings("url", urls)
	b.Strings("image", images)
	b.Strings("availability", availability)
	b.Floats("price", prices)
	b.Floats("list_price", lists)
	b.Floats("rating", ratings)
	b.Uints("reviews", reviews)
	b.Uints("variants", counts)
	encodeVariants(b, variants)
	return b
}

// Decode reads the chunk that Encode lays out. The products have no ID, which
// stands in the part of documents. It fails with a *bundle.Error.
func Decode(p *bundle.Part) ([]product.Product, error) {
	titles, brands, categories := p.Strings("title"), p.Strings("brand"), p.Strings("category")
	urls, images, availability := p.Strings("url"), p.Strings("image"), p.Strings("availability")
	prices, lists, ratings := p.Floats("price"), p.Floats("list_price"), p.Floats("rating")
	reviews, counts := p.Uints("reviews"), p.Uints("variants")
	variants := decodeVariants(p)
	n := titles.Len()
	for _, length := range []int{
		brands.Len(), categories.Len(), urls.Len(), images.Len(), availability.Len(),
		len(prices), len(lists), len(ratings), len(reviews), len(counts),
	} {
		if length != n {
			p.Fail("describes its cards incompletely")
		}
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	products := make([]product.Product, n)
	for i := range products {
		if int(counts[i]) > len(variants) {
			p.Fail("has too few variants")
			return nil, p.Err()
		}
		products[i] = product.Product{
			Title:        titles.At(i),
			Brand:        brands.At(i),
			Category:     splitPath(categories.At(i)),
			URL:          urls.At(i),
			Image:        images.At(i),
			Price:        orNil(prices[i]),
			ListPrice:    orNil(lists[i]),
			Rating:       orNil(ratings[i]),
			Reviews:      int(reviews[i]),
			Availability: product.Availability(availability.At(i)),
			Variants:     variants[:counts[i]:counts[i]],
		}
		variants = variants[counts[i]:]
	}
	return products, nil
}

func orNaN(v *float64) float64 {
	if v == nil {
		return math.NaN()
	}
	return *v
}

func orNil(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}
