//go:build js

package jsbridge

import (
	"context"
	"fmt"
	"runtime/debug"
	"syscall/js"
)

// promise runs a function in a goroutine of its own, so that it may block, and
// returns a promise of its result. A panic rejects the promise.
func promise(run func() (any, error)) js.Value {
	executor := js.FuncOf(func(_ js.Value, settle []js.Value) any {
		resolve, reject := settle[0], settle[1]
		go func() {
			defer func() {
				if r := recover(); r != nil {
					reject.Invoke(panicError(fmt.Sprint(r), debug.Stack()))
				}
			}()
			result, err := run()
			if err != nil {
				reject.Invoke(errorObject(err))
				return
			}
			resolve.Invoke(result)
		}()
		return nil
	})
	// The constructor has run the executor when New returns.
	defer executor.Release()
	return js.Global().Get("Promise").New(executor)
}

// await blocks the goroutine until the promise settles or the context is done,
// and fails with a *jsError or the context's error. A promise that is left
// behind goes on; its outcome is dropped.
func await(ctx context.Context, promise js.Value) (js.Value, error) {
	if promise.Type() != js.TypeObject || promise.Get("then").Type() != js.TypeFunction {
		return promise, nil
	}
	if err := ctx.Err(); err != nil {
		return js.Undefined(), err
	}
	type outcome struct {
		value js.Value
		err   error
	}
	settled := make(chan outcome, 1)
	var fulfil, reject js.Func
	release := func() {
		fulfil.Release()
		reject.Release()
	}
	fulfil = js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{value: args[0]}
		release()
		return nil
	})
	reject = js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{err: newJSError(args[0])}
		release()
		return nil
	})
	promise.Call("then", fulfil, reject)
	select {
	case o := <-settled:
		return o.value, o.err
	case <-ctx.Done():
		return js.Undefined(), ctx.Err()
	}
}

// invoke calls a JavaScript function; what it throws is a *jsError.
func invoke(function js.Value, arguments ...any) (result js.Value, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case js.Error:
			err = newJSError(r.Value)
		default:
			panic(r)
		}
	}()
	return function.Invoke(arguments...), nil
}
