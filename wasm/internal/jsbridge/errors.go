//go:build js

package jsbridge

import (
	"context"
	"errors"
	"syscall/js"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// Codes of the errors that do not come from a bundle.
const (
	codeBadRequest = "bad_request"
	codeAborted    = "aborted"
	codeInternal   = "internal"
)

// errorObject makes the Error that a promise is rejected with.
func errorObject(err error) js.Value {
	code := errorCode(err)
	if code == codeAborted {
		return newError(code, "the call was aborted")
	}
	return newError(code, err.Error())
}

func errorCode(err error) string {
	var ofBundle *bundle.Error
	var ofRequest *engine.RequestError
	switch {
	case errors.Is(err, context.Canceled):
		return codeAborted
	case errors.As(err, &ofBundle):
		return string(ofBundle.Code)
	case errors.As(err, &ofRequest):
		return codeBadRequest
	}
	return codeInternal
}

func panicError(message string, stack []byte) js.Value {
	object := newError(codeInternal, "the engine panicked: "+message)
	object.Set("stack", string(stack))
	return object
}

func newError(code, message string) js.Value {
	object := js.Global().Get("Error").New(message)
	object.Set("code", code)
	return object
}

// jsError is what JavaScript threw, or rejected a promise with.
type jsError struct {
	// code is the property of that name, where it is a string.
	code    string
	message string
}

func (e *jsError) Error() string { return e.message }

func newJSError(thrown js.Value) *jsError {
	if thrown.Type() != js.TypeObject || thrown.Get("message").Type() != js.TypeString {
		return &jsError{message: js.Global().Get("String").Invoke(thrown).String()}
	}
	e := &jsError{message: thrown.Get("message").String()}
	if code := thrown.Get("code"); code.Type() == js.TypeString {
		e.code = code.String()
	}
	return e
}
