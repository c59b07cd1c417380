//go:build js

package jsbridge

import (
	"context"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/require"
)

// evaluate makes a JavaScript value of an expression.
func evaluate(expression string) js.Value {
	return js.Global().Get("Function").New("return (" + expression + ")").Invoke()
}

// call calls a method as JavaScript does and waits for what becomes of it.
func call(t *testing.T, method Method, arguments ...any) (js.Value, error) {
	t.Helper()
	object := Methods{"method": method}.object()
	promise := object.Call("method", arguments...)
	require.True(t, promise.InstanceOf(js.Global().Get("Promise")))
	return await(context.Background(), promise)
}
