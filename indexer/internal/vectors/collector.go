package vectors

import "unicode/utf8"

// collector gathers words and their rows in the order of a file.
type collector struct {
	// most bounds the numbers of all rows together.
	most  int
	dims  int
	words []string
	rows  []float32
	seen  map[string]bool
	read  int // with the words that were left out
}

// begin sets the length of a row.
func (t *collector) begin(dims int) error {
	if dims < 1 || dims > mostDims {
		return broken("", "the file must be in one of the formats of GloVe, fastText or word2vec",
			"rows of %d numbers; 1 to %d can be read", dims, mostDims)
	}
	t.dims, t.seen = dims, map[string]bool{}
	return nil
}

// full tells whether another row would be too many.
func (t *collector) full() bool { return len(t.rows)+t.dims > t.most }

// keep starts a row for the word and reports whether its numbers are wanted: not
// those of a word that came before or is no text.
func (t *collector) keep(word string) bool {
	t.read++
	if word == "" || t.seen[word] || !utf8.ValidString(word) {
		return false
	}
	t.seen[word] = true
	t.words = append(t.words, word)
	return true
}

func (t *collector) vectors() *Vectors { return New(t.dims, t.words, t.rows) }
