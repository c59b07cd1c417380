package vectors

import (
	"fmt"
	"math"
	"os"
	"path/filepath"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

// A model2vec model as github.com/MinishLab/model2vec saves it. In model.safetensors:
//
//	embeddings  (rows, dims)  the rows; "embedding.weight" where sentence-transformers saved it
//	mapping     (pieces)      the row of each of the tokenizer's pieces, if several share one
//	weights     (pieces)      how much each piece counts, if that is not in its row's length
//
// tokenizer.json beside it names the pieces. Both lie in the folder or in its
// 0_StaticEmbedding.

// mostTokenizer is twice the largest published tokenizer.json.
const mostTokenizer = 64 << 20

// openModel reads the words of a model's folder, up to most numbers.
func openModel(folder string, most int) (*Vectors, error) {
	for _, within := range []string{"", "0_StaticEmbedding"} {
		tensorPath := filepath.Join(folder, within, "model.safetensors")
		if _, err := os.Stat(tensorPath); err == nil {
			return readModel(tensorPath, filepath.Join(folder, within, "tokenizer.json"), most)
		}
	}
	return nil, &fault.Error{
		File: folder, Detail: "the folder has no model.safetensors",
		Hint: "name the folder of a model2vec model, with model.safetensors and tokenizer.json, or a file of vectors",
	}
}

func readModel(tensorPath, tokenizerPath string, most int) (*Vectors, error) {
	info, err := os.Stat(tokenizerPath)
	if err != nil {
		return nil, &fault.Error{File: tokenizerPath, Detail: "cannot be opened", Err: fault.Cause(err), Hint: "download it from where the model came from"}
	}
	if info.Size() > mostTokenizer {
		return nil, &fault.Error{File: tokenizerPath, Detail: fmt.Sprintf("it has more than %d bytes", mostTokenizer), Hint: "check that it is the model's"}
	}
	content, err := os.ReadFile(tokenizerPath)
	if err != nil {
		return nil, locate(tokenizerPath, err)
	}
	pieces, err := readPieces(content)
	if err != nil {
		return nil, locate(tokenizerPath, err)
	}
	file, err := os.Open(tensorPath)
	if err != nil {
		return nil, &fault.Error{File: tensorPath, Detail: "cannot be opened", Err: fault.Cause(err), Hint: "check that it may be read"}
	}
	defer func() { _ = file.Close() }() // only read from
	if info, err = file.Stat(); err != nil {
		return nil, locate(tensorPath, err)
	}
	t, err := openTensors(file, info.Size())
	if err != nil {
		return nil, locate(tensorPath, err)
	}
	v, err := t.rowsOf(pieces, most)
	if err != nil {
		return nil, locate(tensorPath, err)
	}
	return v, nil
}

// rowsOf joins the words with their rows, up to most numbers.
func (t *tensors) rowsOf(pieces []piece, most int) (*Vectors, error) {
	name := "embeddings"
	embeddings, found := t.byName[name]
	if !found {
		name = "embedding.weight"
		if embeddings, found = t.byName[name]; !found {
			return nil, broken("", "name the folder of a model2vec model", "it has no tensor %q", "embeddings")
		}
	}
	if _, err := t.numbers(name, embeddings); err != nil {
		return nil, err
	}
	if len(embeddings.Shape) != 2 {
		return nil, broken("tensor "+name, hintAgain, "its shape is %v, not rows and columns", embeddings.Shape)
	}
	rows, dims := embeddings.Shape[0], int(embeddings.Shape[1])
	c := collector{most: most}
	if err := c.begin(dims); err != nil {
		return nil, at("tensor "+name, err)
	}
	mapping, err := t.column("mapping")
	if err != nil {
		return nil, err
	}
	weights, err := t.column("weights")
	if err != nil {
		return nil, err
	}
	for _, p := range pieces {
		if c.full() {
			break
		}
		row, weight := float64(p.id), 1.0
		if row, err = entry(mapping, p, row, "mapping"); err != nil {
			return nil, err
		}
		if weight, err = entry(weights, p, weight, "weights"); err != nil {
			return nil, err
		}
		if row < 0 || row >= float64(rows) || row != math.Trunc(row) {
			return nil, broken("tensor "+name, "take model.safetensors and tokenizer.json of one model",
				"%q is row %v of %d", shorten(p.word), row, rows)
		}
		if !c.keep(p.word) {
			continue
		}
		b, err := t.section(embeddings, int64(row)*int64(dims), int64(dims))
		if err != nil {
			return nil, err
		}
		for k := range dims {
			x := float32(weight * number(embeddings.Type, b, k))
			if x != x || math.IsInf(float64(x), 0) {
				return nil, broken("tensor "+name, hintAgain, "%q has a number that is not finite", shorten(p.word))
			}
			c.rows = append(c.rows, x)
		}
	}
	if len(c.words) == 0 {
		return nil, broken("", "take a model whose tokenizer has whole words", "none of its pieces is a word")
	}
	return c.vectors(), nil
}

// column reads a tensor with a number for each piece; nil if there is none.
func (t *tensors) column(name string) ([]float64, error) {
	one, found := t.byName[name]
	if !found {
		return nil, nil
	}
	count, err := t.numbers(name, one)
	if err != nil {
		return nil, err
	}
	b, err := t.section(one, 0, count)
	if err != nil {
		return nil, err
	}
	values := make([]float64, count)
	for i := range values {
		values[i] = number(one.Type, b, i)
	}
	return values, nil
}

// entry returns a piece's number of a column, or otherwise if there is no column.
func entry(column []float64, p piece, otherwise float64, name string) (float64, error) {
	if column == nil {
		return otherwise, nil
	}
	if p.id >= len(column) {
		return 0, broken("tensor "+name, "take model.safetensors and tokenizer.json of one model",
			"it has %d numbers, and %q is piece %d", len(column), shorten(p.word), p.id)
	}
	return column[p.id], nil
}
