// Package api is Vitrine over HTTP: the handler of the Cloudflare Worker and of
// the command line's server. API.md beside this file describes it for callers.
//
// Every endpoint is a GET whose answer depends on its address alone, so that any
// cache may keep it; therefore no request can carry a shopper's history. Each
// response is complete in memory before its first byte is written: a failure,
// even a panic, is always a whole JSON error and never half a result.
package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// Engine answers the requests; *engine.Engine is one. It is called from several
// goroutines.
type Engine interface {
	Search(context.Context, wire.SearchRequest) (*wire.SearchResponse, error)
	Suggest(context.Context, wire.SuggestRequest) (*wire.SuggestResponse, error)
	Health() wire.Health
}

// Options configure a handler. The zero value serves the shop's own pages only.
type Options struct {
	// Origins are the web origins whose pages may read the responses, such as
	// "https://shop.example"; "*" allows all. Without any, no CORS header is sent.
	Origins []string
	// MaxAge is how long caches may keep an answer; 0 makes them ask every time.
	// Errors are never kept.
	MaxAge time.Duration
	// Report receives what the caller of the API is not told: causes of answers
	// with status 500, among them a *PanicError. It may be nil.
	Report func(error)
}

// New returns the handler for an engine that is open.
func New(engine Engine, options Options) http.Handler {
	return NewOpening(func(context.Context) (Engine, error) { return engine, nil }, options)
}

// NewOpening returns the handler for an engine that is opened on demand: open is
// called for every request that needs the engine, at the same time for requests
// at the same time, and its error is answered like one of the engine's.
func NewOpening(open func(context.Context) (Engine, error), options Options) http.Handler {
	return &handler{open: open, options: options}
}

type handler struct {
	open    func(context.Context) (Engine, error)
	options Options
}

// appender is a value of package wire.
type appender interface{ AppendJSON([]byte) []byte }

// call is a request that was understood, to be put to the engine.
type call func(context.Context, Engine) (appender, error)

// endpoint answers the GETs of one path.
type endpoint struct {
	// parse comes before the engine is opened: nonsense costs nothing.
	parse func(*parameters) (call, error)
	// cached says that the answer is the same until the bundle changes.
	cached bool
}

// The endpoints by path.
var endpoints = map[string]endpoint{
	"/v1/search":  {parse: search, cached: true},
	"/v1/suggest": {parse: suggest, cached: true},
	"/v1/health":  {parse: health},
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.allowOrigin(w.Header(), r.Header.Get("Origin"))
	endpoint, ok := endpoints[r.URL.Path]
	switch {
	case !ok:
		write(w, r, notFound(r.URL.Path))
	case r.Method == http.MethodOptions:
		preflight(w)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", allowedMethods)
		write(w, r, methodNotAllowed(r.Method))
	default:
		write(w, r, h.respond(r, endpoint))
	}
}

// response is a whole response; the headers that all share are set by write.
type response struct {
	status int
	// cacheControl is "no-store" when empty.
	cacheControl string
	body         appender
}

// respond calls the endpoint; whatever happens becomes a response.
func (h *handler) respond(r *http.Request, endpoint endpoint) (result response) {
	defer func() {
		if value := recover(); value != nil {
			result = h.failure(newPanicError(value))
		}
	}()
	call, err := endpoint.parse(parseParameters(r.URL.RawQuery))
	if err != nil {
		return h.failure(err)
	}
	engine, err := h.open(r.Context())
	if err != nil {
		return h.failure(err)
	}
	body, err := call(r.Context(), engine)
	if err != nil {
		return h.failure(err)
	}
	result = response{status: http.StatusOK, body: body}
	if endpoint.cached {
		result.cacheControl = "public, max-age=" + strconv.Itoa(int(h.options.MaxAge.Seconds()))
	}
	return result
}

func search(p *parameters) (call, error) {
	request, err := p.searchRequest()
	return func(ctx context.Context, engine Engine) (appender, error) {
		return engine.Search(ctx, request)
	}, err
}

func suggest(p *parameters) (call, error) {
	request, err := p.suggestRequest()
	return func(ctx context.Context, engine Engine) (appender, error) {
		return engine.Suggest(ctx, request)
	}, err
}

func health(p *parameters) (call, error) {
	return func(_ context.Context, engine Engine) (appender, error) {
		health := engine.Health()
		return &health, nil
	}, p.done()
}

// write sends a response; HEAD gets the headers of GET without its body.
func write(w http.ResponseWriter, r *http.Request, response response) {
	body := append(response.body.AppendJSON(nil), '\n')
	header := w.Header()
	header.Set("Content-Type", "application/json")
	header.Set("Content-Length", strconv.Itoa(len(body)))
	header.Set("X-Content-Type-Options", "nosniff")
	if response.cacheControl == "" {
		response.cacheControl = "no-store"
	}
	header.Set("Cache-Control", response.cacheControl)
	if response.status == http.StatusServiceUnavailable {
		header.Set("Retry-After", "1")
	}
	w.WriteHeader(response.status)
	if r.Method != http.MethodHead {
		// A caller that has gone away is the only failure here.
		_, _ = w.Write(body)
	}
}
