package attention

import "slices"

// Agrees computes a few products with a kernel and says whether they are those
// of Scalar. It takes microseconds. A program asks it once of a kernel that its
// host brought, since that one comes out of another compiler.
func Agrees(k Kernel) bool {
	const dims, rows = 27, 7 // some of every path: whole blocks, and what is left
	query, values := pattern(dims, 5), pattern(dims*rows, 11)
	numbers := []uint32{6, 0, 3, 3, 1}
	scales := []float32{0.5, 0, 2, 1, 0.25, 3, 1}

	var dots, gathered [2][rows]int32
	var above [2][rows]uint32
	var count [2]int
	for i, k := range []Kernel{Scalar, k} {
		k.Dots(query, values, dots[i][:])
		k.Gather(query, values, numbers, gathered[i][:len(numbers)])
		count[i] = k.Above(dots[i][:], scales, float32(dots[i][3]), above[i][:])
	}
	return dots[0] == dots[1] && gathered[0] == gathered[1] && count[0] == count[1] &&
		slices.Equal(above[0][:count[0]], above[1][:count[0]])
}

// pattern fills a vector with numbers from one end of int8 to the other.
func pattern(length, step int) []int8 {
	values := make([]int8, length)
	for i := range values {
		values[i] = int8(i*i*step + 128)
	}
	return values
}
