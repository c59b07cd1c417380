//go:build js

package jsbridge

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Source reads argument i, a function (file: string) => Promise<Uint8Array>. It
// fails if the argument is something else.
func (a Arguments) Source(i int) (bundle.Source, error) {
	fetch := a.at(i)
	if fetch.Type() != js.TypeFunction {
		return nil, fmt.Errorf("the source must be a function, not %s", typeName(fetch))
	}
	return source{fetch}, nil
}

// source brings the files of a bundle through JavaScript.
type source struct{ fetch js.Value }

// Part fails with a *bundle.Error, or with the context's error.
func (s source) Part(ctx context.Context, file string) ([]byte, error) {
	pending, err := invoke(s.fetch, file)
	var value js.Value
	if err == nil {
		value, err = await(ctx, pending)
	}
	var data []byte
	if err == nil {
		data, err = copyBytes(value)
	}
	if err != nil && ctx.Err() == nil {
		return nil, sourceError(file, err)
	}
	return data, err
}

// sourceError keeps the host's verdict that a file is damaged (it knows the
// length that the manifest promises); else the file could not be had.
func sourceError(file string, err error) *bundle.Error {
	code := bundle.Missing
	var thrown *jsError
	if errors.As(err, &thrown) && thrown.code == string(bundle.Corrupt) {
		code = bundle.Corrupt
	}
	return &bundle.Error{
		Code: code, File: file, Detail: "cannot be loaded", Err: err,
		Hint: "upload the whole bundle again, or run the indexer again",
	}
}

func copyBytes(v js.Value) ([]byte, error) {
	if v.Type() != js.TypeObject || !v.InstanceOf(js.Global().Get("Uint8Array")) {
		return nil, fmt.Errorf("the source answered %s instead of a Uint8Array", typeName(v))
	}
	data := make([]byte, v.Length())
	js.CopyBytesToGo(data, v)
	return data, nil
}
