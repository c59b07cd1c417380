//go:build js

package jsbridge

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPauseWaitsForThePromise(t *testing.T) {
	object := evaluate(`({done: 0, pause() { return new Promise((resolve) => setTimeout(() => { this.done++; resolve(); })); }})`)
	pause, err := Arguments{object.Get("pause").Call("bind", object)}.Pause(0)
	require.NoError(t, err)
	for want := 1; want <= 2; want++ {
		pause()
		assert.Equal(t, want, object.Get("done").Int())
	}
}

func TestPauseGoesOnWhateverBecomesOfIt(t *testing.T) {
	for _, function := range []string{
		`() => undefined`, `() => { throw new Error("at once") }`, `async () => { throw new Error("later") }`,
	} {
		pause, err := Arguments{evaluate(function)}.Pause(0)
		require.NoError(t, err)
		assert.NotPanics(t, pause, function)
	}
}

func TestPauseIsAFunctionOrNotThere(t *testing.T) {
	pause, err := Arguments{}.Pause(0)
	require.NoError(t, err)
	assert.Nil(t, pause)
	_, err = Arguments{evaluate(`"soon"`)}.Pause(0)
	require.EqualError(t, err, "the pause must be a function, not a string")
}
