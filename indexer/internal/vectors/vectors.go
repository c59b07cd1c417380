// Package vectors holds word vectors and reads them from the files in which they
// are published: GloVe and fastText text, word2vec's binary format, and model2vec
// folders (potion and its kin). Training starts from such vectors, so that words
// which mean the same are near each other before the first product is read.
//
// Every reader keeps the order of its file, which is that of falling frequency
// in all files that are to be had, and stops at a number of words that bounds the
// memory: the words beyond it are too rare to matter.
package vectors

import "fmt"

// Vectors are words with a row of numbers each. They are never changed once made.
type Vectors struct {
	dims  int
	words []string
	rows  []float32 // (len(words), dims)
	index map[string]int
}

// New keeps the words and their rows, (len(words), dims) numbers one row after
// the other, without copying them. A word that comes again can only be reached by
// its number: Lookup finds the first. It panics if the lengths do not fit.
func New(dims int, words []string, rows []float32) *Vectors {
	if dims < 1 || len(rows) != dims*len(words) {
		panic(fmt.Sprintf("vectors: %d words of %d dimensions in %d numbers", len(words), dims, len(rows)))
	}
	index := make(map[string]int, len(words))
	for i, word := range words {
		if _, seen := index[word]; !seen {
			index[word] = i
		}
	}
	return &Vectors{dims: dims, words: words, rows: rows, index: index}
}

// Dims returns the length of a row.
func (v *Vectors) Dims() int { return v.dims }

// Len returns the number of words.
func (v *Vectors) Len() int { return len(v.words) }

// Word returns the word of a number below Len.
func (v *Vectors) Word(i int) string { return v.words[i] }

// Row returns the numbers of a word as its file has them: of any length, the
// mean not removed, and possibly all zero. It must not be changed.
func (v *Vectors) Row(i int) []float32 { return v.rows[i*v.dims : (i+1)*v.dims : (i+1)*v.dims] }

// Lookup returns the number of a word, which is looked for as it is written.
func (v *Vectors) Lookup(word string) (i int, found bool) {
	i, found = v.index[word]
	return i, found
}
