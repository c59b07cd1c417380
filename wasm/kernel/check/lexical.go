//go:build js

package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// The codes of the streams that are no terms: shared/lexical/stream.go.
const (
	endOfField = iota
	gap
	samePlace
	joined
	firstTerm
)

// compareLexical makes the texts of a few products, one time in three damaged, and
// compares what the kernels of package lexical make of them.
func compareLexical(r *rand.Rand, fast lexical.Kernel) error {
	spelt := []int{1, 3, 300, 20_000}[r.IntN(4)]
	if r.IntN(100) == 0 {
		spelt = 600_000
	}
	products, fields := r.IntN(8), 1+r.IntN(len(lexical.Fields))
	data := texts(r, products*fields, spelt)
	if r.IntN(3) == 0 && len(data) > 0 {
		data[r.IntN(len(data))] = byte([]int{0, 1, 2, 3, 4, 192, 248, 255, r.IntN(256)}[r.IntN(9)])
		data = data[:len(data)-r.IntN(2)]
	}
	room := len(data) / (1 + r.IntN(9))
	want, got := newScanned(spelt, room), newScanned(spelt, room)
	want.found = lexical.Scalar.Scan(data, products, fields, want.counts, want.marks)
	got.found = fast.Scan(data, products, fields, got.counts, got.marks)
	switch {
	case want.found != got.found:
		return fmt.Errorf("scan finds %d marks instead of %d in %v", got.found, want.found, data)
	case want.found < 0:
		return nil // what was counted of it does not matter
	case !slices.Equal(want.counts, got.counts) || !slices.Equal(want.marks, got.marks):
		return fmt.Errorf("scan counts %v and marks %v instead of %v and %v in %v",
			got.counts, got.marks, want.counts, want.marks, data)
	}
	return compareInverted(r, fast, data, products, fields, want)
}

type scanned struct {
	counts []lexical.Count
	marks  []lexical.Mark
	found  int
}

func newScanned(spelt, marks int) scanned {
	return scanned{counts: make([]lexical.Count, spelt), marks: make([]lexical.Mark, marks)}
}

// texts writes so many fields of terms, gaps, second forms and marks.
func texts(r *rand.Rand, fields, spelt int) []byte {
	var data []byte
	term := func() { data = appendCode(data, firstTerm+uint32(float64(spelt)*r.Float64()*r.Float64())) }
	for range fields {
		for range r.IntN(9) {
			switch r.IntN(5) {
			case 0:
				data = append(data, gap)
			case 1:
				term()
				data = append(data, samePlace)
			case 2:
				term()
				data = append(data, joined)
				if r.IntN(2) == 0 {
					data = append(data, samePlace)
					term()
				}
			}
			term()
		}
		data = append(data, endOfField)
	}
	return data
}

func appendCode(dst []byte, code uint32) []byte {
	switch {
	case code < 192:
		return append(dst, byte(code))
	case code < 14_528:
		code -= 192
		return append(dst, byte(192+code>>8), byte(code))
	case code < 473_280:
		code -= 14_528
		return append(dst, byte(248+code>>16), byte(code>>8), byte(code))
	}
	code -= 473_280
	return append(dst, 255, byte(code>>24), byte(code>>16), byte(code>>8), byte(code))
}

// compareInverted has both kernels invert the texts, and weigh the postings.
func compareInverted(r *rand.Rand, fast lexical.Kernel, data []byte, products, fields int, s scanned) error {
	// Joined terms of which each stands at a few of the marks, and codes of every length.
	first := max(len(s.counts), []int{0, 14_000}[r.IntN(2)])
	if r.IntN(100) == 0 {
		first = max(first, 473_200)
	}
	t := lexical.Texts{Data: data, Products: products, Absent: make([]uint32, fields), Joined: make([]uint32, s.found)}
	terms := first + 1 + s.found/2
	t.Ranked = make([]uint32, terms)
	for i, n := range r.Perm(terms) {
		t.Ranked[i] = uint32(n)
	}
	for range r.IntN(len(lexical.Fields) - fields + 1) {
		t.Absent[r.IntN(fields)]++
	}
	most := make([]uint32, terms)
	for i, c := range s.counts {
		most[t.Ranked[i]] += c.Products
	}
	room := len(data) + products*len(lexical.Fields)
	for i := range t.Joined {
		n := uint32(first + r.IntN(terms-first))
		t.Joined[i] = firstTerm + n
		most[t.Ranked[n]]++
		room += len(appendCode(nil, t.Joined[i]))
	}
	want, got := newInverted(products, room, most), newInverted(products, room, most)
	lexical.Scalar.Invert(&t, want)
	fast.Invert(&t, got)
	if !slices.Equal(want.Streams, got.Streams) || !slices.Equal(want.Starts, got.Starts) ||
		!slices.Equal(want.Lengths, got.Lengths) || !slices.Equal(want.Runs, got.Runs) ||
		!slices.Equal(want.Docs, got.Docs) || !slices.Equal(want.TFs, got.TFs) {
		return fmt.Errorf("invert makes %v instead of %v of %v", got, want, data)
	}
	norms := make([]float64, products)
	for i := range norms {
		norms[i] = 3 * r.Float64()
	}
	impacts, others := make([]float32, len(want.Docs)), make([]float32, len(want.Docs))
	factor := 1 + r.Float64()
	lexical.Scalar.Weigh(want.Docs, want.TFs, norms, factor, impacts)
	fast.Weigh(want.Docs, want.TFs, norms, factor, others)
	if !slices.Equal(impacts, others) {
		return fmt.Errorf("weigh makes %v instead of %v", others, impacts)
	}
	return nil
}

func newInverted(products, room int, most []uint32) *lexical.Inverted {
	to := &lexical.Inverted{
		Streams: make([]byte, room), Starts: make([]uint32, products+1), Lengths: make([]uint32, products),
		Runs: make([]lexical.Run, len(most)),
	}
	end := uint32(0)
	for term, n := range most {
		to.Runs[term] = lexical.Run{End: end, Last: ^uint32(0)}
		end += n
	}
	to.Docs, to.TFs = make([]uint32, end), make([]uint16, end)
	return to
}
