package attention_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/attention"
)

func newTable(t testing.TB, dims int, values []int8, scales []float32) attention.Table {
	t.Helper()
	table, err := attention.NewTable(dims, values, scales)
	require.NoError(t, err)
	return table
}

func TestTable(t *testing.T) {
	table := newTable(t, 3, []int8{1, 2, 3, -4, 5, -6}, []float32{0.5, 2})
	assert.Equal(t, 2, table.Len())
	assert.Equal(t, 3, table.Dims())
	assert.Equal(t, []int8{-4, 5, -6}, table.Row(1))
	assert.InDelta(t, 2, table.Scale(1), 0)

	out := make([]int32, 2)
	table.Dots(attention.Scalar, []int8{1, 0, -1}, out)
	assert.Equal(t, []int32{-2, 2}, out)

	out = make([]int32, 3)
	table.Gather(attention.Scalar, []int8{0, 1, 0}, []uint32{1, 0, 1}, out)
	assert.Equal(t, []int32{5, 2, 5}, out)
	table.Gather(attention.Scalar, []int8{0, 1, 0}, nil, nil)
}

func TestEmptyTables(t *testing.T) {
	var none attention.Table
	assert.Zero(t, none.Len())
	none.Dots(attention.Scalar, nil, nil)
	newTable(t, 8, nil, nil).Dots(attention.Scalar, make([]int8, 8), nil)
}

func TestTableRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		dims, values int
		scales       []float32
		want         string
	}{
		"rows of nothing":    {dims: 0, want: "rows of 0 numbers"},
		"rows too long":      {dims: attention.MaxDims + 1, want: "from 1 to 1024"},
		"half a row":         {dims: 4, values: 6, scales: []float32{1}, want: "6 numbers are not 1 rows of 4"},
		"a scale too few":    {dims: 4, values: 8, scales: []float32{1}, want: "8 numbers are not 1 rows of 4"},
		"a negative scale":   {dims: 1, values: 2, scales: []float32{1, -1}, want: "scale of row 1 is -1"},
		"no number as scale": {dims: 1, values: 1, scales: []float32{float32(math.NaN())}, want: "scale of row 0 is NaN"},
		"an overflow":        {dims: 1, values: 1, scales: []float32{1e35}, want: "scale of row 0 is 1e+35"},
	} {
		_, err := attention.NewTable(c.dims, make([]int8, c.values), c.scales)
		assert.ErrorContains(t, err, c.want, name)
	}
}

func TestTablePanicsBeforeAKernelReadsElsewhere(t *testing.T) {
	table := newTable(t, 2, []int8{1, 2, 3, 4}, []float32{1, 1})
	query, out := []int8{1, 1}, make([]int32, 2)
	for name, call := range map[string]func(){
		"a short query":    func() { table.Dots(attention.Scalar, query[:1], out) },
		"little room":      func() { table.Dots(attention.Scalar, query, out[:1]) },
		"a short gathered": func() { table.Gather(attention.Scalar, query[:1], []uint32{0}, out[:1]) },
		"no such row":      func() { table.Gather(attention.Scalar, query, []uint32{0, 2}, out) },
		"a huge number":    func() { table.Gather(attention.Scalar, query, []uint32{math.MaxUint32, 0}, out) },
		"room for another": func() { table.Gather(attention.Scalar, query, []uint32{0}, out) },
	} {
		assert.Panics(t, call, name)
	}
}
