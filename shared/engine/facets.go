package engine

import (
	"slices"
	"sort"
	"strconv"

	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// maxFacetValues bounds how many values of one facet a response lists: more than
// a person reads, and few enough for a phone.
const maxFacetValues = 100

// counter counts the products of each value of the fields that are facets, or of
// each range if the field is a number.
type counter struct {
	// fields are those that are facets.
	fields []int
	// counts[field] (values or ranges) is nil for a field that is no facet.
	counts [][]int
	// ends[field] are the least and the greatest value that a number's facet counts.
	ends [][2]int
}

func (e *Engine) newCounter() counter {
	c := counter{counts: make([][]int, len(e.columns)), ends: make([][2]int, len(e.columns))}
	for i, f := range e.settings.Fields {
		if !f.Facet {
			continue
		}
		c.fields = append(c.fields, i)
		if f.Kind == product.Number {
			c.counts[i] = make([]int, len(f.Bounds)+1)
		} else {
			c.counts[i] = make([]int, e.columns[i].Len())
		}
	}
	return c
}

// count counts the products that pass every filter, and for the facet of a field
// those that fail its filter alone. It goes through one column after the other,
// which the processor reads ahead.
func (e *Engine) count(s *scratch) {
	c := &s.counter
	for _, field := range c.fields {
		counts, column, rangeOf := c.counts[field], e.columns[field], e.rangeOf[field]
		clear(counts)
		c.ends[field] = [2]int{column.Len(), -1}
		for _, docs := range [2][]uint32{s.passed, s.nearly[field]} {
			if rangeOf != nil {
				least, greatest := column.CountRanges(counts, rangeOf, docs)
				ends := &c.ends[field]
				ends[0], ends[1] = min(ends[0], least), max(ends[1], greatest)
			} else {
				column.Count(counts, docs)
			}
		}
	}
}

// facets counts the values of the facets and returns what the response says of
// them. Only facets with a value are listed.
func (e *Engine) facets(s *scratch, conditions []condition) (map[string][]wire.FacetValue, []wire.FacetInfo) {
	facets := make(map[string][]wire.FacetValue)
	order := []wire.FacetInfo{}
	e.count(s)
	c := &s.counter
	for _, field := range c.fields {
		f := &e.settings.Fields[field]
		info := facetInfo(f)
		var values []wire.FacetValue
		if f.Kind == product.Number {
			values = e.ranges(field, c.counts[field])
			if ends := c.ends[field]; len(values) > 0 {
				info.Min, info.Max = &e.columns[field].Numbers[ends[0]], &e.columns[field].Numbers[ends[1]]
			}
		} else {
			values = e.values(field, c.counts[field], chosen(conditions, field))
		}
		if len(values) == 0 {
			continue
		}
		facets[f.Name] = values
		order = append(order, info)
	}
	return facets, order
}

// fields lists what can be filtered on, facets or not.
func (e *Engine) fields() []wire.FacetInfo {
	fields := make([]wire.FacetInfo, len(e.settings.Fields))
	for i := range fields {
		fields[i] = facetInfo(&e.settings.Fields[i])
	}
	return fields
}

func facetInfo(f *settings.Field) wire.FacetInfo {
	return wire.FacetInfo{Field: f.Name, Label: f.Label, Kind: string(f.Kind), Unit: f.Unit}
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
	var best, others []int
	for v, n := range counts {
		if n == 0 && (chosen == nil || !chosen[v]) {
			continue
		}
		if last := len(best) - 1; len(best) == maxFacetValues {
			if n <= counts[best[last]] {
				continue
			}
			best = best[:last]
		}
		best = insertByCount(best, v, counts)
	}
	for v, isChosen := range chosen {
		if isChosen && !slices.Contains(best, v) {
			others = insertByCount(others, v, counts)
		}
	}
	values := make([]wire.FacetValue, 0, len(best)+len(others))
	for _, v := range append(best, others...) {
		values = append(values, wire.FacetValue{Value: e.columns[field].Texts[v], Count: counts[v]})
	}
	return values
}

// insertByCount puts a value behind those that are as frequent, so that values
// which come in order stay so.
func insertByCount(values []int, v int, counts []int) []int {
	i := sort.Search(len(values), func(i int) bool { return counts[values[i]] < counts[v] })
	return slices.Insert(values, i, v)
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
