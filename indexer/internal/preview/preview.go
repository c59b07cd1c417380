// Package preview serves a shop on the merchant's own machine: the files of a
// site, those of a bundle, and the API, all from one address.
//
// It sends the headers that a real host should: hashed files are kept for ever
// and others are asked for again at each visit, WebAssembly has its type, and a
// strict content security policy is in force, so that whatever works here works
// on a host with the same headers. Files are looked up by name at each request:
// a bundle that is built anew is served at once.
package preview

import (
	"io/fs"
	"net/http"
)

// contentSecurityPolicy allows the widget what it needs and nothing else: its
// script and worker, WebAssembly, requests to this address, pictures, style
// sheets in files.
const contentSecurityPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
	"connect-src 'self'; img-src 'self' data:; style-src 'self'; form-action 'self'; base-uri 'none'"

// Site is what a handler serves.
type Site struct {
	// Pages are the files of the site itself; nil serves none.
	Pages fs.FS
	// Bundle has its files below /bundle/, whatever Pages may have there.
	Bundle fs.FS
	// API answers below /v1/.
	API http.Handler
}

// Handler returns the handler for the site.
func (s Site) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/v1/", s.API)
	mux.Handle("/bundle/", http.StripPrefix("/bundle/", files{s.Bundle}))
	if s.Pages != nil {
		mux.Handle("/", http.StripPrefix("/", files{s.Pages}))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", contentSecurityPolicy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "same-origin")
		mux.ServeHTTP(w, r)
	})
}
