//go:build js

// Package kernel is the arithmetic of package attention with the SIMD
// instructions of WebAssembly, which Go's compiler does not emit. It is a small
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
