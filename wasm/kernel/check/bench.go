//go:build js

package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"time"

	"github.com/vitrine-search/vitrine/shared/attention"
)

// bench times the work that the kernels are for.
func bench(r *rand.Rand, simd attention.Kernel) error {
	for _, shape := range []struct{ rows, dims int }{{54_667, 32}, {54_667, 64}, {100_000, 32}} {
		table, query, err := newTable(r, shape.rows, shape.dims)
		if err != nil {
			return err
		}
		out := make([]int32, shape.rows)
		report(fmt.Sprintf("dots of %d x %d", shape.rows, shape.dims), simd, func(k attention.Kernel) {
			table.Dots(k, query, out)
		})
		scan := attention.NewScan(table)
		report(fmt.Sprintf("nearest 50 of %d x %d", shape.rows, shape.dims), simd, func(k attention.Kernel) {
			scan.Nearest(k, query, 50, float32(math.Inf(-1)))
		})
	}
	// Five tokens of a query with twelve of each of 200 products.
	const dims, queryTokens, productTokens = 32, 5, 200 * 12
	table, query, err := newTable(r, 20_000, dims)
	if err != nil {
		return err
	}
	tokens := make([]uint32, productTokens)
	for i := range tokens {
		tokens[i] = uint32(r.IntN(table.Len()))
	}
	out := make([]int32, productTokens)
	report(fmt.Sprintf("gather of %d x %d x %d", queryTokens, productTokens, dims), simd, func(k attention.Kernel) {
		for range queryTokens {
			table.Gather(k, query, tokens, out)
		}
	})
	return nil
}

func newTable(r *rand.Rand, rows, dims int) (table attention.Table, query []int8, err error) {
	scales := make([]float32, rows)
	for i := range scales {
		scales[i] = 1 + r.Float32()
	}
	table, err = attention.NewTable(dims, numbers(r, rows*dims, 127), scales)
	return table, numbers(r, dims, 127), err
}

// report prints the medians of both kernels, taken in turns.
func report(what string, simd attention.Kernel, work func(attention.Kernel)) {
	const rounds, least = 15, 5 * time.Millisecond // a browser's clock ticks in up to 0.1 ms
	kernels := []attention.Kernel{attention.Scalar, simd}
	times := make([][]float64, len(kernels))
	for range rounds {
		for i, k := range kernels {
			runs, begin := 0, time.Now()
			for time.Since(begin) < least {
				work(k)
				runs++
			}
			times[i] = append(times[i], time.Since(begin).Seconds()*1000/float64(runs))
		}
	}
	for i := range times {
		slices.Sort(times[i])
	}
	scalar, fast := times[0][rounds/2], times[1][rounds/2]
	fmt.Fprintf(os.Stdout, "%-28s scalar %6.3f ms, SIMD %6.3f ms, %5.1f times\n", what, scalar, fast, scalar/fast)
}
