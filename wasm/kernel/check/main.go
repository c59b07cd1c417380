//go:build js

// Command check holds the SIMD kernel to the scalar one where both really run:
// in a program that Go compiled, on Go's memory, in the host that starts it. It
// compares them on so many random tables (its first argument), and fails at the
// first difference; with a second argument, bench, it times both. The shop's
// program cannot do that: it has no use for two kernels.
package main

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/wasm/kernel"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "check:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("how many tables? (hint: check 1000, or check 1000 bench)")
	}
	tables, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	simd := kernel.Best()
	if simd == attention.Scalar {
		return errors.New("this host has not started the kernel")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range tables {
		if err := compare(r, simd); err != nil {
			return err
		}
		if err := compareLexical(r, kernel.Lexical()); err != nil {
			return err
		}
	}
	fmt.Fprintf(os.Stdout, "equal on %d tables\n", tables)
	if len(args) > 1 {
		return bench(r, simd)
	}
	return nil
}

// compare makes one table and compares what the kernels say of it.
func compare(r *rand.Rand, simd attention.Kernel) error {
	dims, rows := 1+r.IntN(130), r.IntN(40)
	most := []int{1, 20, 128}[r.IntN(3)]
	query, values := numbers(r, dims, most), numbers(r, rows*dims, most)
	scales := make([]float32, rows)
	chosen := make([]uint32, r.IntN(50))
	for i := range scales {
		scales[i] = float32(r.IntN(4)) * r.Float32()
	}
	for i := range chosen {
		chosen[i] = uint32(r.IntN(max(rows, 1)))
	}
	if rows == 0 {
		chosen = nil
	}
	want, got := newResults(rows, len(chosen)), newResults(rows, len(chosen))
	for _, side := range []struct {
		kernel attention.Kernel
		into   *results
	}{{attention.Scalar, want}, {simd, got}} {
		side.kernel.Dots(query, values, side.into.dots)
		side.kernel.Gather(query, values, chosen, side.into.gathered)
		for i, bound := range bounds(want.dots, scales) {
			side.into.counts[i] = side.kernel.Above(side.into.dots, scales, bound, side.into.above[i])
		}
	}
	if !want.equal(got) {
		return fmt.Errorf("%d rows of %d numbers up to %d, %d chosen: scalar %+v, SIMD %+v", rows, dims, most, len(chosen), want, got)
	}
	return nil
}

// numbers returns random ones from -most to most that begin at any address; of
// those up to 128, every eighth is an end of int8.
func numbers(r *rand.Rand, length, most int) []int8 {
	from := r.IntN(17)
	values := make([]int8, from+length)[from:]
	for i := range values {
		v := r.IntN(2*most+1) - most
		if most == 128 && r.IntN(8) == 0 {
			v = []int{-128, 127}[r.IntN(2)]
		}
		values[i] = int8(min(v, 127))
	}
	return values
}

// bounds are those of a first block, of one row's own score, and no number.
func bounds(dots []int32, scales []float32) [3]float32 {
	bounds := [3]float32{float32(math.Inf(-1)), 0, float32(math.NaN())}
	if len(dots) > 0 {
		bounds[1] = float32(dots[len(dots)/2]) * scales[len(dots)/2]
	}
	return bounds
}

// results is what a kernel says of a table. Room that it should leave alone is
// compared too.
type results struct {
	dots, gathered []int32
	counts         [3]int
	above          [3][]uint32
}

func newResults(rows, chosen int) *results {
	r := &results{dots: make([]int32, rows), gathered: make([]int32, chosen)}
	for i := range r.above {
		r.above[i] = make([]uint32, rows)
	}
	return r
}

func (r *results) equal(other *results) bool {
	same := slices.Equal(r.dots, other.dots) && slices.Equal(r.gathered, other.gathered) && r.counts == other.counts
	for i := range r.above {
		same = same && slices.Equal(r.above[i], other.above[i])
	}
	return same
}
