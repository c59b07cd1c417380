package cards

import (
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/product"
)

func encodeVariants(b *bundle.Builder, variants []product.Variant) {
	n := len(variants)
	var ids, urls, images, availability, names, values []string
	prices, counts := make([]float64, n), make([]uint32, n)
	for i, v := range variants {
		ids = append(ids, v.ID)
		urls = append(urls, v.URL)
		images = append(images, v.Image)
		availability = append(availability, string(v.Availability))
		prices[i] = orNaN(v.Price)
		counts[i] = uint32(len(v.Options))
		for _, o := range v.Options {
			names = append(names, o.Name)
			values = append(values, o.Value)
		}
	}
	b.Strings("variant.id", ids)
	b.Strings("variant.url", urls)
	b.Strings("variant.image", images)
	b.Strings("variant.availability", availability)
	b.Floats("variant.price", prices)
	b.Uints("variant.options", counts)
	b.Strings("variant.option.name", names)
	b.Strings("variant.option.value", values)
}

// decodeVariants returns the variants of all products of the chunk, in order; a
// chunk that does not fit together is remembered in p.
func decodeVariants(p *bundle.Part) []product.Variant {
	ids, urls, images := p.Strings("variant.id"), p.Strings("variant.url"), p.Strings("variant.image")
	availability, prices := p.Strings("variant.availability"), p.Floats("variant.price")
	counts := p.Uints("variant.options")
	names, values := p.Strings("variant.option.name"), p.Strings("variant.option.value")
	n := ids.Len()
	if urls.Len() != n || images.Len() != n || availability.Len() != n || len(prices) != n ||
		len(counts) != n || names.Len() != values.Len() {
		p.Fail("describes its variants incompletely")
		return nil
	}
	variants := make([]product.Variant, n)
	option := 0
	for i := range variants {
		if option+int(counts[i]) > names.Len() {
			p.Fail("has too few options")
			return nil
		}
		options := make([]product.Option, counts[i])
		for j := range options {
			options[j] = product.Option{Name: names.At(option), Value: values.At(option)}
			option++
		}
		variants[i] = product.Variant{
			ID:           ids.At(i),
			URL:          urls.At(i),
			Image:        images.At(i),
			Availability: product.Availability(availability.At(i)),
			Price:        orNil(prices[i]),
			Options:      options,
		}
	}
	return variants
}

func joinPath(path []string) string { return strings.Join(path, categorySeparator) }

func splitPath(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(path, categorySeparator)
}
