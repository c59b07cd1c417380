//go:build js

// Package heap keeps the garbage collector out of the way while a bundle opens.
// WebAssembly has one thread, and what the collector does comes on top of what is
// waited for: it took a fifth of the time, to find next to nothing, since most of
// what opening allocates is kept.
package heap

import (
	"runtime"
	"runtime/debug"
)

const (
	// percent is how much garbage there may be beside what is kept, in percent of it.
	percent = 100
	// minimum is the size in bytes of the heap at which Go first collects, at 100 percent.
	minimum = 4 << 20
	// perByte is about how many bytes a bundle takes in memory for each of its parts'.
	perByte = 10
)

// Hold stops the collector while a bundle opens, whose parts have so many bytes, until
// the function that it returns is called. What is there then counts as kept, as if it
// had just been collected: the next collection comes when there is about twice as
// much, and everything is as ever after it.
func Hold(bytes int) (release func()) {
	debug.SetGCPercent(-1)
	return func() {
		// Go knows of no collection yet, and multiplies the minimum.
		debug.SetGCPercent(max(percent, 2*percent*perByte*bytes/minimum))
		runtime.SetFinalizer(new(sentinel), func(*sentinel) { debug.SetGCPercent(percent) })
	}
}

// sentinel is garbage from its beginning: the first collection frees it. Go may put
// smaller things that have no pointer together with others.
type sentinel [32]byte
