package build

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/product"
)

// Plan is what the indexer decides about the fields of a shop.
type Plan struct {
	// Fields can be filtered on, in the order in which facets are shown.
	Fields []Choice
	// Dropped are the attributes that are neither declared nor worth a facet.
	Dropped []Dropped
}

// Choice is one field that can be filtered on, and why.
type Choice struct {
	settings.Field
	Origin Origin
	// Searched fields belong to the text that is searched.
	Searched bool
	// Products have a value; Values counts the distinct ones.
	Products, Values int
	// NotNumbers counts the values of a number's field that are none: nobody can
	// filter on them.
	NotNumbers int
}

// Origin says where a field comes from.
type Origin string

// A field is declared in the configuration, built into every product, or found
// in the feed.
const (
	Declared Origin = "declared"
	BuiltIn  Origin = "built in"
	Found    Origin = "found"
)

// Dropped is an attribute that nobody can filter on.
type Dropped struct {
	Name             string
	Products, Values int
	Reason           string
}

// Decide chooses the fields: those that every product has, those that are
// declared, and those found in the feed that are common enough and have few
// enough values to be of use as a facet.
func Decide(shop product.Shop, products []product.Product) Plan {
	d := decision{shop: shop, products: products, declared: map[string]bool{}}
	for _, attribute := range shop.Attributes {
		d.declared[attribute.Name] = true
	}
	d.builtIn(product.FieldCategory, product.FieldBrand, product.FieldPrice)
	for _, attribute := range shop.Attributes {
		d.declare(attribute)
	}
	d.find()
	d.builtIn(product.FieldRating, product.FieldAvailability)
	return d.plan
}

type decision struct {
	shop     product.Shop
	products []product.Product
	declared map[string]bool
	plan     Plan
}

// builtIn adds those of the fields that the configuration does not declare.
// They can always be filtered on, and are facets where that divides the shop.
func (d *decision) builtIn(names ...string) {
	for _, name := range names {
		if d.declared[name] {
			continue
		}
		c := Choice{Origin: BuiltIn, Searched: builtIns[name].searched}
		c.Name, c.Label, c.Kind = name, builtInLabel(name, d.shop.Language), builtIns[name].kind
		d.measure(&c)
		c.Facet = d.isCommon(c.Products) && d.divides(c.Products, c.Values)
		d.plan.Fields = append(d.plan.Fields, c)
	}
}

// declare adds a field of the configuration as the merchant wants it. What a
// built-in field holds is not for the merchant to say.
func (d *decision) declare(a product.Attribute) {
	c := Choice{Origin: Declared, Searched: a.Search}
	c.Field = settings.Field{
		Name: a.Name, Label: a.Label, Kind: cmp.Or(a.Kind, product.Text),
		Unit: a.Unit, Facet: a.Facet, Bounds: a.Bounds,
	}
	if b, ok := builtIns[a.Name]; ok {
		c.Kind, c.Searched = b.kind, b.searched
		c.Label = cmp.Or(c.Label, builtInLabel(a.Name, d.shop.Language))
	}
	c.Label = cmp.Or(c.Label, label(a.Name))
	d.measure(&c)
	d.plan.Fields = append(d.plan.Fields, c)
}

// find adds the attributes of the feed that nobody declared and that make good
// facets, the most common first, and notes why the others do not.
func (d *decision) find() {
	var found []Choice
	for _, c := range d.undeclared() {
		if reason := d.objection(c); reason != "" {
			d.plan.Dropped = append(d.plan.Dropped, Dropped{Name: c.Name, Products: c.Products, Values: c.Values, Reason: reason})
			continue
		}
		found = append(found, c)
	}
	d.plan.Fields = append(d.plan.Fields, found...)
}

// undeclared counts the attributes and options that nobody declared, the most
// common first, in one pass over the products, since a feed may have thousands.
func (d *decision) undeclared() []Choice {
	products := map[string]int{}
	values := map[string]map[string]bool{}
	for i := range d.products {
		p := &d.products[i]
		for _, name := range attributeNames(p) {
			if _, builtIn := builtIns[name]; builtIn || d.declared[name] {
				continue
			}
			products[name]++
			if values[name] == nil {
				values[name] = map[string]bool{}
			}
			for _, v := range texts(p, name) {
				values[name][v] = true
			}
		}
	}
	var all []Choice
	for name, n := range products {
		c := Choice{Origin: Found, Products: n, Values: len(values[name])}
		c.Field = settings.Field{Name: name, Label: label(name), Kind: product.Text, Facet: true}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b Choice) int {
		return cmp.Or(cmp.Compare(b.Products, a.Products), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// objection says why an attribute that nobody declared is no facet, or nothing.
func (d *decision) objection(c Choice) string {
	switch {
	case !d.isCommon(c.Products):
		return fmt.Sprintf("on fewer than %.0f %% of the products", 100*d.shop.MinFacetShare)
	case c.Values > d.shop.MaxFacetValues:
		return fmt.Sprintf("more than %d values", d.shop.MaxFacetValues)
	case !d.divides(c.Products, c.Values):
		return "the same on every product"
	}
	return ""
}

func (d *decision) isCommon(products int) bool {
	return products > 0 && float64(products) >= d.shop.MinFacetShare*float64(len(d.products))
}

// divides says whether some choice of a value leaves products out.
func (d *decision) divides(products, values int) bool {
	return values > 1 || values == 1 && products < len(d.products)
}

// measure counts the field's values and gives a number's facet its ranges.
func (d *decision) measure(c *Choice) {
	if c.Kind != product.Number {
		c.Products, c.Values = tally(d.products, func(p *product.Product) []string { return texts(p, c.Name) })
		return
	}
	var all []float64
	c.Products, c.Values = tally(d.products, func(p *product.Product) []float64 {
		values, notNumbers := numbers(p, c.Name, c.Unit)
		c.NotNumbers += notNumbers
		all = append(all, values...)
		return values
	})
	if len(c.Bounds) == 0 {
		c.Bounds = builtIns[c.Name].bounds
	}
	if len(c.Bounds) == 0 {
		c.Bounds = RoundBounds(all)
	}
}

// tally counts the products that have a value and the distinct values.
func tally[T comparable](products []product.Product, values func(*product.Product) []T) (having, distinct int) {
	seen := map[T]bool{}
	for i := range products {
		found := values(&products[i])
		if len(found) > 0 {
			having++
		}
		for _, v := range found {
			seen[v] = true
		}
	}
	return having, len(seen)
}
