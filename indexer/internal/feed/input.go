package feed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"

	"golang.org/x/text/encoding"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

// headSize is how much of a file decides what it is.
const headSize = 64 << 10

// input is one file, known well enough to be read: its compression, its
// encoding and its beginning. It can be read several times, since some formats
// must be looked through before they are read.
type input struct {
	path string
	size int64
	// read counts the bytes that the present pass took from the disk.
	read     int64
	gzipped  bool
	encoding string
	// decoder brings the characters to UTF-8; nil where they are.
	decoder encoding.Encoding
	// skip is the length of a byte order mark.
	skip int
	// head is the beginning of the text, in UTF-8.
	head   []byte
	format Format
	// delimiter parts the cells where the format is a table.
	delimiter byte
}

// open looks through the file once and says how to read it, or why it cannot be.
func open(path string, mapping Mapping) (*input, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &fault.Error{File: path, Detail: "no such file", Hint: "check the path of the export"}
	case err != nil:
		return nil, &fault.Error{File: path, Detail: "cannot be opened", Err: fault.Cause(err), Hint: "check that it may be read"}
	case info.IsDir():
		return nil, &fault.Error{File: path, Detail: "is a folder", Hint: "name the files in it"}
	case info.Size() == 0:
		return nil, &fault.Error{File: path, Detail: "the file is empty", Hint: hintCutOff}
	}
	in := &input{path: path, size: info.Size()}

	start, err := in.start()
	if err != nil {
		return nil, in.locate(err)
	}
	in.gzipped = bytes.HasPrefix(start, []byte{0x1f, 0x8b})
	if err := in.survey(mapping); err != nil {
		return nil, in.locate(err)
	}

	text, err := in.text()
	if err != nil {
		return nil, in.locate(err)
	}
	defer func() { _ = text.Close() }() // only read from
	in.head = make([]byte, headSize)
	n, err := io.ReadFull(text, in.head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, in.locate(err)
	}
	in.head = in.head[:n]
	return in, nil
}

// start returns the first bytes as they lie on disk.
func (in *input) start() ([]byte, error) {
	file, err := os.Open(in.path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // only read from
	b := make([]byte, 8)
	n, err := io.ReadFull(file, b)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return b[:n], err
}

// bytes opens the file anew and unpacks it.
func (in *input) bytes() (io.ReadCloser, error) {
	file, err := os.Open(in.path)
	if err != nil {
		return nil, err
	}
	in.read = 0
	counted := &countingReader{r: file, n: &in.read}
	if !in.gzipped {
		return &stream{Reader: counted, file: file}, nil
	}
	unpacked, err := gzip.NewReader(bufio.NewReaderSize(counted, headSize))
	if err != nil {
		_ = file.Close() // only read from
		return nil, unpackError(err)
	}
	return &stream{Reader: gzipReader{unpacked}, file: file}, nil
}

// text opens the file anew as UTF-8 without a byte order mark.
func (in *input) text() (io.ReadCloser, error) {
	raw, err := in.bytes()
	if err != nil {
		return nil, err
	}
	if _, err := io.CopyN(io.Discard, raw, int64(in.skip)); err != nil {
		_ = raw.Close() // only read from
		return nil, err
	}
	if in.decoder == nil {
		return raw, nil
	}
	return &stream{Reader: in.decoder.NewDecoder().Reader(raw), file: raw}, nil
}

func (in *input) progress(rows int) Progress {
	return Progress{File: in.path, Rows: rows, Bytes: in.read, Size: in.size}
}

// stream is a chain of readers that ends in a file.
type stream struct {
	io.Reader
	file io.Closer
}

func (s *stream) Close() error { return s.file.Close() }

type countingReader struct {
	r io.Reader
	n *int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	*c.n += int64(n)
	return n, err
}

// gzipReader says in the merchant's words what is wrong with an archive.
type gzipReader struct{ *gzip.Reader }

func (g gzipReader) Read(p []byte) (int, error) {
	n, err := g.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = unpackError(err)
	}
	return n, err
}

func unpackError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return fatal(0, hintCutOff, "the gzip file is cut off")
	}
	return &fault.Error{Detail: "the gzip file is damaged", Err: err, Hint: hintCutOff}
}
