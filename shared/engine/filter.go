package engine

import (
	"slices"
	"sort"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// condition is one filter, resolved to the value numbers of its column.
type condition struct {
	field  int
	column *columns.Column
	// wanted (distinct values) marks the values that pass.
	wanted []bool
}

// conditions resolves the filters in the order of the fields.
func (e *Engine) conditions(filters map[string]wire.Filter) ([]condition, error) {
	names := make([]string, 0, len(filters))
	for name := range filters {
		names = append(names, name)
	}
	slices.Sort(names)
	var resolved []condition
	for _, name := range names {
		field, ok := e.byName[name]
		if !ok {
			return nil, badRequest("there is no field %q to filter on; the bundle has %s", name, e.fieldNames())
		}
		c, ok, err := e.resolve(field, filters[name])
		if err != nil {
			return nil, err
		}
		if ok {
			resolved = append(resolved, c)
		}
	}
	return resolved, nil
}

func (e *Engine) fieldNames() string {
	names := make([]string, len(e.settings.Fields))
	for i, f := range e.settings.Fields {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

// resolve returns the condition of a filter; a filter without values or bounds
// passes everything and is none.
func (e *Engine) resolve(field int, f wire.Filter) (condition, bool, error) {
	column := e.columns[field]
	c := condition{field: field, column: column, wanted: make([]bool, column.Len())}
	ranged := f.Min != nil || f.Max != nil
	if ranged && e.settings.Fields[field].Kind != product.Number {
		return c, false, badRequest("field %q is text: filter on values, not on a range", e.settings.Fields[field].Name)
	}
	if ranged && len(f.Values) > 0 {
		return c, false, badRequest("field %q: filter on values or on a range, not on both", e.settings.Fields[field].Name)
	}
	if ranged {
		from, to := numberRange(column.Numbers, f.Min, f.Max)
		for i := from; i < to; i++ {
			c.wanted[i] = true
		}
		return c, true, nil
	}
	for _, v := range f.Values {
		i, ok, err := e.valueNumber(field, v)
		if err != nil {
			return c, false, err
		}
		if ok {
			c.wanted[i] = true
		}
	}
	return c, len(f.Values) > 0, nil
}

// numberRange returns the places [from, to) of the ascending numbers that lie
// between the bounds, both included.
func numberRange(numbers []float64, least, most *float64) (from, to int) {
	to = len(numbers)
	if least != nil {
		from = sort.SearchFloat64s(numbers, *least)
	}
	if most != nil {
		to = sort.Search(len(numbers), func(i int) bool { return numbers[i] > *most })
	}
	return from, max(from, to)
}

// valueNumber returns the number of a value of a field; a value that no product
// has is not an error, since filters outlive catalogues in bookmarks.
func (e *Engine) valueNumber(field int, value string) (int, bool, error) {
	column := e.columns[field]
	if e.settings.Fields[field].Kind != product.Number {
		i, ok := slices.BinarySearch(column.Texts, value)
		return i, ok, nil
	}
	v, err := parseNumber(value)
	if err != nil {
		return 0, false, badRequest("field %q holds numbers, and %q is none", e.settings.Fields[field].Name, value)
	}
	i, ok := slices.BinarySearch(column.Numbers, v)
	return i, ok, nil
}

// passes says whether a product has any of the wanted values.
func (c *condition) passes(doc uint32) bool {
	for _, v := range c.column.Values(doc) {
		if c.wanted[v] {
			return true
		}
	}
	return false
}

// failures returns which of the conditions a product fails: none, the single
// field that it fails, or several. That is all that facets need to know, because
// a facet ignores its own filter and no other.
func failures(conditions []condition, doc uint32) (failed int, several bool) {
	failed = noField
	for i := range conditions {
		if conditions[i].passes(doc) {
			continue
		}
		if failed != noField {
			return failed, true
		}
		failed = conditions[i].field
	}
	return failed, false
}

const noField = -1
