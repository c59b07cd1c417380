package api

import (
	"net/http"
	"slices"
)

// allowedMethods are the methods of every endpoint.
const allowedMethods = "GET, HEAD, OPTIONS"

// allowOrigin lets pages of an allowed origin read the response, whatever its
// status: a shop's script must be able to show an error too.
func (h *handler) allowOrigin(header http.Header, origin string) {
	switch {
	case len(h.options.Origins) == 0:
	case slices.Contains(h.options.Origins, "*"):
		header.Set("Access-Control-Allow-Origin", "*")
	default:
		// A shared cache must not give one origin's header to another.
		header.Set("Vary", "Origin")
		if origin != "" && slices.Contains(h.options.Origins, origin) {
			header.Set("Access-Control-Allow-Origin", origin)
		}
	}
}

// preflight answers OPTIONS. Browsers ask before a request with headers of its
// own; none is needed here, and Content-Type is harmless.
func preflight(w http.ResponseWriter) {
	header := w.Header()
	header.Set("Allow", allowedMethods)
	if header.Get("Access-Control-Allow-Origin") != "" {
		header.Set("Access-Control-Allow-Methods", allowedMethods)
		header.Set("Access-Control-Allow-Headers", "Content-Type")
		header.Set("Access-Control-Max-Age", "86400")
	}
	w.WriteHeader(http.StatusNoContent)
}
