//go:build js

package jsbridge

import (
	"context"
	"fmt"
	"syscall/js"
)

// Pause reads argument i, a function () => Promise<void> that hands the thread to
// the host until the promise settles: meanwhile other methods may be called. It
// returns nil if there is none, and fails if the argument is something else.
func (a Arguments) Pause(i int) (func(), error) {
	pause := a.at(i)
	if pause.IsUndefined() {
		return nil, nil
	}
	if pause.Type() != js.TypeFunction {
		return nil, fmt.Errorf("the pause must be a function, not %s", typeName(pause))
	}
	return func() {
		if pending, err := invoke(pause); err == nil {
			// Whatever becomes of it, the work goes on.
			_, _ = await(context.Background(), pending)
		}
	}, nil
}
