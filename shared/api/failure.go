package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// The codes of wire.Error that are the API's own; those of package bundle cross
// unchanged.
const (
	codeBadRequest = "bad_request"
	codeNotFound   = "not_found"
	codeMethod     = "method_not_allowed"
	codeTooLong    = "too_long"
	codeTimeout    = "timeout"
	codeInternal   = "internal"
)

var errTooLong = fmt.Errorf("the parameters are longer than %d bytes; send fewer filters or a shorter q", maxQueryString)

// PanicError is a panic of the engine. Only Report sees it.
type PanicError struct {
	Value any
	// Stack is the stack of the goroutine that panicked.
	Stack []byte
}

func newPanicError(value any) *PanicError { return &PanicError{value, debug.Stack()} }

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.Value, e.Stack) }

// failure translates an error into the response that the caller may see. What
// the caller did wrong and what is wrong with the bundle is told in full; the
// rest may name things that are nobody's business, and is reported instead.
func (h *handler) failure(err error) response {
	var badRequest *engine.RequestError
	var badBundle *bundle.Error
	switch {
	case errors.Is(err, errTooLong):
		return errorResponse(http.StatusRequestURITooLong, codeTooLong, err.Error())
	case errors.As(err, &badRequest):
		return errorResponse(http.StatusBadRequest, codeBadRequest, badRequest.Message)
	case errors.As(err, &badBundle):
		return errorResponse(http.StatusServiceUnavailable, string(badBundle.Code), badBundle.Error())
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return errorResponse(http.StatusServiceUnavailable, codeTimeout, "the search was not finished in time; try again")
	}
	if h.options.Report != nil {
		h.options.Report(err)
	}
	return errorResponse(http.StatusInternalServerError, codeInternal, "the request failed inside the engine; the server's log says why")
}

func notFound(path string) response {
	return errorResponse(http.StatusNotFound, codeNotFound,
		fmt.Sprintf("there is no %.100q; the endpoints are /v1/search, /v1/suggest and /v1/health", path))
}

func methodNotAllowed(method string) response {
	return errorResponse(http.StatusMethodNotAllowed, codeMethod,
		fmt.Sprintf("%.20q is not answered here; use GET", method))
}

func errorResponse(status int, code, message string) response {
	return response{status: status, body: &wire.Error{Code: code, Message: message}}
}
