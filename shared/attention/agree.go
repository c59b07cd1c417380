package attention

import "slices"

// Agrees computes a few products with a kernel and says whether they are those
// of Scalar. It takes microseconds. A program asks it once of a kernel that its
// host brought, since that one comes out of another compiler.
func Agrees(k Kernel) bool { return slices.Equal(sample(k), sample(Scalar)) }

// sample returns what a kernel makes of a small table whose shape takes every
// path: whole blocks, and what is left of a row and of the rows.
func sample(k Kernel) []int32 {
	const dims, rows = 27, 7
	var values [dims * (rows + 1)]int8
	for i := range values {
		values[i] = int8(i*i*5 + 128) // from one end of int8 to the other
	}
	query, table := values[:dims], values[dims:]
	numbers := []uint32{6, 0, 3, 3, 1, 5, 2}
	scales := []float32{0.5, 0, 2, 1, 0.25, 3, 1}
	above := make([]uint32, rows)

	results := make([]int32, 2*rows, 3*rows)
	k.Dots(query, table, results[:rows])
	k.Gather(query, table, numbers, results[rows:])
	for _, row := range above[:k.Above(results[:rows], scales, float32(results[4]), above)] {
		results = append(results, int32(row))
	}
	return results
}
