package inspect

import (
	"bytes"
	"errors"
	"io/fs"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
)

// texts measures the searched texts, or returns nil if they were not kept.
func texts(fsys fs.FS) (*Bytes, error) {
	documents, err := build.ReadTexts(fsys)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var lines bytes.Buffer
	for _, d := range documents {
		for _, text := range []string{d.Title, d.Brand, d.Category, d.Attributes, d.Description} {
			if text != "" {
				lines.WriteString(text)
				lines.WriteByte('\n')
			}
		}
	}
	measured := measure(lines.Bytes())
	return &measured, nil
}
