package build

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/vitrine-search/vitrine/shared/product"
)

// TextsFile is the name of the file with the searched text of every product:
// gzipped JSON lines of Document. No shopper needs it, so the manifest does not
// name it and it need not be uploaded; it is there so that `vitrine eval` can
// measure another search engine on the very texts that the bundle searches,
// which the bundle itself has only as terms.
const TextsFile = "texts.jsonl.gz"

func encodeTexts(shop product.Shop, products []product.Product) ([]byte, error) {
	var out bytes.Buffer
	compressed := gzip.NewWriter(&out)
	lines := json.NewEncoder(compressed)
	lines.SetEscapeHTML(false)
	for i := range products {
		if err := lines.Encode(document(shop, &products[i])); err != nil {
			return nil, err
		}
	}
	err := compressed.Close()
	return out.Bytes(), err
}

// ReadTexts reads the texts of the bundle in fsys. The error is fs.ErrNotExist
// if they were not kept.
func ReadTexts(fsys fs.FS) ([]Document, error) {
	file, err := fsys.Open(TextsFile)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	lines, err := gzip.NewReader(bufio.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("%s: %w (hint: build the bundle again)", TextsFile, err)
	}
	decoder := json.NewDecoder(lines)
	var documents []Document
	for {
		var d Document
		if err := decoder.Decode(&d); errors.Is(err, io.EOF) {
			return documents, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: product %d: %w (hint: build the bundle again)", TextsFile, len(documents)+1, err)
		}
		documents = append(documents, d)
	}
}
