//go:build js

package jsbridge

import (
	"context"
	"sync"
	"syscall/js"
)

// Protocol is raised when the methods or their arguments change in a way that
// an older host would misread.
const Protocol = 2

// Arguments are what JavaScript passed to a method.
type Arguments []js.Value

// Method answers one call. The result is nil, a JSON value, an
// Object, or Methods.
type Method func(ctx context.Context, arguments Arguments) (any, error)

// Methods become an object with one function each.
type Methods map[string]Method

// JSON is a result in JSON text; it reaches JavaScript as a string.
type JSON []byte

// Serve hands the methods to the host and returns when the host calls exit.
func Serve(methods Methods) {
	done := make(chan struct{})
	exit := sync.OnceFunc(func() { close(done) })
	api := methods.object()
	api.Set("protocol", Protocol)
	api.Set("exit", js.FuncOf(func(js.Value, []js.Value) any {
		exit()
		return nil
	}))
	js.Global().Call("vitrineReady", api)
	<-done
}

// object makes the JavaScript object. Its functions live as long as the program:
// a call to a released function would never settle. To let go of an engine, the
// host ends its program.
func (m Methods) object() js.Value {
	object := js.Global().Get("Object").New()
	for name, method := range m {
		object.Set(name, js.FuncOf(func(_ js.Value, values []js.Value) any {
			return promise(func() (any, error) { return method.call(values) })
		}))
	}
	return object
}

func (m Method) call(values []js.Value) (any, error) {
	ctx, arguments, stop := withSignal(values)
	defer stop()
	result, err := m(ctx, arguments)
	if err != nil {
		return nil, err
	}
	switch result := result.(type) {
	case JSON:
		return string(result), nil
	case Object:
		return map[string]any(result), nil
	case Methods:
		return result.object(), nil
	}
	return js.Undefined(), nil
}

// withSignal takes an AbortSignal off the end of the arguments and returns a
// context that it cancels.
func withSignal(values []js.Value) (ctx context.Context, rest Arguments, stop func()) {
	last := len(values) - 1
	if last < 0 || !isSignal(values[last]) {
		return context.Background(), values, func() {}
	}
	signal := values[last]
	ctx, cancel := context.WithCancel(context.Background())
	if signal.Get("aborted").Bool() {
		cancel()
		return ctx, values[:last], cancel
	}
	listener := js.FuncOf(func(js.Value, []js.Value) any {
		cancel()
		return nil
	})
	signal.Call("addEventListener", "abort", listener)
	return ctx, values[:last], func() {
		signal.Call("removeEventListener", "abort", listener)
		listener.Release()
		cancel()
	}
}

func isSignal(v js.Value) bool {
	return v.Type() == js.TypeObject &&
		v.Get("aborted").Type() == js.TypeBoolean &&
		v.Get("addEventListener").Type() == js.TypeFunction
}
