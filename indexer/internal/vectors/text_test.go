package vectors

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOpenReadsGlove(t *testing.T) {
	const table = "lamp 0.5 -1.25 3e-2\nchair 1 2 3\n沙发 4 5 6\nlamp 9 9 9\n"
	for name, content := range map[string][]byte{
		"plain": []byte(table), "gzip": gzipped(t, []byte(table)),
		"Windows": []byte(strings.ReplaceAll(table, "\n", "\r\n")), "no last line feed": []byte(strings.TrimSpace(table)),
	} {
		v, err := Open(keep(t, "glove.txt", content))
		require.NoError(t, err, name)
		holds(t, v, []string{"lamp", "chair", "沙发"}, []float32{0.5, -1.25, 0.03}, []float32{1, 2, 3}, []float32{4, 5, 6})
	}
}

func TestOpenReadsFastText(t *testing.T) {
	// fastText ends its lines with a blank, and no-break spaces are part of words.
	v, err := Open(keep(t, "wiki.vec", []byte("3 2\nlamp 1 2 \n10\u00a0cm 3 4 \n5 5 6 \n")))
	require.NoError(t, err)
	holds(t, v, []string{"lamp", "10\u00a0cm", "5"}, []float32{1, 2}, []float32{3, 4}, []float32{5, 6})
}

func TestTextWordsMayHaveBlanksAndMustBeUTF8(t *testing.T) {
	v, err := Open(keep(t, "glove.txt", []byte("lamp 1 2\n. . . 3 4\n\xff\xfe 5 6\n\nat home 7 8\n 1 2\n")))
	require.NoError(t, err)
	holds(t, v, []string{"lamp", ". . .", "at home"}, []float32{1, 2}, []float32{3, 4}, []float32{7, 8})
}

func TestTextSaysWhereItIsDamaged(t *testing.T) {
	for name, c := range map[string]struct{ content, says string }{
		"short row":     {"lamp 1 2 3\nchair 1 2\n", `table.txt:2: 2 numbers follow the word, not 3 (hint: `},
		"no number":     {"lamp 1 2\nchair 1 x\n", `table.txt:2: column "x" is no number`},
		"not a number":  {"lamp 1 2\nchair 1 NaN\n", `table.txt:2: column "NaN" is no number`},
		"too large":     {"lamp 1 2\nchair 1 1e39\n", `table.txt:2: column "1e39" is no number`},
		"infinite":      {"3 2\nlamp 1 2\nchair 1 -Inf\nsofa 1 2", `table.txt:3: column "-Inf"`},
		"cut off":       {"3 2\nlamp 1 2\nchair 1 2\n", "promises 3 words and 2 follow"},
		"only a header": {"3 2\n", "it has no words"},
		"no dimensions": {"3 0\nlamp\n", "table.txt:1: rows of 0 numbers"},
		"many":          {"3 99999999\nlamp 1\n", "table.txt:1: rows of 99999999 numbers; 1 to 16384"},
		"prose":         {"lamp\nchair\n", "table.txt:1: rows of 0 numbers"},
		"endless line":  {"lamp 1 2\n" + strings.Repeat("x", mostLine+2), "table.txt:2: the line has more than"},
	} {
		_, err := Open(keep(t, "table.txt", []byte(c.content)))
		require.ErrorContains(t, err, c.says, name)
		require.ErrorContains(t, err, "(hint: ", name)
		require.ErrorContains(t, err, "table.txt:", name)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("2 2\nlamp 1 2\nchair 3 4\n"))
	f.Add([]byte("lamp 1 2\n. . 3 4\n\n"))
	f.Fuzz(sound)
}
