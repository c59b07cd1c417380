//go:build js

// Package kernel is the arithmetic of package attention with the SIMD
// instructions of WebAssembly, which Go's compiler does not emit, and what package
// lexical does with every code when a bundle opens. It is a small
// WebAssembly module of its own, kernel.wat, that works on Go's memory: the host
// instantiates it between Go's program and the program's start, and its import
// object joins the two (web/src/engine/kernel.ts, wasm/edge/resident.mjs).
//
// A program that links this package runs only in a host that offers the imports.
// So nothing in shared does: the mains hand the kernel to the engine, and
// everything else runs under plain go test.
package kernel

import (
	"unsafe"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// Best returns the kernel with SIMD if the host could start it, and
// attention.Scalar otherwise.
func Best() attention.Kernel {
	if !available() {
		return attention.Scalar
	}
	return new(simd)
}

// available says whether the host has started the kernel.
//
//go:wasmimport kernel available
func available() bool

//go:wasmimport kernel dots
//go:noescape
func dots(query, rows *int8, dims int32, numbers *uint32, count int32, out *int32)

//go:wasmimport kernel above
//go:noescape
func above(dots *int32, scales *float32, count int32, bound float32, out *uint32) int32

type simd struct{}

func (*simd) Dots(query, rows []int8, out []int32) {
	dots(unsafe.SliceData(query), unsafe.SliceData(rows), int32(len(query)), nil, int32(len(out)), unsafe.SliceData(out))
}

func (*simd) Gather(query, rows []int8, numbers []uint32, out []int32) {
	dots(unsafe.SliceData(query), unsafe.SliceData(rows), int32(len(query)), unsafe.SliceData(numbers), int32(len(out)), unsafe.SliceData(out))
}

func (*simd) Above(dots []int32, scales []float32, bound float32, out []uint32) int {
	return int(above(unsafe.SliceData(dots), unsafe.SliceData(scales), int32(len(dots)), bound, unsafe.SliceData(out)))
}

// Lexical returns the kernel of package lexical if the host could start it, and
// lexical.Scalar otherwise.
func Lexical() lexical.Kernel {
	if !available() {
		return lexical.Scalar
	}
	return new(walker)
}

//go:wasmimport kernel scan
//go:noescape
func scan(data *byte, length, products, fields int32, counts unsafe.Pointer, spelt int32, marks unsafe.Pointer, room int32) int32

//go:wasmimport kernel invert
//go:noescape
func invert(
	data *byte, products int32, absent *uint32, fields int32, joined, ranked *uint32, weights *uint16,
	streams *byte, starts, lengths *uint32, runs unsafe.Pointer, docs *uint32, tfs *uint16,
)

//go:wasmimport kernel weigh
//go:noescape
func weigh(docs *uint32, tfs *uint16, count int32, norms *float64, factor float64, impacts *float32)

type walker struct{}

func (*walker) Scan(data []byte, products, fields int, counts []lexical.Count, marks []lexical.Mark) int {
	return int(scan(
		unsafe.SliceData(data), int32(len(data)), int32(products), int32(fields),
		unsafe.Pointer(unsafe.SliceData(counts)), int32(len(counts)), unsafe.Pointer(unsafe.SliceData(marks)), int32(len(marks)),
	))
}

func (*walker) Invert(t *lexical.Texts, to *lexical.Inverted) {
	invert(
		unsafe.SliceData(t.Data), int32(t.Products), unsafe.SliceData(t.Absent), int32(len(t.Absent)),
		unsafe.SliceData(t.Joined), unsafe.SliceData(t.Ranked), unsafe.SliceData(lexical.Weights),
		unsafe.SliceData(to.Streams), unsafe.SliceData(to.Starts), unsafe.SliceData(to.Lengths),
		unsafe.Pointer(unsafe.SliceData(to.Runs)), unsafe.SliceData(to.Docs), unsafe.SliceData(to.TFs),
	)
}

func (*walker) Weigh(docs []uint32, tfs []uint16, norms []float64, factor float64, impacts []float32) {
	weigh(unsafe.SliceData(docs), unsafe.SliceData(tfs), int32(len(docs)), unsafe.SliceData(norms), factor, unsafe.SliceData(impacts))
}
