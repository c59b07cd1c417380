// Package attention holds tables of small vectors, one for each product or
// token, and compares a query with their rows by dot products.
//
// A number is an int8, and each row has one scale: the row stands for its int8s
// times the scale. So a table takes a quarter of the memory of float32, the sums
// are integers, which every host adds up alike in any order, and a SIMD unit
// does sixteen at a time. Who does the sums is a Kernel: plain Go by default, and
// in WebAssembly the SIMD kernel that the program hands in.
package attention

import (
	"fmt"
	"math"
)

// MaxDims is the longest row. Every dot product of two such rows fits an int32,
// and in fact 24 bits (1024 * 128 * 128 = 2^24), so that it becomes a float32
// without rounding.
const MaxDims = 1024

// maxScale keeps the product of a scale and any dot product finite.
const maxScale = math.MaxFloat32 / (MaxDims * 128 * 128)

// Table is a list of rows of equal length. It is immutable, and safe for
// concurrent use; the zero Table has no rows.
type Table struct {
	dims   int
	values []int8    // (rows, dims)
	scales []float32 // (rows)
}

// NewTable returns the table of the rows (len(scales), dims). It keeps both
// slices. It fails if the shapes do not fit each other, or if a scale is not a
// positive number or zero, or so large that a score could overflow.
func NewTable(dims int, values []int8, scales []float32) (Table, error) {
	if dims < 1 || dims > MaxDims {
		return Table{}, fmt.Errorf("rows of %d numbers: from 1 to %d are possible", dims, MaxDims)
	}
	if len(values)%dims != 0 || len(values)/dims != len(scales) {
		return Table{}, fmt.Errorf("%d numbers are not %d rows of %d", len(values), len(scales), dims)
	}
	for row, scale := range scales {
		if !(scale >= 0 && scale <= maxScale) {
			return Table{}, fmt.Errorf("the scale of row %d is %g, which is not from 0 to %g", row, scale, maxScale)
		}
	}
	return Table{dims: dims, values: values, scales: scales}, nil
}

// Len counts the rows.
func (t Table) Len() int { return len(t.scales) }

// Dims is the length of a row, 0 in the zero Table.
func (t Table) Dims() int { return t.dims }

// Row returns a row (dims), which must not be changed.
func (t Table) Row(i int) []int8 { return t.values[i*t.dims : (i+1)*t.dims : (i+1)*t.dims] }

// Scale is what the numbers of a row are to be multiplied with.
func (t Table) Scale(i int) float32 { return t.scales[i] }

// Dots writes the dot products of the query (dims) with all rows to out (rows).
// It panics if one of them has another length.
func (t Table) Dots(k Kernel, query []int8, out []int32) {
	t.checkQuery(query)
	if len(out) != t.Len() {
		panic(fmt.Sprintf("attention: room for %d dot products with %d rows", len(out), t.Len()))
	}
	if len(out) > 0 {
		k.Dots(query, t.values, out)
	}
}

// Gather writes the dot products of the query (dims) with the rows that the
// numbers name to out (len(numbers)). It panics if a length does not fit, or if
// there is no such row.
func (t Table) Gather(k Kernel, query []int8, numbers []uint32, out []int32) {
	t.checkQuery(query)
	if len(out) != len(numbers) {
		panic(fmt.Sprintf("attention: room for %d dot products of %d", len(out), len(numbers)))
	}
	for _, number := range numbers {
		if int64(number) >= int64(t.Len()) {
			panic(fmt.Sprintf("attention: no row %d among %d", number, t.Len()))
		}
	}
	if len(numbers) > 0 {
		k.Gather(query, t.values, numbers, out)
	}
}

func (t Table) checkQuery(query []int8) {
	if len(query) != t.dims {
		panic(fmt.Sprintf("attention: a query of %d numbers for rows of %d", len(query), t.dims))
	}
}
