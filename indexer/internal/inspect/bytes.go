package inspect

import (
	"bytes"
	"compress/gzip"
	"io"

	"github.com/andybalholm/brotli"
)

// The levels at which hosts compress files once and for all. Brotli's highest,
// 11, gains a few percent more but takes minutes on a large catalogue.
const (
	gzipLevel   = gzip.BestCompression
	brotliLevel = 9
)

// Bytes are the sizes of a file: as it is, and compressed.
type Bytes struct {
	Raw    int `json:"raw"`
	Gzip   int `json:"gzip"`
	Brotli int `json:"brotli"`
}

func (b *Bytes) add(other Bytes) {
	b.Raw += other.Raw
	b.Gzip += other.Gzip
	b.Brotli += other.Brotli
}

func measure(data []byte) Bytes {
	return Bytes{
		Raw: len(data),
		Gzip: compressed(data, func(w io.Writer) io.WriteCloser {
			// The level is one that gzip knows, so there is no error.
			writer, _ := gzip.NewWriterLevel(w, gzipLevel)
			return writer
		}),
		Brotli: compressed(data, func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotliLevel) }),
	}
}

// compressed returns the length of the data once a writer has compressed it. A
// buffer takes every byte, so neither write can fail.
func compressed(data []byte, with func(io.Writer) io.WriteCloser) int {
	var out bytes.Buffer
	w := with(&out)
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Len()
}
