package feed

import (
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// variantAttributes are those by which Google lets the items of a group differ.
var variantAttributes = []string{"color", "size", "material", "pattern", "gender", "agegroup"}

// groups makes one product of all rows that share a group, with one variant per
// row. The product has the group's ID; what the rows have in common is taken
// from the first, or from a row whose own ID is the group's.
type groups struct {
	plan      *plan
	collector *collector
	// rows are all products as they were read; byID has the lines of their IDs.
	rows []groupRow
	byID map[string]int
}

type groupRow struct {
	product product.Product
	group   string
	line    int
	order   []string
}

func newGroups(p *plan, c *collector) *groups {
	return &groups{plan: p, collector: c, byID: map[string]int{}}
}

func (g *groups) add(row record) error {
	p, err := g.plan.product(row, g.collector)
	if err != nil {
		return err
	}
	if first, taken := g.byID[p.ID]; taken {
		return bad(row.line, p.ID, "duplicated id: it is first in %s:%d", g.collector.file.Path, first)
	}
	g.byID[p.ID] = row.line
	r := groupRow{product: p, group: g.plan.line(row, Group), line: row.line}
	for _, a := range g.plan.attributes(row) {
		r.order = append(r.order, a.name)
	}
	g.rows = append(g.rows, r)
	return nil
}

func (g *groups) finish() {
	members := map[string][]groupRow{}
	for _, row := range g.rows {
		if row.group != "" {
			members[row.group] = append(members[row.group], row)
		}
	}
	for _, row := range g.rows {
		key := row.group
		if _, parent := members[row.product.ID]; parent && key == "" {
			continue // it speaks for its group
		}
		if key == "" {
			g.emit(row.product, row.line)
			continue
		}
		if group := members[key]; group != nil && group[0].line == row.line {
			g.emit(g.join(key, group), row.line)
		}
	}
}

// emit hands a product on; a duplicate of another file's is filed as a bad row.
func (g *groups) emit(p product.Product, line int) {
	_ = g.collector.skip(g.collector.add(p, line)) // add fails with nothing but bad rows
}

// join makes the product of a group.
func (g *groups) join(key string, group []groupRow) product.Product {
	result := group[0].product
	result.Title = commonTitle(group)
	if line, ok := g.byID[key]; ok {
		at := slices.IndexFunc(g.rows, func(r groupRow) bool { return r.line == line })
		parent := g.rows[at].product
		if g.rows[at].group == "" || g.rows[at].group == key {
			result, result.Attributes = parent, map[string][]string{}
			for name, values := range parent.Attributes {
				result.Attributes[name] = slices.Clone(values)
			}
		}
	}
	result.ID, result.Price, result.ListPrice, result.Variants = key, nil, nil, nil
	result.Availability = ""
	options := g.options(group)
	for _, row := range group {
		v := product.Variant{
			ID: row.product.ID, Price: row.product.Price, URL: row.product.URL,
			Image: row.product.Image, Availability: row.product.Availability,
		}
		for _, name := range options {
			// An item of two colours has two options: a filter on either finds it.
			for _, value := range row.product.Attributes[name] {
				v.Options = append(v.Options, product.Option{Name: name, Value: value})
			}
		}
		result.Variants = append(result.Variants, v)
		if p := row.product.Price; p != nil && (result.Price == nil || *p < *result.Price) {
			result.Price, result.ListPrice = p, row.product.ListPrice
		}
		for _, name := range sortedNames(row.product.Attributes) {
			for _, value := range row.product.Attributes[name] {
				addOption(&result, product.Option{Name: name, Value: value})
			}
		}
	}
	result.Availability = bestAvailability(result.Variants)
	return result
}

// options are the attributes in which the rows of a group differ.
func (g *groups) options(group []groupRow) []string {
	var names []string
	for _, row := range group {
		for _, name := range row.order {
			if slices.Contains(names, name) || g.plan.format.isGoogle() && !slices.Contains(variantAttributes, columnKey(name)) {
				continue
			}
			for _, other := range group {
				if !slices.Equal(other.product.Attributes[name], row.product.Attributes[name]) {
					names = append(names, name)
					break
				}
			}
		}
	}
	return names
}

// commonTitle is the beginning that the titles of a group share, in whole words
// and without the sign that led to the variant ("Shirt - Red", "Shirt - Blue");
// the first title where they share less than a third of it.
func commonTitle(group []groupRow) string {
	first := group[0].product.Title
	words := strings.Fields(first)
	shared := len(words)
	for _, row := range group[1:] {
		other := strings.Fields(row.product.Title)
		n := 0
		for n < min(shared, len(other)) && other[n] == words[n] {
			n++
		}
		shared = n
	}
	if shared == len(words) {
		return first
	}
	title := strings.TrimRight(strings.Join(words[:shared], " "), " -–—,|/(:;")
	if len(title)*3 < len(first) {
		return first
	}
	return title
}
