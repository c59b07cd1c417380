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
func (p *plan) nestedVariants(row record, id string, c *collector) ([]product.Variant, error) {
	list, _ := row.value("variants").([]any)
	if len(list) == 0 {
		return nil, nil
	}
	p.met["variants"] = true
	names := optionNames(row.value("options"))
	var variants []product.Variant
	for _, item := range list {
		object, ok := item.(map[string]any)
		if !ok {
			return nil, bad(row.line, id, "a variant is no JSON object")
		}
		inner := record{line: row.line, object: object}
		reader := p.inner(object)
		price, _, err := reader.prices(inner, id)
		if err != nil {
			return nil, err
		}
		v := product.Variant{
			ID: reader.line(inner, ID), Options: variantOptions(object, names), Price: price,
			URL: reader.link(inner, URL, c), Image: reader.link(inner, Image, c),
			Availability: reader.availability(inner, c),
		}
		if sku := reader.line(inner, SKU); sku != "" {
			v.ID = sku
		}
		variants = append(variants, v)
	}
	if len(variants) == 1 && len(variants[0].Options) == 0 && variants[0].ID == id {
		return nil, nil
	}
	return variants, nil
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

// summarise gives a product what its variants say of it: the lowest price, the
// best availability, and their options as attributes, so that it is found by
// each of them.
func summarise(p *product.Product) {
	if p.Price == nil {
		for _, v := range p.Variants {
			if v.Price != nil && (p.Price == nil || *v.Price < *p.Price) {
				price := *v.Price
				p.Price = &price
			}
		}
	}
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
