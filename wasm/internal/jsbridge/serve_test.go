//go:build js

package jsbridge

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/engine"
)

func TestServeHandsOverTheMethodsAndEndsOnExit(t *testing.T) {
	var api js.Value
	handedOver := make(chan struct{})
	ready := js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		api = arguments[0]
		close(handedOver)
		return nil
	})
	defer ready.Release()
	js.Global().Set("vitrineReady", ready)
	ended := make(chan struct{})
	go func() {
		Serve(Methods{"open": func(context.Context, Arguments) (any, error) { return nil, nil }})
		close(ended)
	}()
	<-handedOver
	assert.Equal(t, Protocol, api.Get("protocol").Int())
	assert.Equal(t, js.TypeFunction, api.Get("open").Type())
	api.Call("exit")
	api.Call("exit")
	<-ended
}

func TestAMethodsResultReachesJavaScript(t *testing.T) {
	results := map[string]any{
		"undefined":            nil,
		"string {\"a\":\"é\"}": JSON(`{"a":"é"}`),
		"object [object Object]": Methods{"search": func(context.Context, Arguments) (any, error) {
			return nil, nil
		}},
	}
	describe := evaluate(`(v) => v === undefined ? "undefined" : typeof v + " " + String(v)`)
	for want, result := range results {
		got, err := call(t, func(context.Context, Arguments) (any, error) { return result, nil })
		require.NoError(t, err)
		assert.Equal(t, want, describe.Invoke(got).String())
	}
}

func TestAnErrorCrossesWithItsCode(t *testing.T) {
	for code, err := range map[string]error{
		"bundle_version": fmt.Errorf("opening: %w", &bundle.Error{Code: bundle.UnknownVersion, File: "manifest.json"}),
		"bad_request":    &engine.RequestError{Message: "limit is 0"},
		"internal":       errors.New("anything else"),
	} {
		_, got := call(t, func(context.Context, Arguments) (any, error) { return nil, err })
		assert.Equal(t, &jsError{code: code, message: err.Error()}, got)
	}
}

func TestAPanicIsAnErrorWithGosStack(t *testing.T) {
	method := func(context.Context, Arguments) (any, error) { panic("table is on fire") }
	promise := Methods{"method": method}.object().Call("method")
	text := promise.Call("catch", evaluate(`(e) => [e.code, e.message, e.stack].join("\n")`))
	got, err := await(context.Background(), text)
	require.NoError(t, err)
	assert.Contains(t, got.String(), "internal\nthe engine panicked: table is on fire\n")
	assert.Contains(t, got.String(), "TestAPanicIsAnErrorWithGosStack")
}

func TestASignalCancelsTheContext(t *testing.T) {
	controller := evaluate(`new AbortController()`)
	entered := make(chan struct{})
	go func() {
		<-entered
		controller.Call("abort")
	}()
	_, err := call(t, func(ctx context.Context, arguments Arguments) (any, error) {
		assert.Len(t, arguments, 1, "the signal is not an argument")
		close(entered)
		<-ctx.Done()
		return nil, ctx.Err()
	}, "first", controller.Get("signal"))
	assert.Equal(t, &jsError{code: "aborted", message: "the call was aborted"}, err)
}

func TestASignalMayHaveFiredBefore(t *testing.T) {
	_, err := call(t, func(ctx context.Context, _ Arguments) (any, error) {
		return nil, ctx.Err()
	}, evaluate(`AbortSignal.abort()`))
	assert.Equal(t, &jsError{code: "aborted", message: "the call was aborted"}, err)
}

func TestMethodsRunSideBySide(t *testing.T) {
	turn := make(chan string)
	object := Methods{
		"wait": func(context.Context, Arguments) (any, error) { return JSON(<-turn), nil },
		"give": func(context.Context, Arguments) (any, error) { turn <- "given"; return nil, nil },
	}.object()
	waiting := object.Call("wait")
	object.Call("give")
	got, err := await(context.Background(), waiting)
	require.NoError(t, err)
	assert.Equal(t, "given", got.String())
}
