package build

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// texts returns the values that a product has in a field, each once. The options
// of its variants count as its own: who filters on a size wants the product that
// comes in it.
func texts(p *product.Product, field string) []string {
	switch field {
	case product.FieldBrand:
		return distinct(nil, p.Brand)
	case product.FieldCategory:
		return categories(p.Category)
	case product.FieldAvailability:
		return distinct(nil, string(p.Availability))
	}
	values := distinct(nil, p.Attributes[field]...)
	for _, v := range p.Variants {
		for _, option := range v.Options {
			if option.Name == field {
				values = distinct(values, option.Value)
			}
		}
	}
	return values
}

// attributeNames returns the names of a product's attributes and options that
// have a value, each once.
func attributeNames(p *product.Product) []string {
	var names []string
	for name, values := range p.Attributes {
		if len(distinct(nil, values...)) > 0 {
			names = append(names, name)
		}
	}
	for _, v := range p.Variants {
		for _, option := range v.Options {
			if strings.TrimSpace(option.Value) != "" {
				names = distinct(names, option.Name)
			}
		}
	}
	return names
}

// categories returns a category and all those around it, each as its whole path,
// so that a filter on a category finds what stands beneath it.
func categories(path []string) []string {
	var paths []string
	for i := range path {
		paths = append(paths, strings.Join(path[:i+1], product.CategorySeparator))
	}
	return paths
}

// distinct appends the values that are not empty and not there yet.
func distinct(to []string, values ...string) []string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" && !slices.Contains(to, v) {
			to = append(to, v)
		}
	}
	return to
}

// numbers returns the numbers that a product has in a field, and how many of its
// values are none. A number may be followed by the field's unit.
func numbers(p *product.Product, field, unit string) (values []float64, notNumbers int) {
	switch field {
	case product.FieldPrice:
		return prices(p), 0
	case product.FieldRating:
		return present(nil, p.Rating), 0
	}
	for _, text := range texts(p, field) {
		v, ok := parseNumber(text, unit)
		if ok {
			values = append(values, v)
		} else {
			notNumbers++
		}
	}
	return values, notNumbers
}

// prices returns the product's price and those of its variants.
func prices(p *product.Product) []float64 {
	values := present(nil, p.Price)
	for i := range p.Variants {
		values = present(values, p.Variants[i].Price)
	}
	return values
}

func present(to []float64, v *float64) []float64 {
	if v == nil || slices.Contains(to, *v) {
		return to
	}
	return append(to, *v)
}

func parseNumber(text, unit string) (float64, bool) {
	if n := len(text) - len(unit); n > 0 && strings.EqualFold(text[n:], unit) {
		text = strings.TrimSpace(text[:n])
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}
