package vectors

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

// The binary format of word2vec.c:
//
//	text      words and dimensions, "3000000 300", and a line feed
//	then for each word:
//	text      the word and a blank; a line feed may stand before it
//	float32   × dimensions, little-endian

// mostWord is above the longest word of the published tables, of 2000 bytes in
// word2vec.c.
const mostWord = 4096

// isWord2Vec tells the binary format from text with the same first line: the
// first row has other bytes than numbers have, or not as many numbers.
func isWord2Vec(head []byte) bool {
	line, rest, found := bytes.Cut(head, []byte{'\n'})
	_, dims, ok := header(strings.TrimRight(string(line), " \t\r"))
	if !found || !ok || dims < 1 {
		return false
	}
	_, row, found := bytes.Cut(rest, []byte{' '})
	if !found {
		return false
	}
	row = row[:min(len(row), 4*min(dims, mostDims))]
	row, _, ended := bytes.Cut(row, []byte{'\n'})
	if ended {
		return len(bytes.Fields(row)) != dims
	}
	return len(bytes.Trim(row, "0123456789+-.eEnaifNAIF \t\r")) > 0
}

// readWord2Vec reads up to most numbers.
func readWord2Vec(r *bufio.Reader, most int) (*Vectors, error) {
	line, err := readLine(r)
	if err != nil {
		return nil, err
	}
	promised, dims, _ := header(line)
	t := collector{most: most}
	if err := t.begin(dims); err != nil {
		return nil, atLine(1, err)
	}
	row := make([]byte, 4*dims)
	for t.read < promised && !t.full() {
		place := fmt.Sprintf("word %d of %d", t.read+1, promised)
		word, err := readWord(r)
		if err == nil {
			_, err = io.ReadFull(r, row)
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, broken(place, hintAgain, "the file is cut off")
		}
		if err != nil {
			return nil, at(place, err)
		}
		if !t.keep(word) {
			continue
		}
		for k := range dims {
			x := math.Float32frombits(binary.LittleEndian.Uint32(row[4*k:]))
			if x != x || math.IsInf(float64(x), 0) {
				return nil, broken(place, hintAgain, "%q has a number that is not finite", shorten(word))
			}
			t.rows = append(t.rows, x)
		}
	}
	if t.read == 0 {
		return nil, broken("", hintAgain, "it has no words")
	}
	return t.vectors(), nil
}

// readWord reads up to a blank, without the line feed that may stand before.
func readWord(r *bufio.Reader) (string, error) {
	var word []byte
	for {
		b, err := r.ReadByte()
		switch {
		case err != nil:
			return "", err
		case b == ' ':
			return string(word), nil
		case b == '\n' && len(word) == 0:
			continue
		case len(word) == mostWord:
			return "", broken("", hintAgain, "a word has more than %d bytes", mostWord)
		}
		word = append(word, b)
	}
}
