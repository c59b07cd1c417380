package engine

import (
	"sort"
	"strconv"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// maxFacetValues bounds how many values of one facet a response lists: more than
// a person reads, and few enough for a phone.
const maxFacetValues = 100

// counter counts the products of each value of the fields that are facets, or of
// each range if the field is a number.
type counter struct {
	// counts[field] (values or ranges) is nil for a field that is no facet.
	counts [][]int
}

func (e *Engine) newCounter() counter {
	c := counter{counts: make([][]int, len(e.columns))}
	for i, f := range e.settings.Fields {
		if f.Facet && f.Kind == product.Number {
			c.counts[i] = make([]int, len(f.Bounds)+1)
		} else if f.Facet {
			c.counts[i] = make([]int, e.columns[i].Len())
		}
	}
	return c
}

func (c *counter) reset() {
	for _, counts := range c.counts {
		clear(counts)
	}
}

// add counts a product that passes every filter but at most that of one field.
func (c *counter) add(e *Engine, doc uint32, failed int) {
	if failed != noField {
		c.addField(e, doc, failed)
		return
	}
	for field := range c.counts {
		c.addField(e, doc, field)
	}
}

func (c *counter) addField(e *Engine, doc uint32, field int) {
	counts := c.counts[field]
	if counts == nil {
		return
	}
	values := e.columns[field].Values(doc)
	rangeOf := e.rangeOf[field]
	if rangeOf == nil {
		for _, v := range values {
			counts[v]++
		}
		return
	}
	// A product with several values in a range, such as the prices of its
	// variants, counts once; values ascend, and so do their ranges.
	previous := -1
	for _, v := range values {
		if r := int(rangeOf[v]); r != previous {
			counts[r]++
			previous = r
		}
	}
}

// facets turns the counts into what the response says. Only facets with a value
// are listed.
func (e *Engine) facets(c *counter, conditions []condition) (map[string][]wire.FacetValue, []wire.FacetInfo) {
	facets := make(map[string][]wire.FacetValue)
	order := []wire.FacetInfo{}
	for field, f := range e.settings.Fields {
		if !f.Facet {
			continue
		}
		var values []wire.FacetValue
		if f.Kind == product.Number {
			values = e.ranges(field, c.counts[field])
		} else {
			values = e.values(field, c.counts[field], chosen(conditions, field))
		}
		if len(values) == 0 {
			continue
		}
		facets[f.Name] = values
		order = append(order, wire.FacetInfo{Field: f.Name, Label: f.Label, Kind: string(f.Kind), Unit: f.Unit})
	}
	return facets, order
}

// chosen returns which values of a field are filtered on, nil for none.
func chosen(conditions []condition, field int) []bool {
	for i := range conditions {
		if conditions[i].field == field {
			return conditions[i].wanted
		}
	}
	return nil
}

// values lists the values with their counts, most first; a chosen value is
// listed even with none, so that it can be unchosen.
func (e *Engine) values(field int, counts []int, chosen []bool) []wire.FacetValue {
	var numbers []int
	for v, n := range counts {
		if n > 0 || chosen != nil && chosen[v] {
			numbers = append(numbers, v)
		}
	}
	isChosen := func(v int) bool { return chosen != nil && chosen[v] }
	sort.Slice(numbers, func(i, j int) bool {
		a, b := numbers[i], numbers[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && a < b
	})
	values := []wire.FacetValue{}
	for i, v := range numbers {
		if i < maxFacetValues || isChosen(v) {
			values = append(values, wire.FacetValue{Value: e.columns[field].Texts[v], Count: counts[v]})
		}
	}
	return values
}

// ranges lists the ranges of a number that have a product, ascending. Their ends
// are values that occur, so that a filter on a range, which includes both ends,
// leaves just the products that were counted.
func (e *Engine) ranges(field int, counts []int) []wire.FacetValue {
	numbers, bounds := e.columns[field].Numbers, e.settings.Fields[field].Bounds
	var values []wire.FacetValue
	for r, n := range counts {
		if n == 0 {
			continue
		}
		v := wire.FacetValue{Count: n}
		if r > 0 {
			v.Min = &bounds[r-1]
		}
		if r < len(bounds) {
			v.Max = &numbers[sort.SearchFloat64s(numbers, bounds[r])-1]
		}
		v.Value = rangeName(v.Min, v.Max)
		values = append(values, v)
	}
	return values
}

// newRangeOf returns, for each field that is a number, the range of each of its
// values; nil for the others.
func (e *Engine) newRangeOf() [][]uint16 {
	all := make([][]uint16, len(e.columns))
	for i, f := range e.settings.Fields {
		if f.Kind != product.Number {
			continue
		}
		all[i] = make([]uint16, e.columns[i].Len())
		r := uint16(0)
		for v, x := range e.columns[i].Numbers {
			for int(r) < len(f.Bounds) && x >= f.Bounds[r] {
				r++
			}
			all[i][v] = r
		}
	}
	return all
}

// rangeName is how a filter on the range would be written in a URL: "10..50".
func rangeName(least, most *float64) string {
	name := ".."
	if least != nil {
		name = formatNumber(*least) + name
	}
	if most != nil {
		name += formatNumber(*most)
	}
	return name
}

func formatNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func parseNumber(s string) (float64, error) { return strconv.ParseFloat(s, 64) }
