//go:build js

// Package resident serves one http.Handler from a program that stays: JavaScript
// starts it once and calls handle for every request, also while others wait.
//
// The binding is our own because that of github.com/syumai/workers is made for
// one request per program, and because in a Worker streams, requests and
// responses belong to the request that made them: a goroutine of one request may
// be woken by another's event, where a Response that it made would be refused.
// So nothing but strings and numbers crosses here, and worker.mjs makes the
// Response.
//
// The contract: handle(method, url, origin) returns a promise of
// {status, headers, body, retire}. headers is a plain object; body is text; retire
// says that the program's state is in doubt and another should be started.
package resident

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"

	"github.com/vitrine-search/vitrine/wasm/internal/jsbridge"
)

// Program is the running program.
type Program struct{ retired atomic.Bool }

// Retire asks the host to start another program; this one still answers.
func (p *Program) Retire() { p.retired.Store(true) }

// Serve hands the handler to the host and returns when the host ends the program.
func (p *Program) Serve(handler http.Handler) {
	jsbridge.Serve(jsbridge.Methods{
		"handle": func(ctx context.Context, arguments jsbridge.Arguments) (any, error) {
			request, err := newRequest(ctx, arguments)
			if err != nil {
				return nil, err
			}
			answer := answer{status: http.StatusOK, header: http.Header{}}
			handler.ServeHTTP(&answer, request)
			return answer.object(p.retired.Load()), nil
		},
	})
}

func newRequest(ctx context.Context, arguments jsbridge.Arguments) (*http.Request, error) {
	var texts [3]string
	for i, name := range []string{"the method", "the URL", "the origin"} {
		var err error
		if texts[i], err = arguments.Text(i, name); err != nil {
			return nil, err
		}
	}
	method, url, origin := texts[0], texts[1], texts[2]
	request, err := http.NewRequestWithContext(ctx, method, url, http.NoBody)
	if err != nil {
		return nil, err
	}
	if origin != "" {
		request.Header.Set("Origin", origin)
	}
	return request, nil
}

// answer is the http.ResponseWriter of one request; it keeps the whole response.
type answer struct {
	status int
	header http.Header
	body   strings.Builder
}

func (a *answer) Header() http.Header { return a.header }

func (a *answer) WriteHeader(status int) { a.status = status }

func (a *answer) Write(data []byte) (int, error) { return a.body.Write(data) }

func (a *answer) object(retire bool) jsbridge.Object {
	headers := make(map[string]any, len(a.header))
	for name, values := range a.header {
		headers[name] = strings.Join(values, ", ")
	}
	return jsbridge.Object{"status": a.status, "headers": headers, "body": a.body.String(), "retire": retire}
}
