package vectors

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stored is a tensor as a safetensors file has it.
type stored struct {
	kind  string
	shape []int64
	bytes []byte
}

// safetensors writes a file of tensors, in the order of their names.
func safetensors(t testing.TB, byName map[string]stored) []byte {
	t.Helper()
	header := map[string]any{"__metadata__": map[string]string{"format": "pt"}}
	var data []byte
	for _, name := range []string{"embedding.weight", "embeddings", "mapping", "other", "weights"} {
		if one, found := byName[name]; found {
			header[name] = map[string]any{"dtype": one.kind, "shape": one.shape, "data_offsets": []int{len(data), len(data) + len(one.bytes)}}
			data = append(data, one.bytes...)
		}
	}
	head, err := json.Marshal(header)
	require.NoError(t, err)
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(head))), head...), data...)
}

// packed writes numbers as the type that a value of it names.
func packed[T float32 | float64 | uint16 | int8 | int32 | int64](t testing.TB, numbers ...T) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, binary.Write(&b, binary.LittleEndian, numbers))
	return b.Bytes()
}

const wordPiece = `{"version": "1.0",
  "added_tokens": [{"id": 0, "content": "[PAD]", "special": true}, {"id": 5, "content": "sofa bed", "special": false}],
  "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
    "vocab": {"chair": 3, "[PAD]": 0, "lamp": 1, "##s": 2, "#": 4}}}`

const unigram = `{"added_tokens": [{"id": 1, "content": "<unk>", "special": true}],
  "model": {"type": "Unigram", "unk_id": 1,
    "vocab": [["▁", -1.5], ["<unk>", 0], ["▁lamp", -2.5], ["s", -3], ["沙发", -4], ["▁chair", -5]]}}`

// model writes a folder as it is published and returns its path.
func model(t testing.TB, tokenizer string, byName map[string]stored) string {
	t.Helper()
	folder := filepath.Dir(keep(t, "tokenizer.json", []byte(tokenizer)))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "model.safetensors"), safetensors(t, byName), 0o600))
	return folder
}

func TestOpenReadsWordPieceModels(t *testing.T) {
	words := []string{"lamp", "chair", "#", "sofa bed"}
	rows := [][]float32{{1, -2}, {3, 0.5}, {4, 4}, {5, 5}}
	numbers := []float32{0, 0, 1, -2, 9, 9, 3, 0.5, 4, 4, 5, 5}
	halves := []uint16{0, 0, 0x3c00, 0xc000, 0, 0, 0x4200, 0x3800, 0x4400, 0x4400, 0x4500, 0x4500}
	doubles := make([]float64, len(numbers))
	for i, x := range numbers {
		doubles[i] = float64(x)
	}
	for _, one := range []stored{
		{"F32", []int64{6, 2}, packed(t, numbers...)},
		{"F16", []int64{6, 2}, packed(t, halves...)},
		{"F64", []int64{6, 2}, packed(t, doubles...)},
	} {
		v, err := Open(model(t, wordPiece, map[string]stored{"embeddings": one}))
		require.NoError(t, err, one.kind)
		holds(t, v, words, rows...)
	}
}

func TestOpenReadsUnigramModels(t *testing.T) {
	v, err := Open(model(t, unigram, map[string]stored{"embeddings": {"I8", []int64{6, 2}, packed[int8](t, 0, 0, 0, 0, 1, -2, 0, 0, 127, -128, 3, 4)}}))
	require.NoError(t, err)
	holds(t, v, []string{"lamp", "沙发", "chair"}, []float32{1, -2}, []float32{127, -128}, []float32{3, 4})
}

func TestModelsMayShareRowsAndWeighThem(t *testing.T) {
	folder := model(t, wordPiece, map[string]stored{
		"embeddings": {"F32", []int64{2, 2}, packed[float32](t, 1, 2, 3, 4)},
		"mapping":    {"I64", []int64{6}, packed[int64](t, 0, 1, 0, 1, 0, 0)},
		"weights":    {"F32", []int64{6}, packed[float32](t, 0, 1, 1, 0.5, 2, 3)},
	})
	v, err := Open(folder)
	require.NoError(t, err)
	holds(t, v, []string{"lamp", "chair", "#", "sofa bed"}, []float32{3, 4}, []float32{1.5, 2}, []float32{2, 4}, []float32{3, 6})
}

func TestModelsMayLieInSentenceTransformersFolders(t *testing.T) {
	folder := model(t, unigram, map[string]stored{"embedding.weight": {"F32", []int64{6, 1}, packed[float32](t, 0, 1, 2, 3, 4, 5)}})
	outer := t.TempDir()
	require.NoError(t, os.Rename(folder, filepath.Join(outer, "0_StaticEmbedding")))
	v, err := Open(outer)
	require.NoError(t, err)
	holds(t, v, []string{"lamp", "沙发", "chair"}, []float32{2}, []float32{4}, []float32{5})
}

func TestModelsSayWhatIsWrong(t *testing.T) {
	good := stored{"F32", []int64{6, 1}, packed[float32](t, 0, 1, 2, 3, 4, 5)}
	with := func(name string, one stored) map[string]stored {
		return map[string]stored{"embeddings": good, name: one}
	}
	for name, c := range map[string]struct {
		tokenizer string
		tensors   map[string]stored
		says      string
	}{
		"no embeddings": {unigram, map[string]stored{"other": good}, `model.safetensors: it has no tensor "embeddings" (hint: `},
		"one dimension": {unigram, with("embeddings", stored{"F32", []int64{6}, good.bytes}), "its shape is [6]"},
		"wrong length":  {unigram, with("embeddings", stored{"F32", []int64{5, 1}, good.bytes}), "do not fit into bytes 0 to 24"},
		"overflow":      {unigram, with("embeddings", stored{"F32", []int64{1 << 40, 1 << 40}, good.bytes}), "its shape is [1099511627776"},
		"unknown type":  {unigram, with("embeddings", stored{"C64", []int64{6, 1}, good.bytes}), `numbers of type "C64"`},
		"fewer rows":    {unigram, with("embeddings", stored{"F32", []int64{3, 1}, good.bytes[:12]}), `"沙发" is row 4 of 3 (hint: take model.safetensors and tokenizer.json of one model)`},
		"not finite":    {unigram, with("embeddings", stored{"F16", []int64{6, 1}, packed[uint16](t, 0, 0, 0x7c00, 0, 0, 0)}), `"lamp" has a number that is not finite`},
		"short mapping": {unigram, with("mapping", stored{"I32", []int64{3}, packed[int32](t, 0, 0, 0)}), `tensor mapping: it has 3 numbers, and "沙发" is piece 4`},
		"wild mapping":  {unigram, with("mapping", stored{"I32", []int64{6}, packed[int32](t, 0, 0, -1, 0, 0, 0)}), `"lamp" is row -1 of 6`},
		"BPE":           {`{"model": {"type": "BPE", "vocab": {"a": 0}}}`, with("embeddings", good), `tokenizer.json: model: its words cannot be told from the tokenizer's type "BPE"`},
		"no JSON":       {`{"model": `, with("embeddings", good), "tokenizer.json: "},
		"no vocabulary": {`{"model": {"type": "WordPiece", "vocab": [1]}}`, with("embeddings", good), "tokenizer.json: model: vocab: "},
		"no words":      {`{"model": {"type": "WordPiece", "vocab": {"##s": 0}}}`, with("embeddings", good), "none of its pieces is a word"},
	} {
		_, err := Open(model(t, c.tokenizer, c.tensors))
		assert.ErrorContains(t, err, c.says, name)
		assert.ErrorContains(t, err, "(hint: ", name)
	}

	folder := t.TempDir()
	_, err := Open(folder)
	assert.ErrorContains(t, err, "has no model.safetensors (hint: name the folder")
	require.NoError(t, os.WriteFile(filepath.Join(folder, "model.safetensors"), []byte("\xff\xff\xff\xff\xff\xff\xff\x7f{}"), 0o600))
	_, err = Open(folder)
	assert.ErrorContains(t, err, "tokenizer.json: cannot be opened")
	require.NoError(t, os.WriteFile(filepath.Join(folder, "tokenizer.json"), []byte(unigram), 0o600))
	_, err = Open(folder)
	assert.ErrorContains(t, err, "its header of 9223372036854775807 bytes does not fit")
}

func TestHalvesAreDecoded(t *testing.T) {
	for bits, want := range map[uint16]float64{
		0x0000: 0, 0x0001: math.Ldexp(1, -24), 0x03ff: math.Ldexp(1023, -24), 0x0400: math.Ldexp(1, -14),
		0x3c00: 1, 0x3555: 0.333251953125, 0xc000: -2, 0x7bff: 65504, 0xfc00: math.Inf(-1),
	} {
		assert.InDelta(t, want, half(bits), 0, "%#04x", bits)
	}
	assert.True(t, math.IsNaN(half(0x7e00)))
}

func FuzzTensors(f *testing.F) {
	f.Add(safetensors(f, map[string]stored{
		"embeddings": {"F16", []int64{3, 2}, packed[uint16](f, 0, 1, 2, 3, 4, 5)},
		"mapping":    {"I32", []int64{6}, packed[int32](f, 0, 1, 2, 0, 1, 2)},
		"weights":    {"F64", []int64{6}, packed[float64](f, 0, 1, 2, 0, 1, 2)},
	}))
	pieces, err := readPieces([]byte(wordPiece))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, content []byte) {
		all, err := openTensors(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			assert.ErrorContains(t, locate("model.safetensors", err), "(hint: ")
			return
		}
		v, err := all.rowsOf(pieces, 1<<20)
		if err != nil {
			assert.ErrorContains(t, locate("model.safetensors", err), "(hint: ")
			return
		}
		whole(t, v)
	})
}

func FuzzPieces(f *testing.F) {
	f.Add([]byte(wordPiece))
	f.Add([]byte(unigram))
	f.Fuzz(func(t *testing.T, content []byte) {
		pieces, err := readPieces(content)
		if err != nil {
			assert.ErrorContains(t, locate("tokenizer.json", err), "(hint: ")
		}
		for i, p := range pieces {
			require.NotEmpty(t, p.word)
			require.True(t, i == 0 || pieces[i-1].id < p.id)
		}
	})
}
