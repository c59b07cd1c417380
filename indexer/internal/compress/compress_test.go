package compress

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

func TestEveryFileHasItsFormsBehindIt(t *testing.T) {
	files := []writer.File{
		{Name: "lexicon-1.mp", Data: []byte(strings.Repeat("desk lamp ", 1000))},
		{Name: "empty-2.mp"},
	}
	forms, err := Beside(t.Context(), files)
	require.NoError(t, err)
	require.Len(t, forms, 6)
	for i, file := range files {
		assert.Equal(t, file, forms[3*i])
		gzipped, brotlied := forms[3*i+1], forms[3*i+2]
		assert.Equal(t, file.Name+".gz", gzipped.Name)
		assert.Equal(t, file.Name+".br", brotlied.Name)
		lines, err := gzip.NewReader(bytes.NewReader(gzipped.Data))
		require.NoError(t, err)
		for _, from := range []io.Reader{lines, brotli.NewReader(bytes.NewReader(brotlied.Data))} {
			content, err := io.ReadAll(from)
			require.NoError(t, err)
			assert.Equal(t, string(file.Data), string(content))
		}
	}
	// A phrase said a thousand times costs little more than once.
	assert.Less(t, len(forms[1].Data), 120)
	assert.Less(t, len(forms[2].Data), 60)
}

// Only the data is in the bytes: no time, no name, no operating system.
func TestTheSameDataGivesTheSameBytes(t *testing.T) {
	data := []byte("a lamp")
	assert.Equal(t, Gzip(data), Gzip(bytes.Clone(data)))
	assert.Equal(t, []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255}, Gzip(data)[:10])
}

func TestCompressingStopsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	forms, err := Beside(ctx, make([]writer.File, 100))
	require.ErrorIs(t, err, context.Canceled)
	assert.Nil(t, forms)
}
