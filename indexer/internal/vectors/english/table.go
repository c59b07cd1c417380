package english

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/vitrine-search/vitrine/indexer/internal/vectors"
)

// The file is a gzip stream of:
//
//	4 bytes   "vge1"
//	uvarint   words, at most mostWords
//	uvarint   dimensions, at most mostDims
//	uvarint   × words: a word's rank less that of the word before it
//	text      × words: the words, a line feed after each
//	int8      × dimensions × words: first every word's first number, then every
//	          word's second; in steps of any size, since only directions count
//
// Numbers of one dimension are alike, so that standing together they pack better.
const (
	magic     = "vge1"
	mostWords = 1 << 20
	mostDims  = 1 << 10
)

// steps is the number of steps of an int8 from 0 to 1. Rows have length 1 and no
// number near it; rounding to a 32nd turns a row of 64 numbers by 4 degrees (its
// cosine with itself falls by 0.003), and leaves room for a third more words than
// a 96th would.
const steps = 32

// Encode writes the table's file. The words are lower case, each ranked at least
// as the one before; the rows are directions, (len(words), dims), of length 1.
func Encode(dims int, words []string, ranks []int, rows []float32) ([]byte, error) {
	if len(ranks) != len(words) || len(rows) != dims*len(words) {
		return nil, fmt.Errorf("%d words with %d ranks and %d numbers of %d dimensions", len(words), len(ranks), len(rows), dims)
	}
	raw := []byte(magic)
	raw = binary.AppendUvarint(raw, uint64(len(words)))
	raw = binary.AppendUvarint(raw, uint64(dims))
	last := 0
	for i, rank := range ranks {
		if rank < max(1, last) {
			return nil, fmt.Errorf("%q has rank %d after rank %d", words[i], rank, last)
		}
		raw = binary.AppendUvarint(raw, uint64(rank-last))
		last = rank
	}
	for _, word := range words {
		if strings.Contains(word, "\n") {
			return nil, fmt.Errorf("%q has a line feed", word)
		}
		raw = append(append(raw, word...), '\n')
	}
	for k := range dims {
		for i := range words {
			step := math.RoundToEven(float64(rows[i*dims+k]) * steps)
			raw = append(raw, byte(int8(max(-127, min(127, step)))))
		}
	}

	var packed bytes.Buffer
	writer, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := writer.Write(raw); err != nil {
		return nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

var errDamaged = errors.New("the table is damaged or of another version")

// Decode reads what Encode wrote.
func Decode(packed []byte) (*General, error) {
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	const most = 64 << 20
	raw, err := io.ReadAll(io.LimitReader(reader, most))
	if err != nil {
		return nil, err
	}
	raw, found := bytes.CutPrefix(raw, []byte(magic))
	count, raw := uvarint(raw, mostWords)
	dims, raw := uvarint(raw, mostDims)
	if !found || dims == 0 || len(raw) < count*(2+dims) {
		return nil, errDamaged
	}

	general := &General{ranks: make([]int, count)}
	last := 0
	for i := range general.ranks {
		var gap int
		gap, raw = uvarint(raw, math.MaxInt32)
		last += gap
		general.ranks[i] = last
	}
	if len(raw) < count*dims {
		return nil, errDamaged
	}
	text, numbers := raw[:len(raw)-count*dims], raw[len(raw)-count*dims:]
	words := strings.SplitAfter(string(text), "\n")
	if len(words) != count+1 || words[count] != "" {
		return nil, errDamaged
	}
	words = words[:count]
	for i, word := range words {
		words[i] = strings.TrimSuffix(word, "\n")
	}
	general.vectors = vectors.New(dims, words, directions(numbers, count, dims))
	return general, nil
}

// uvarint reads a number and returns what follows it; 0 and nothing if there is
// none or it is above most.
func uvarint(b []byte, most uint64) (n int, rest []byte) {
	value, size := binary.Uvarint(b)
	if size <= 0 || value > most {
		return 0, nil
	}
	return int(value), b[size:]
}

// directions turns int8 numbers, (dims, count), into rows of length 1, (count,
// dims). A row of zeros stays one.
func directions(numbers []byte, count, dims int) []float32 {
	rows := make([]float32, count*dims)
	for i := range count {
		row := rows[i*dims : (i+1)*dims]
		squares := 0
		for k := range row {
			step := int(int8(numbers[k*count+i]))
			squares += step * step
			row[k] = float32(step)
		}
		length := float32(math.Sqrt(float64(max(1, squares))))
		for k := range row {
			row[k] /= length
		}
	}
	return rows
}
