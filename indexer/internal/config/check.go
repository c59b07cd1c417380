package config

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"

	"github.com/vitrine-search/vitrine/shared/product"
)

// check refuses values that would only be noticed in the shop.
func (d *document) check(shop product.Shop) error {
	if _, err := language.Parse(shop.Language); err != nil {
		return fmt.Errorf("shop.language %q is no language tag (hint: for example en, de or zh)", shop.Language)
	}
	if unit, err := currency.ParseISO(shop.Currency); err != nil || unit.String() != shop.Currency {
		return fmt.Errorf("shop.currency %q is no currency code (hint: three capital letters, for example EUR)", shop.Currency)
	}
	if shop.MinFacetShare < 0 || shop.MinFacetShare > 1 {
		return fmt.Errorf("facets.min_share is %v (hint: it is a share from 0 to 1)", shop.MinFacetShare)
	}
	if shop.MaxFacetValues < 1 {
		return fmt.Errorf("facets.max_values is %d (hint: it is at least 1)", shop.MaxFacetValues)
	}
	if shop.BM25.K1 < 0 {
		return fmt.Errorf("search.bm25.k1 is %v (hint: it is 0 or more, mostly about 1)", shop.BM25.K1)
	}
	if shop.BM25.B < 0 || shop.BM25.B > 1 {
		return fmt.Errorf("search.bm25.b is %v (hint: it is from 0 to 1)", shop.BM25.B)
	}
	for _, r := range d.Feed.Attributes {
		if r.From == "" || strings.Count(r.From, "*") > 1 {
			return fmt.Errorf("feed.attributes: %q is no column or pattern (hint: a pattern has one *, as in \"attr_*\")", r.From)
		}
	}
	if err := d.Training.check(); err != nil {
		return err
	}
	return d.checkAttributes()
}

func (d *document) checkAttributes() error {
	seen := map[string]int{}
	for i, a := range d.Attributes {
		where := fmt.Sprintf("attributes[%d]", i)
		if a.Name == "" {
			return fmt.Errorf("%s has no name (hint: name: is the attribute's name in the feed)", where)
		}
		where += " (" + a.Name + ")"
		key := strings.ToLower(a.Name)
		if first, twice := seen[key]; twice {
			return fmt.Errorf("%s is declared before, in attributes[%d] (hint: case makes no difference)", where, first)
		}
		seen[key] = i
		switch {
		case a.Kind != "" && a.Kind != product.Text && a.Kind != product.Number:
			return fmt.Errorf("%s: kind is %q (hint: it is text or number)", where, a.Kind)
		case len(a.Bounds) > 0 && a.kind() != product.Number:
			return fmt.Errorf("%s: only a number has bounds (hint: add kind: number)", where)
		case !slices.IsSorted(a.Bounds) || len(slices.Compact(slices.Clone(a.Bounds))) != len(a.Bounds):
			return fmt.Errorf("%s: the bounds %v do not rise (hint: for example [10, 50, 100])", where, a.Bounds)
		}
	}
	return nil
}

// kind is text unless the field is a number in every product.
func (a attribute) kind() product.Kind {
	switch {
	case a.Kind != "":
		return a.Kind
	case a.Name == product.FieldPrice, a.Name == product.FieldRating:
		return product.Number
	}
	return product.Text
}

// label is the name with its underscores as spaces where none is given.
func (a attribute) label() string {
	if a.Label != "" {
		return a.Label
	}
	label := strings.ReplaceAll(a.Name, "_", " ")
	return strings.ToUpper(label[:firstRune(label)]) + label[firstRune(label):]
}

// firstRune is the length of the first letter in bytes.
func firstRune(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}
