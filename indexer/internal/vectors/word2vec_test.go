package vectors

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// word2vec writes the binary format; end stands after each row, as word2vec.c
// writes a line feed and others nothing.
func word2vec(promised, dims int, words []string, rows []float32, end string) []byte {
	b := fmt.Appendf(nil, "%d %d\n", promised, dims)
	for i, word := range words {
		b = append(append(b, word...), ' ')
		for _, x := range rows[i*dims : (i+1)*dims] {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
		b = append(b, end...)
	}
	return b
}

func TestOpenReadsWord2Vec(t *testing.T) {
	words, rows := []string{"lamp", "chair", "lamp", "\xff", "沙发"}, []float32{0.5, -1.25, 3, 4, 9, 9, 9, 9, 5, 6}
	for _, end := range []string{"", "\n"} {
		content := word2vec(5, 2, words, rows, end)
		for _, packed := range [][]byte{content, gzipped(t, content)} {
			v, err := Open(keep(t, "table.bin", packed))
			require.NoError(t, err)
			holds(t, v, []string{"lamp", "chair", "沙发"}, []float32{0.5, -1.25}, []float32{3, 4}, []float32{5, 6})
		}
	}
}

func TestWord2VecIsToldFromText(t *testing.T) {
	lineFeed := math.Float32frombits(0x3f80000a) // its first byte is a line feed
	for name, first := range map[string]float32{"plain": 1, "line feed": lineFeed, "small": 1e-30} {
		content := word2vec(1, 2, []string{"lamp"}, []float32{first, 2}, "\n")
		assert.True(t, isWord2Vec(content), name)
		v, err := Open(keep(t, "table.bin", content))
		require.NoError(t, err, name)
		holds(t, v, []string{"lamp"}, []float32{first, 2})
	}
	for _, text := range []string{"1 2\nlamp 1 2\n", "1 2\nlamp 0.25 -1e-3", "lamp 1 2\n", "1 2\n", "1 2\nlamp", ""} {
		assert.False(t, isWord2Vec([]byte(text)), text)
	}
}

func TestWord2VecSaysWhereItIsDamaged(t *testing.T) {
	two := word2vec(2, 2, []string{"lamp", "chair"}, []float32{1, 2, 3, 4}, "\n")
	long := append([]byte("2 2\n"), bytes.Repeat([]byte{'x'}, mostWord+1)...)
	for name, c := range map[string]struct {
		content []byte
		says    string
	}{
		"cut row":     {two[:len(two)-3], "word 2 of 2: the file is cut off"},
		"cut word":    {two[:18], "word 2 of 2: the file is cut off"},
		"more":        {word2vec(3, 2, []string{"lamp"}, []float32{1, 2}, ""), "word 2 of 3: the file is cut off"},
		"nothing":     {[]byte("0 2\nlamp \x00\x00\x00\x00\x00\x00\x00\x00"), "it has no words"},
		"long word":   {append(word2vec(2, 2, []string{"lamp"}, []float32{1, 2}, ""), long[4:]...), "word 2 of 2: a word has more than"},
		"not finite":  {word2vec(1, 2, []string{"lamp"}, []float32{1, float32(math.NaN())}, ""), `word 1 of 1: "lamp" has a number that is not finite`},
		"wide header": {[]byte("1 99999999\nlamp \x00\x00\x00\x00"), ":1: rows of 99999999 numbers"},
	} {
		_, err := Open(keep(t, "table.bin", c.content))
		require.ErrorContains(t, err, c.says, name)
		require.ErrorContains(t, err, "(hint: ", name)
	}
}

// sound reads anything: either an error that names a way out, or vectors that
// are whole.
func sound(t *testing.T, content []byte) {
	v, err := read(bytes.NewReader(content), 1<<20)
	if err != nil {
		require.ErrorContains(t, locate("table", err), "(hint: ")
		return
	}
	require.Positive(t, v.Dims())
	whole(t, v)
}

// whole checks that words are text, stand once, and have finite numbers.
func whole(t *testing.T, v *Vectors) {
	t.Helper()
	for i := range v.Len() {
		at, found := v.Lookup(v.Word(i))
		require.True(t, found && at == i && v.Word(i) != "" && utf8.ValidString(v.Word(i)), "%q", v.Word(i))
		for _, x := range v.Row(i) {
			require.False(t, math.IsNaN(float64(x)) || math.IsInf(float64(x), 0), "%q", v.Word(i))
		}
	}
}

func FuzzWord2Vec(f *testing.F) {
	f.Add(word2vec(2, 2, []string{"lamp", "chair"}, []float32{1, 2, 3, 4}, "\n"))
	f.Add(word2vec(1, 3, []string{"\xff"}, []float32{1, 2, 3}, ""))
	f.Fuzz(sound)
}
