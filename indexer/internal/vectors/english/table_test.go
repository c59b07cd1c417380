package english

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func small(t testing.TB) []byte {
	t.Helper()
	packed, err := Encode(2, []string{"the", "lamp", "trivet"}, []int{1, 700, 700}, []float32{1, 0, 0.6, -0.8, 0, 0})
	require.NoError(t, err)
	return packed
}

func TestTablesAreReadAsTheyWereWritten(t *testing.T) {
	general, err := Decode(small(t))
	require.NoError(t, err)
	v := general.Vectors()
	require.Equal(t, 3, v.Len())
	assert.Equal(t, []string{"the", "lamp", "trivet"}, []string{v.Word(0), v.Word(1), v.Word(2)})
	assert.Equal(t, []int{1, 700, 700}, []int{general.Rank(0), general.Rank(1), general.Rank(2)})
	assert.Equal(t, []float32{1, 0}, v.Row(0))
	assert.InDelta(t, 0.6, v.Row(1)[0], 1.0/64) // half a step
	assert.InDelta(t, -0.8, v.Row(1)[1], 1.0/64)
	assert.Equal(t, []float32{0, 0}, v.Row(2))

	empty, err := Encode(2, nil, nil, nil)
	require.NoError(t, err)
	general, err = Decode(empty)
	require.NoError(t, err)
	assert.Equal(t, 0, general.Vectors().Len())
}

func TestEncodeRefusesWhatDoesNotFit(t *testing.T) {
	_, err := Encode(2, []string{"lamp"}, []int{1}, []float32{1})
	require.ErrorContains(t, err, "1 words with 1 ranks and 1 numbers")
	_, err = Encode(1, []string{"lamp", "the"}, []int{2, 1}, []float32{1, 1})
	require.ErrorContains(t, err, `"the" has rank 1 after rank 2`)
	_, err = Encode(1, []string{"lamp"}, []int{0}, []float32{1})
	require.ErrorContains(t, err, `"lamp" has rank 0`)
	_, err = Encode(1, []string{"lamp\n"}, []int{1}, []float32{1})
	require.ErrorContains(t, err, "line feed")
}

func TestDamagedTablesAreRefused(t *testing.T) {
	packed := small(t)
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	require.NoError(t, err)
	raw, err := io.ReadAll(reader)
	require.NoError(t, err)
	for length := range raw {
		_, err := Decode(pack(t, raw[:length]))
		require.ErrorIs(t, err, errDamaged, "%d of %d bytes", length, len(raw))
	}
	_, err = Decode(packed[:len(packed)-9])
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	_, err = Decode(nil)
	require.Error(t, err)
}

func pack(t testing.TB, raw []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(raw)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func FuzzDecode(f *testing.F) {
	reader, err := gzip.NewReader(bytes.NewReader(small(f)))
	require.NoError(f, err)
	raw, err := io.ReadAll(reader)
	require.NoError(f, err)
	f.Add(raw)
	f.Add([]byte(magic + "\x01\x01\x01\n\x05"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		general, err := Decode(pack(t, raw))
		if err != nil {
			return
		}
		for i := range general.Vectors().Len() {
			require.Len(t, general.Vectors().Row(i), general.Vectors().Dims())
			require.GreaterOrEqual(t, general.Rank(i), 0)
		}
	})
}
