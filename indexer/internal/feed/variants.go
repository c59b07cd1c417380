package feed

import (
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// nestedVariants reads the variants inside a product of JSON: the project's own
// shape, and that of Shopify's API, where the product names the options and the
// variants have option1 to option3. Options in an object come in alphabetical
// order, since the members of an object have none; a list of {name, value}
// keeps the merchant's.
//
// A product without a price of its own takes the lowest of theirs.
func (p *plan) nestedVariants(result *product.Product, row record, c *collector) error {
	list, _ := row.value("variants").([]any)
	names := optionNames(row.value("options"))
	priced := result.Price != nil
	for _, item := range list {
		object, ok := item.(map[string]any)
		if !ok {
			return bad(row.line, result.ID, "a variant is no JSON object")
		}
		inner := record{line: row.line, object: object}
		reader := p.inner(object)
		price, before, err := reader.prices(inner, result.ID)
		if err != nil {
			return err
		}
		if !priced && price != nil && (result.Price == nil || *price < *result.Price) {
			result.Price, result.ListPrice = price, before
		}
		v := product.Variant{
			ID: reader.line(inner, ID), Options: variantOptions(object, names), Price: price,
			URL: reader.link(inner, URL, c), Image: reader.link(inner, Image, c),
			Availability: reader.availability(inner, c),
		}
		if sku := reader.line(inner, SKU); sku != "" {
			v.ID = sku
		}
		result.Variants = append(result.Variants, v)
	}
	return nil
}

// inner is the plan for an object within a row: its fields by their names.
func (p *plan) inner(object map[string]any) *plan {
	return &plan{
		format: p.format, mark: p.mark, currencies: p.currencies, met: p.met,
		sources: findSources(sortedNames(object)),
	}
}

// optionNames are those that a product declares for all its variants.
func optionNames(v any) []string {
	var names []string
	list, _ := v.([]any)
	for _, item := range list {
		names = append(names, toText(item))
	}
	return names
}

func variantOptions(object map[string]any, names []string) []product.Option {
	var options []product.Option
	add := func(name string, v any) {
		name, value := plainLine(name), plainLine(toText(v))
		if name != "" && value != "" && !isDefaultOption(name, value) {
			options = append(options, product.Option{Name: name, Value: value})
		}
	}
	switch given := object["options"].(type) {
	case map[string]any:
		for _, name := range sortedNames(given) {
			add(name, given[name])
		}
	case []any:
		for i, item := range given {
			if pair, ok := item.(map[string]any); ok {
				add(toText(pair["name"]), pair["value"])
			} else if i < len(names) {
				add(names[i], item)
			}
		}
	default:
		for i, name := range names {
			add(name, object["option"+string(rune('1'+i))])
		}
	}
	return options
}

// isDefaultOption is true for the option that Shopify gives a product without any.
func isDefaultOption(name, value string) bool {
	return strings.EqualFold(name, "Title") && strings.EqualFold(value, "Default Title")
}

// summarise gives a product what its variants say of it: the best availability,
// a picture, and their options as attributes, so that it is found by each of
// them. Of a single variant without options only its ID is left, by which the
// product can be found.
func summarise(p *product.Product) {
	if p.Availability == "" {
		p.Availability = bestAvailability(p.Variants)
	}
	for _, v := range p.Variants {
		if p.Image == "" {
			p.Image = v.Image
		}
		for _, o := range v.Options {
			addOption(p, o)
		}
	}
	if len(p.Variants) == 1 && len(p.Variants[0].Options) == 0 {
		p.Variants = onlyVariant(p.Variants[0].ID, p.ID)
	}
}

// onlyVariant is a variant with nothing but its ID, unless that says nothing new.
func onlyVariant(sku, id string) []product.Variant {
	if sku == "" || sku == id {
		return nil
	}
	return []product.Variant{{ID: sku}}
}

// addOption adds an option's value to the attribute of the same name, however
// that is spelt.
func addOption(p *product.Product, o product.Option) {
	if p.Attributes == nil {
		p.Attributes = map[string][]string{}
	}
	name := o.Name
	if _, ok := p.Attributes[name]; !ok {
		for _, present := range sortedNames(p.Attributes) {
			if strings.EqualFold(present, name) {
				name = present
				break
			}
		}
	}
	if !slices.Contains(p.Attributes[name], o.Value) {
		p.Attributes[name] = append(p.Attributes[name], o.Value)
	}
}
