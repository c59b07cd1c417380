// Package columns holds the values of the products by field: what filters test,
// facets count and sorting compares. A column numbers the distinct values of its
// field in ascending order, so that a range of numbers is a range of value
// numbers, and counting a facet is counting integers.
package columns

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Column is the values of one field. Exactly one of Texts and Numbers is used.
type Column struct {
	// Texts and Numbers are the distinct values, ascending.
	Texts   []string
	Numbers []float64
	// starts (products+1) says where each product's values begin in values.
	starts []uint32
	// values are indexes into Texts or Numbers, ascending for each product.
	values []uint32
}

// Values returns the value numbers of a product, ascending.
func (c *Column) Values(doc uint32) []uint32 {
	return c.values[c.starts[doc]:c.starts[doc+1]]
}

// Len returns the number of distinct values.
func (c *Column) Len() int { return max(len(c.Texts), len(c.Numbers)) }

// OfTexts makes a column from each product's values.
func OfTexts(products [][]string) *Column {
	c := &Column{}
	c.Texts, c.starts, c.values = number(products)
	return c
}

// OfNumbers makes a column from each product's values.
func OfNumbers(products [][]float64) *Column {
	c := &Column{}
	c.Numbers, c.starts, c.values = number(products)
	return c
}

// number gives the distinct values numbers in ascending order.
func number[T cmp.Ordered](products [][]T) (distinct []T, starts, values []uint32) {
	for _, p := range products {
		distinct = append(distinct, p...)
	}
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	starts = append(starts, 0)
	for _, p := range products {
		from := len(values)
		for _, v := range p {
			i, _ := slices.BinarySearch(distinct, v)
			values = append(values, uint32(i))
		}
		slices.Sort(values[from:])
		values = append(values[:from], slices.Compact(values[from:])...)
		starts = append(starts, uint32(len(values)))
	}
	return distinct, starts, values
}

// Encode lays the columns out as one part, in order.
func Encode(columns []*Column) *bundle.Builder {
	b := bundle.NewBuilder(bundle.PartColumns)
	b.Number("columns", float64(len(columns)))
	for i, c := range columns {
		prefix := strconv.Itoa(i)
		if c.Numbers != nil {
			b.Floats(prefix+".numbers", c.Numbers)
		} else {
			b.Strings(prefix+".texts", c.Texts)
		}
		counts := make([]uint32, len(c.starts)-1)
		for doc := range counts {
			counts[doc] = c.starts[doc+1] - c.starts[doc]
		}
		b.Uints(prefix+".counts", counts)
		b.Uints(prefix+".values", c.values)
	}
	return b
}

// Decode reads the part that Encode lays out, for so many products. It fails
// with a *bundle.Error.
func Decode(p *bundle.Part, products int) ([]*Column, error) {
	columns := make([]*Column, 0, 8)
	for i := range p.Int("columns") {
		prefix := strconv.Itoa(i)
		c := &Column{}
		if p.Has(prefix + ".numbers") {
			c.Numbers = p.Floats(prefix + ".numbers")
		} else {
			if texts := p.Strings(prefix + ".texts"); texts.Len() > 0 {
				c.Texts = texts.All()
			}
		}
		counts := p.Uints(prefix + ".counts")
		c.values = p.Uints(prefix + ".values")
		if !c.index(counts, products) {
			p.Fail("has a column " + prefix + " that does not fit its products")
		}
		if err := p.Err(); err != nil {
			return nil, err
		}
		columns = append(columns, c)
	}
	return columns, p.Err()
}

// index fills starts and says whether every number is in range.
func (c *Column) index(counts []uint32, products int) bool {
	c.starts = make([]uint32, 1, products+1)
	var sum uint64
	for _, n := range counts {
		sum += uint64(n)
		if sum > uint64(len(c.values)) {
			return false
		}
		c.starts = append(c.starts, uint32(sum))
	}
	distinct := uint32(c.Len())
	for _, v := range c.values {
		if v >= distinct {
			return false
		}
	}
	return len(counts) == products && sum == uint64(len(c.values))
}
