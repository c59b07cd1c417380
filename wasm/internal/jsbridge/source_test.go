//go:build js

package jsbridge

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

func newSource(t *testing.T, function string) bundle.Source {
	t.Helper()
	s, err := Arguments{evaluate(function)}.Source(0)
	require.NoError(t, err)
	return s
}

func TestSourceCopiesTheBytesOfAFile(t *testing.T) {
	s := newSource(t, `async (file) => new TextEncoder().encode("bytes of " + file)`)
	data, err := s.Part(context.Background(), "lexicon.mp")
	require.NoError(t, err)
	assert.Equal(t, "bytes of lexicon.mp", string(data))
}

func TestSourceTakesAViewOfALargerBuffer(t *testing.T) {
	s := newSource(t, `async () => new Uint8Array([1, 2, 3, 4]).subarray(1, 3)`)
	data, err := s.Part(context.Background(), "view")
	require.NoError(t, err)
	assert.Equal(t, []byte{2, 3}, data)
}

func TestSourceSaysWhyAFileCannotBeHad(t *testing.T) {
	for function, want := range map[string]struct {
		code   bundle.Code
		detail string
	}{
		`async () => { throw new Error("HTTP status 404") }`:                                    {bundle.Missing, "HTTP status 404"},
		`() => { throw new TypeError("thrown at once") }`:                                       {bundle.Missing, "thrown at once"},
		`async () => { throw "a string" }`:                                                      {bundle.Missing, "a string"},
		`async () => { throw undefined }`:                                                       {bundle.Missing, "undefined"},
		`async () => { throw Object.assign(new Error("too short"), {code: "bundle_corrupt"}) }`: {bundle.Corrupt, "too short"},
		`async () => "text"`:                                                                    {bundle.Missing, "the source answered a string instead of a Uint8Array"},
		`() => null`:                                                                            {bundle.Missing, "the source answered null instead of a Uint8Array"},
	} {
		_, err := newSource(t, function).Part(context.Background(), "lexicon.mp")
		var bundleError *bundle.Error
		require.ErrorAs(t, err, &bundleError, function)
		assert.Equal(t, want.code, bundleError.Code, function)
		assert.Equal(t, "lexicon.mp", bundleError.File, function)
		assert.EqualError(t, bundleError.Err, want.detail, function)
	}
}

func TestSourceLetsGoWhenTheContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := newSource(t, `() => new Promise(() => {})`)
	go cancel()
	_, err := s.Part(ctx, "never.mp")
	assert.ErrorIs(t, err, context.Canceled)
}

func TestSourceIsAFunction(t *testing.T) {
	_, err := Arguments{evaluate(`{}`)}.Source(0)
	assert.EqualError(t, err, "the source must be a function, not an object")
}
