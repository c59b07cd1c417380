package main

import (
	"errors"
	"math"
)

// settings are the size of the table.
type settings struct{ words, dims int }

// defaults give a table below 1.5 MB. On queries in the shopper's own words 64
// dimensions do better than 48, and not worse than 98 with fewer words.
var defaults = settings{words: 38000, dims: 64}

// table is what english.Encode writes.
type table struct {
	dims  int
	words []string
	ranks []int
	rows  []float32 // (len(words), dims), of length 1
}

// common is the number of most frequent words that means and directions are
// measured on; the rare ones are too noisy.
const common = 20000

// derive makes the table.
func derive(g *glove, w *wordnet, size settings) (*table, error) {
	if len(g.words) < 2 || size.dims < 1 || size.dims > g.dims-removed {
		return nil, errors.New("there must be words, and fewer dimensions than GloVe has")
	}
	g.flatten()
	chosen := choose(g, w, size.words)
	t := &table{dims: g.dims}
	row := make([]float64, g.dims)
	for _, word := range chosen {
		if !g.describe(word, w.senses[w.base(word)], row) {
			continue
		}
		t.words = append(t.words, word)
		rank := len(g.words) + 1
		if i, counted := g.index[word]; counted {
			rank = i + 1
		}
		t.ranks = append(t.ranks, rank)
		for _, x := range row {
			t.rows = append(t.rows, float32(x))
		}
	}
	center(t.rows, t.dims) // definitions have words in common
	t.reduce(size.dims)
	return t, nil
}

// removed is the number of directions in which all words lie, whatever they
// mean: they say how common a word is (Mu and Viswanath, "All-but-the-Top", 2018).
const removed = 2

// center subtracts from all rows, (n, dims), the mean of the common ones.
func center(rows []float32, dims int) {
	few := min(common, len(rows)/dims)
	mean := make([]float64, dims)
	for from := 0; from < few*dims; from += dims {
		for k, x := range rows[from : from+dims] {
			mean[k] += float64(x)
		}
	}
	for i, x := range rows {
		rows[i] = float32(float64(x) - mean[i%dims]/float64(few))
	}
}

// flatten subtracts the mean, removes the strongest directions, and brings every
// row to length 1.
func (g *glove) flatten() {
	center(g.rows, g.dims)
	few := min(common, len(g.words))
	strongest, _ := principal(g.rows[:few*g.dims], g.dims)
	row := make([]float64, g.dims)
	for i := range g.words {
		for k, x := range g.row(i) {
			row[k] = float64(x)
		}
		for _, direction := range strongest[:removed] {
			along := dot(row, direction)
			for k := range row {
				row[k] -= float64(along * direction[k])
			}
		}
		normalize(row)
		for k, x := range row {
			g.row(i)[k] = float32(x)
		}
	}
}

// describe writes a word's direction into row: that of GloVe and that of its
// definition in equal parts. It reports whether either is known.
func (g *glove) describe(word string, senses []sense, row []float64) bool {
	clear(row)
	for _, s := range senses {
		for _, other := range s.words {
			i, known := g.index[other]
			if !known || other == word || isStopWord[other] {
				continue
			}
			weight := s.weight * informative(i)
			for k, x := range g.row(i) {
				row[k] += float64(weight * float64(x))
			}
		}
	}
	normalize(row)
	if i, known := g.index[word]; known {
		for k, x := range g.row(i) {
			row[k] += float64(x)
		}
		normalize(row)
	}
	return dot(row, row) > 0
}

// informative weighs the word with index i by how rarely it is used, as Arora,
// Liang and Ma do ("A Simple but Tough-to-Beat Baseline for Sentence
// Embeddings", 2017) with a = 0.001; by Zipf's law its share of all text is
// about 0.1 / rank.
func informative(i int) float64 {
	const a = 0.001
	return a / (a + 0.1/float64(i+1))
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for k := range a {
		sum += float64(a[k] * b[k])
	}
	return sum
}

// normalize brings a row to length 1, unless it is all zero.
func normalize(row []float64) {
	length := math.Sqrt(dot(row, row))
	if length == 0 {
		return
	}
	for k := range row {
		row[k] /= length
	}
}
