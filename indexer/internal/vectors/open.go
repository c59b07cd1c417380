package vectors

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

// mostNumbers bounds what is read of a file, in float32: 256 MiB, which are
// 223,000 words of 300 dimensions.
const mostNumbers = 64 << 20

// mostDims is above every published table; a larger number is a damaged header.
const mostDims = 1 << 14

// headSize is how much of a file decides its format.
const headSize = 64 << 10

// Open reads the word vectors at path and tells by the content what they are:
//
//   - a text file in the format of GloVe or fastText (.txt, .vec);
//   - a file in word2vec's binary format (.bin);
//   - one of these, compressed with gzip;
//   - a folder with a model2vec model, as it is published on Hugging Face.
//
// Words that are not UTF-8 are left out, as are those beyond 64 million numbers.
func Open(path string) (*Vectors, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &fault.Error{File: path, Detail: "cannot be opened", Err: fault.Cause(err), Hint: "check the path of the word vectors"}
	}
	if info.IsDir() {
		return openModel(path, mostNumbers)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &fault.Error{File: path, Detail: "cannot be opened", Err: fault.Cause(err), Hint: "check that it may be read"}
	}
	defer func() { _ = file.Close() }() // only read from
	v, err := read(file, mostNumbers)
	if err != nil {
		return nil, locate(path, err)
	}
	return v, nil
}

// read tells the format of one file and reads it, up to most numbers.
func read(file io.Reader, most int) (*Vectors, error) {
	r := bufio.NewReaderSize(file, headSize)
	head, err := peek(r)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
		unpacked, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		r = bufio.NewReaderSize(unpacked, headSize)
		if head, err = peek(r); err != nil {
			return nil, err
		}
	}
	if err := foreign(head); err != nil {
		return nil, err
	}
	if isWord2Vec(head) {
		return readWord2Vec(r, most)
	}
	return readText(r, most)
}

// peek returns the beginning of what r reads, which stays to be read.
func peek(r *bufio.Reader) ([]byte, error) {
	head, err := r.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(head) == 0 {
		return nil, broken("", "download it again", "the file is empty")
	}
	return head, nil
}

// foreign knows the files that people name when they mean another, and says
// which.
func foreign(head []byte) error {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return broken("", "unpack it and name the file of vectors in it", "this is a zip archive")
	case bytes.HasPrefix(head, []byte{0xba, 0x16, 0x4f, 0x2f}):
		return broken("", "name the .vec file that is published beside it", "this is fastText's own binary model")
	case len(head) > 8 && head[8] == '{' && bytes.HasPrefix(head[5:], []byte{0, 0, 0}):
		return broken("", "name the folder that it lies in, with its tokenizer.json", "these are the tensors of a model, without its words")
	case head[0] == '{' || head[0] == '<':
		return broken("", "download the file itself, in one of the formats of GloVe, fastText or word2vec", "this is a page or a JSON document")
	}
	return nil
}

// locate names the file in an error from one of its readers.
func locate(path string, err error) error {
	var e *fault.Error
	if errors.As(err, &e) {
		e.File = path
		return err
	}
	detail := "reading failed"
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		detail = "the file is cut off"
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		detail = "the compressed file is damaged"
	}
	return &fault.Error{File: path, Detail: detail, Err: err, Hint: hintAgain}
}
