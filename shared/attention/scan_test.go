package attention_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/attention"
)

// random returns a table with few different values, so that many rows are alike.
func random(t testing.TB, dims, rows, most int) (table attention.Table, query []int8) {
	t.Helper()
	r := rand.New(rand.NewPCG(uint64(dims), uint64(rows)))
	values := make([]int8, dims*(rows+1))
	for i := range values {
		values[i] = int8(r.IntN(2*most+1) - most)
	}
	scales := make([]float32, rows)
	for i := range scales {
		scales[i] = float32(1+r.IntN(3)) / 64
	}
	return newTable(t, dims, values[dims:], scales), values[:dims]
}

// lowest is below every score.
var lowest = float32(math.Inf(-1))

// nearest sorts all rows.
func nearest(table attention.Table, query []int8, n int) []attention.Neighbor {
	all := make([]attention.Neighbor, table.Len())
	for row := range all {
		all[row] = attention.Neighbor{Row: uint32(row), Score: float32(dot(query, table.Row(row))) * table.Scale(row)}
	}
	slices.SortStableFunc(all, func(a, b attention.Neighbor) int { return cmp.Compare(b.Score, a.Score) })
	return all[:max(0, min(n, len(all)))]
}

func TestScanIsSortingAllRows(t *testing.T) {
	for _, rows := range []int{0, 1, 7, 1024, 5000} {
		for _, most := range []int{1, 127} {
			table, query := random(t, 9, rows, most)
			scan := attention.NewScan(table)
			for _, n := range []int{50, 1, 0, -1, rows, rows + 1} {
				got := scan.Nearest(attention.Scalar, query, n, lowest)
				assert.Equal(t, fmt.Sprint(nearest(table, query, n)), fmt.Sprint(got), "%d of %d rows, up to %d", n, rows, most)
			}
		}
	}
}

func TestScanStopsAtTheBar(t *testing.T) {
	table, query := random(t, 9, 3000, 127)
	scan := attention.NewScan(table)
	all := nearest(table, query, 3000)
	for _, at := range []int{0, 1, 10, 700, 2999} {
		bar := all[at].Score
		want := 0
		for want < len(all) && all[want].Score > bar {
			want++
		}
		for _, n := range []int{5, 100, 3000} {
			got := scan.Nearest(attention.Scalar, query, n, bar)
			assert.Equal(t, fmt.Sprint(all[:min(want, n)]), fmt.Sprint(got), "%d above the score at %d", n, at)
		}
	}
}

func TestScanAllocatesNothing(t *testing.T) {
	table, query := random(t, 32, 3000, 127)
	scan := attention.NewScan(table)
	scan.Nearest(attention.Scalar, query, 50, lowest)
	assert.Zero(t, testing.AllocsPerRun(10, func() { scan.Nearest(attention.Scalar, query, 50, lowest) }))
}

func BenchmarkDots(b *testing.B) {
	for _, shape := range []struct{ rows, dims int }{{54_667, 32}, {54_667, 64}, {100_000, 32}} {
		b.Run(fmt.Sprintf("%dx%d", shape.rows, shape.dims), func(b *testing.B) {
			table, query := random(b, shape.dims, shape.rows, 127)
			out := make([]int32, shape.rows)
			for b.Loop() {
				table.Dots(attention.Scalar, query, out)
			}
		})
	}
}

// What retrieval by likeness costs at the largest catalogue.
func BenchmarkNearest(b *testing.B) {
	table, query := random(b, 32, 100_000, 127)
	scan := attention.NewScan(table)
	b.ReportAllocs()
	for b.Loop() {
		scan.Nearest(attention.Scalar, query, 50, lowest)
	}
}

// What the similarities of five query tokens with twelve tokens of each of 200
// products cost.
func BenchmarkGather(b *testing.B) {
	const dims, queryTokens, productTokens = 32, 5, 200 * 12
	table, query := random(b, dims, 20_000, 127)
	numbers := make([]uint32, productTokens)
	for i := range numbers {
		numbers[i] = uint32(i * 7919 % table.Len())
	}
	out := make([]int32, productTokens)
	for b.Loop() {
		for range queryTokens {
			table.Gather(attention.Scalar, query, numbers, out)
		}
	}
}
