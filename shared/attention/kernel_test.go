package attention_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/attention"
)

// dot is the product as one reads it in a book.
func dot(query, row []int8) int32 {
	var sum int32
	for i := range query {
		sum += int32(query[i]) * int32(row[i])
	}
	return sum
}

// vectors returns so many numbers made of the bytes, over and over.
func vectors(from []byte, length int) []int8 {
	values := make([]int8, length)
	for i := range values {
		if len(from) > 0 {
			values[i] = int8(from[i%len(from)])
		}
	}
	return values
}

func FuzzScalar(f *testing.F) {
	f.Add(uint16(1), uint8(0), []byte{})
	f.Add(uint16(8), uint8(1), []byte{0x80})
	f.Add(uint16(27), uint8(7), []byte{0x80, 0x7f, 0, 1, 0xff})
	f.Add(uint16(64), uint8(5), []byte("any bytes will do here"))
	f.Add(uint16(attention.MaxDims), uint8(2), []byte{0x80})
	f.Fuzz(func(t *testing.T, size uint16, count uint8, data []byte) {
		dims, rows := int(size)%attention.MaxDims+1, int(count)
		values := vectors(data, dims*(rows+1))
		query, values := values[rows*dims:], values[:rows*dims]

		dots, gathered := make([]int32, rows), make([]int32, rows)
		numbers := make([]uint32, rows)
		for i := range numbers {
			numbers[i] = uint32((i * i) % rows)
		}
		attention.Scalar.Dots(query, values, dots)
		attention.Scalar.Gather(query, values, numbers, gathered)
		for i := range rows {
			assert.Equal(t, dot(query, values[i*dims:][:dims]), dots[i], "row %d", i)
			assert.Equal(t, dots[numbers[i]], gathered[i], "place %d", i)
		}
	})
}

// The longest rows of the extremes still give exact sums, which a float32 holds.
func TestExtremes(t *testing.T) {
	low, high := vectors([]byte{0x80}, attention.MaxDims), vectors([]byte{0x7f}, attention.MaxDims)
	out := make([]int32, 2)
	attention.Scalar.Dots(low, append(append([]int8{}, low...), high...), out)
	assert.Equal(t, []int32{attention.MaxDims * 128 * 128, -attention.MaxDims * 128 * 127}, out)
	assert.EqualValues(t, out[0], int64(float32(out[0])))
	assert.EqualValues(t, out[0]-1, int64(float32(out[0]-1)))
}

func TestAbove(t *testing.T) {
	dots := []int32{4, -4, 2, 8, 0, 9}
	scales := []float32{1, 1, 2, 0.5, 1, 1}
	out := make([]uint32, len(dots))
	for _, c := range []struct {
		bound float32
		want  []uint32
	}{
		{bound: 4, want: []uint32{5}}, // three rows of exactly 4 are not above it
		{bound: 3.5, want: []uint32{0, 2, 3, 5}},
		{bound: -5, want: []uint32{0, 1, 2, 3, 4, 5}},
		{bound: 9, want: []uint32{}},
	} {
		assert.Equal(t, c.want, out[:attention.Scalar.Above(dots, scales, c.bound, out)], "above %g", c.bound)
	}
	assert.Zero(t, attention.Scalar.Above(nil, nil, 0, nil))
}

// broken is Scalar but for one mistake.
type broken struct {
	attention.Kernel
	dots, gather, above bool
}

func (b broken) Dots(query, rows []int8, out []int32) {
	b.Kernel.Dots(query, rows, out)
	if b.dots {
		out[len(out)-1]++ // the last row is in no block of four
	}
}

func (b broken) Gather(query, rows []int8, numbers []uint32, out []int32) {
	if b.gather {
		b.Kernel.Dots(query, rows, out)
		return
	}
	b.Kernel.Gather(query, rows, numbers, out)
}

func (b broken) Above(dots []int32, scales []float32, bound float32, out []uint32) int {
	n := b.Kernel.Above(dots, scales, bound, out)
	if b.above {
		return n - 1
	}
	return n
}

func TestAgreesFindsMistakes(t *testing.T) {
	require.True(t, attention.Agrees(attention.Scalar))
	require.True(t, attention.Agrees(broken{Kernel: attention.Scalar}))
	assert.False(t, attention.Agrees(broken{Kernel: attention.Scalar, dots: true}))
	assert.False(t, attention.Agrees(broken{Kernel: attention.Scalar, gather: true}))
	assert.False(t, attention.Agrees(broken{Kernel: attention.Scalar, above: true}))
}
