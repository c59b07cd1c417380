// Package compress makes the compressed forms of a bundle's parts, which lie
// beside them. They are made once, by the indexer at a high level, so that a host
// that compresses nothing still sends a part small, and one that negotiates sends
// it smaller yet without work at each request.
//
// The same data gives the same bytes: gzip's header carries no time and no name.
package compress

import (
	"bytes"
	"compress/gzip"
	"io"

	"github.com/andybalholm/brotli"
)

// The levels. Brotli's highest, 11, gains another 7 % but takes a second for
// every 500 kB.
const (
	gzipLevel   = gzip.BestCompression
	brotliLevel = 9
)

// Gzip returns the data in gzip's format.
func Gzip(data []byte) []byte {
	return compressed(data, func(w io.Writer) io.WriteCloser {
		// The level is one that gzip knows, so there is no error.
		writer, _ := gzip.NewWriterLevel(w, gzipLevel)
		return writer
	})
}

// Brotli returns the data in brotli's format.
func Brotli(data []byte) []byte {
	return compressed(data, func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotliLevel) })
}

// compressed returns what a writer made of the data. A buffer takes every byte,
// so neither write can fail.
func compressed(data []byte, with func(io.Writer) io.WriteCloser) []byte {
	var out bytes.Buffer
	w := with(&out)
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}
