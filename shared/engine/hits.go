package engine

import (
	"context"
	"slices"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// hits makes the page's hits of the products' cards.
func (e *Engine) hits(ctx context.Context, best []candidate, q query, conditions []condition) ([]wire.Hit, error) {
	docs := make([]uint32, len(best))
	for i, c := range best {
		docs[i] = c.doc
	}
	found, err := e.cards.get(ctx, docs)
	if err != nil {
		return nil, err
	}
	hits := make([]wire.Hit, len(best))
	for i, c := range best {
		p := found[i]
		hits[i] = wire.Hit{
			ID:           e.ids.At(int(c.doc)),
			Title:        p.Title,
			Brand:        p.Brand,
			Category:     p.Category,
			URL:          p.URL,
			Image:        p.Image,
			Price:        p.Price,
			ListPrice:    p.ListPrice,
			Rating:       p.Rating,
			Reviews:      p.Reviews,
			Availability: string(p.Availability),
			Variant:      e.matchVariant(p.Variants, q, conditions),
			Score:        float64(c.score) / scoreScale,
			TitleMatches: e.titleMatches(p.Title, q),
		}
	}
	return hits, nil
}

// matchVariant returns the variant that the query and the filters speak of: the
// one that most of them name, provided that they prefer some variant at all.
// Among equals one that can be bought comes first, then the cheaper.
func (e *Engine) matchVariant(variants []product.Variant, q query, conditions []condition) *wire.Variant {
	best, most, least := -1, 0, 0
	for i := range variants {
		n := e.variantMatches(&variants[i], q, conditions)
		if i == 0 || n < least {
			least = n
		}
		if best < 0 || n > most || n == most && better(&variants[i], &variants[best]) {
			best, most = i, n
		}
	}
	if best < 0 || most == least && len(variants) > 1 || most == 0 {
		return nil
	}
	v := variants[best]
	matched := &wire.Variant{
		ID:           v.ID,
		Options:      make([]wire.Option, len(v.Options)),
		Price:        v.Price,
		URL:          v.URL,
		Image:        v.Image,
		Availability: string(v.Availability),
	}
	for i, o := range v.Options {
		matched.Options[i] = wire.Option{Name: e.optionLabel(o.Name), Value: o.Value}
	}
	return matched
}

// optionLabel is what people read for an option: the label of the field that it
// is a value of, if it is one.
func (e *Engine) optionLabel(name string) string {
	if field, ok := e.byName[name]; ok {
		return e.settings.Fields[field].Label
	}
	return name
}

// better says whether a variant is rather to be shown than another.
func better(v, other *product.Variant) bool {
	if sold, otherSold := v.Availability == product.OutOfStock, other.Availability == product.OutOfStock; sold != otherSold {
		return otherSold
	}
	return v.Price != nil && (other.Price == nil || *v.Price < *other.Price)
}

// variantMatches counts the words of the query and the filters that a variant
// answers to.
func (e *Engine) variantMatches(v *product.Variant, q query, conditions []condition) int {
	n := 0
	tokens := e.analyzer.Analyze(v.ID)
	for _, o := range v.Options {
		tokens = append(tokens, e.analyzer.Analyze(o.Value)...)
	}
	for i := range q.words {
		for _, t := range tokens {
			if q.words[i].matches(t) {
				n++
				break
			}
		}
	}
	for i := range conditions {
		if e.variantPasses(v, &conditions[i]) {
			n++
		}
	}
	return n
}

// variantPasses says whether a variant itself has a value that is filtered on:
// its price, or one of its options under any name, since the options of
// different shops are named differently from their attributes.
func (e *Engine) variantPasses(v *product.Variant, c *condition) bool {
	column := c.column
	if e.settings.Fields[c.field].Name == product.FieldPrice {
		if v.Price == nil {
			return false
		}
		i, ok := slices.BinarySearch(column.Numbers, *v.Price)
		return ok && c.wanted[i]
	}
	for _, o := range v.Options {
		if i, ok := slices.BinarySearch(column.Texts, o.Value); ok && c.wanted[i] {
			return true
		}
	}
	return false
}
