package attention

// Kernel does the arithmetic of tables, as one host can. All kernels give the
// same results to the last bit: integers do not round, and Above rounds a
// conversion and a product, each once, as IEEE 754 says.
//
// A kernel trusts the shapes that it is given; Table and Scan check them. It
// keeps none of the slices.
type Kernel interface {
	// Dots writes the dot products of the query (dims) with each of the rows
	// (len(out), dims). dims is len(query), from 1 to MaxDims.
	Dots(query, rows []int8, out []int32)
	// Gather writes the dot products of the query (dims) with those of the rows
	// (any, dims) that the numbers (len(out)) name, in their order. A number may
	// come several times.
	Gather(query, rows []int8, numbers []uint32, out []int32)
	// Above writes, ascending, for which i the product dots[i] * scales[i] is
	// greater than bound, and returns how many there are. scales and out are at
	// least as long as dots.
	Above(dots []int32, scales []float32, bound float32, out []uint32) int
}

// Scalar is the kernel in plain Go: for every host, and what others are held to.
var Scalar Kernel = new(scalar)

type scalar struct{}

func (*scalar) Dots(query, rows []int8, out []int32) {
	for i := range out {
		out[i] = dot(query, rows[i*len(query):])
	}
}

func (*scalar) Gather(query, rows []int8, numbers []uint32, out []int32) {
	for i := range out {
		out[i] = dot(query, rows[int(numbers[i])*len(query):])
	}
}

func (*scalar) Above(dots []int32, scales []float32, bound float32, out []uint32) int {
	scales = scales[:len(dots)]
	n := 0
	for i, d := range dots {
		if float32(d)*scales[i] > bound {
			out[n] = uint32(i)
			n++
		}
	}
	return n
}

// dot is the product of the query with the row that begins here. It reads eight
// numbers at a time, whose bounds are checked once: that takes about half the
// time of the plain loop, natively and as WebAssembly.
func dot(query, row []int8) int32 {
	row = row[:len(query)]
	var sum int32
	for len(query) >= 8 && len(row) >= 8 {
		q, r := (*[8]int8)(query), (*[8]int8)(row)
		sum += int32(q[0])*int32(r[0]) + int32(q[1])*int32(r[1]) +
			int32(q[2])*int32(r[2]) + int32(q[3])*int32(r[3]) +
			int32(q[4])*int32(r[4]) + int32(q[5])*int32(r[5]) +
			int32(q[6])*int32(r[6]) + int32(q[7])*int32(r[7])
		query, row = query[8:], row[8:]
	}
	for i, q := range query {
		sum += int32(q) * int32(row[i])
	}
	return sum
}
