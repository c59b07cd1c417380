//go:build js

// Command crasher is a resident program that fails in every way that one can,
// for the tests of worker.mjs.
package main

import (
	"io"
	"net/http"
	"time"

	"github.com/vitrine-search/vitrine/wasm/internal/resident"
)

func main() {
	var program resident.Program
	program.Serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/v1/panic":
			panic("in the handler")
		case "/v1/goroutine":
			go panic("outside of the handler")
			select {}
		case "/v1/recursion":
			recurse(0)
		case "/v1/hang":
			select {}
		case "/v1/wait":
			time.Sleep(time.Second)
		case "/v1/retire":
			program.Retire()
		}
		w.WriteHeader(http.StatusTeapot)
		_, _ = io.WriteString(w, "served\n")
	}))
}

// recurse runs out of stack.
func recurse(depth int) int { return recurse(depth+1) + 1 }
