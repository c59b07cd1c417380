package vectors

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

func TestVectorsFindWhatTheyHold(t *testing.T) {
	v := New(2, []string{"lamp", "chair", "lamp"}, []float32{1, 2, 3, 4, 5, 6})
	assert.Equal(t, 2, v.Dims())
	assert.Equal(t, 3, v.Len())
	i, found := v.Lookup("lamp")
	assert.True(t, found)
	assert.Equal(t, 0, i, "the first of the same words")
	assert.Equal(t, "chair", v.Word(1))
	assert.Equal(t, []float32{3, 4}, v.Row(1))
	assert.Equal(t, 2, cap(v.Row(1)), "an append must not reach the next row")
	_, found = v.Lookup("Lamp")
	assert.False(t, found)
	assert.Equal(t, 0, New(3, nil, nil).Len())
	assert.Panics(t, func() { New(2, []string{"lamp"}, []float32{1}) })
	assert.Panics(t, func() { New(0, nil, nil) })
}

// keep writes a file into the test's folder and returns its path.
func keep(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, content, 0o600))
	return path
}

func gzipped(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(content)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// holds checks every word and row.
func holds(t *testing.T, v *Vectors, words []string, rows ...[]float32) {
	t.Helper()
	require.NotNil(t, v)
	got := make([]string, v.Len())
	for i := range got {
		got[i] = v.Word(i)
	}
	assert.Equal(t, words, got)
	for i, row := range rows {
		assert.Equal(t, row, v.Row(i), v.Word(i))
	}
}

func TestOpenSaysWhatAFileIsInstead(t *testing.T) {
	for name, c := range map[string]struct{ content, says string }{
		"empty":    {"", "is empty (hint: download"},
		"zip":      {"PK\x03\x04\x14\x00", "zip archive (hint: unpack it"},
		"fastText": {"\xba\x16\x4f\x2f\x0c\x00\x00\x00", "fastText's own binary model (hint: name the .vec"},
		"tensors":  {"\x40\x00\x00\x00\x00\x00\x00\x00{\"embeddings\"", "without its words (hint: name the folder"},
		"page":     {"<!doctype html><title>Sign in</title>", "(hint: download the file itself"},
		"cut gzip": {string(gzipped(t, []byte("lamp 1 2\n"))[:14]), "cut off"},
		"bad gzip": {"\x1f\x8b\x00\x00", "(hint: download the file again)"},
	} {
		path := keep(t, "table", []byte(c.content))
		_, err := Open(path)
		require.Error(t, err, name)
		var e *fault.Error
		require.ErrorAs(t, err, &e, name)
		assert.Equal(t, path, e.File, name)
		require.ErrorContains(t, err, c.says, name)
	}
	_, err := Open(filepath.Join(t.TempDir(), "none.txt"))
	require.ErrorIs(t, err, os.ErrNotExist)
	require.ErrorContains(t, err, "(hint: check the path")
}

func TestReadersStopAtTheBound(t *testing.T) {
	// What stands beyond is not read: it is damaged.
	for name, content := range map[string][]byte{
		"text":     []byte("lamp 1 2\nlamp 3 4\nchair 5 6\nsofa 7 x\n"),
		"fastText": []byte("4 2\nlamp 1 2\nlamp 3 4\nchair 5 6\nsofa 7 x\n"),
		"word2vec": word2vec(9, 2, []string{"lamp", "lamp", "chair"}, []float32{1, 2, 3, 4, 5, 6}, "\n"),
	} {
		for _, most := range []int{4, 5} {
			v, err := read(bytes.NewReader(content), most)
			require.NoError(t, err, name)
			holds(t, v, []string{"lamp", "chair"}, []float32{1, 2}, []float32{5, 6})
		}
		_, err := read(bytes.NewReader(content), 6)
		require.Error(t, err, name)
	}
	v, err := openModel(model(t, wordPiece, map[string]stored{"embeddings": {"F32", []int64{6, 1}, packed[float32](t, 0, 1, 2, 3, 4, 5)}}), 2)
	require.NoError(t, err)
	holds(t, v, []string{"lamp", "chair"}, []float32{1}, []float32{3})
}
