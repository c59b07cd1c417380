package meaning

import (
	"math"

	"github.com/vitrine-search/vitrine/shared/attention"
)

// Sharpness is the factor of the cosines in attention. With words as queries,
// keys and values, softmax(QKᵀ/√d)V of Vaswani et al., "Attention Is All You Need",
// 2017, has vectors of length √d instead; these are of unit length, and so few in a
// product that a sharper softmax tells more.
const Sharpness = 12

// Query is the words of a query in the space. It can be used again for the next
// query after Reset; it is not safe for concurrent use.
type Query struct {
	space *Space
	pool  *pool
	scan  *attention.Scan
	// rows (words) are those of the words, or none.
	rows []int
	// dots (words, rows) are the dot products of those with a row with all rows.
	dots [][]int32
	// direction (dims) is that of all words, scale what makes it a unit vector.
	direction []int8
	scale     float32
}

// NewQuery returns a query without words.
func (s *Space) NewQuery() *Query {
	return &Query{space: s, pool: newPool(s), scan: attention.NewScan(s.products)}
}

// Reset forgets the words.
func (q *Query) Reset() {
	q.pool.reset()
	q.rows = q.rows[:0]
}

// Add adds a word by its row, if it has one.
func (q *Query) Add(row int, ok bool) {
	if !ok {
		q.rows = append(q.rows, none)
		return
	}
	for len(q.dots) <= len(q.rows) {
		q.dots = append(q.dots, nil)
	}
	if q.dots[len(q.rows)] == nil {
		q.dots[len(q.rows)] = make([]int32, q.space.words.Len())
	}
	q.space.words.Dots(q.space.kernel, q.space.words.Row(row), q.dots[len(q.rows)])
	q.rows = append(q.rows, row)
	q.pool.add(row)
}

// Settle ends the adding of words.
func (q *Query) Settle() {
	q.direction = q.pool.appendTo(q.direction[:0])
	q.scale = attention.UnitScale(q.direction)
}

// Similarity is the cosine of a word of the query with a word's row, 0 if the query's
// has none.
func (q *Query) Similarity(word, row int) float32 {
	if q.rows[word] == none {
		return 0
	}
	return float32(q.dots[word][row]) * q.space.words.Scale(row) * q.space.words.Scale(q.rows[word])
}

// Cosine compares the query with a row of directions (any, dims).
func (q *Query) Cosine(directions attention.Table, row int) float32 {
	sum := int32(0)
	for k, v := range directions.Row(row) {
		sum += int32(v) * int32(q.direction[k])
	}
	return float32(sum) * directions.Scale(row) * q.scale
}

// Nearest returns the n products that mean most alike, best first, as long as
// their cosine is above the floor. It is valid until the next call.
func (q *Query) Nearest(n int, floor float32) []attention.Neighbor {
	if q.scale == 0 {
		return nil
	}
	near := q.scan.Nearest(q.space.kernel, q.direction, n, floor/q.scale)
	for i := range near {
		near[i].Score *= q.scale
	}
	return near
}

// attentions holds exp(Sharpness*cosine) for cosines in steps of 1/steps.
var attentions = func() (e [2*steps + 1]float32) {
	for i := range e {
		e[i] = float32(math.Exp(Sharpness * (float64(i-steps) / steps)))
	}
	return e
}()

const steps = 128

// Attention is what one word of a query sees when it attends to the words of a
// text: the mean of its similarities with them, weighted by their softmax.
type Attention struct{ similar, all float32 }

// To adds a word of the text by its similarity, from -1 to 1. It is called for every
// word of every candidate; in WebAssembly min and max of floats are calls.
func (a *Attention) To(similarity float32) {
	e := strength(similarity)
	a.all += e
	a.similar += float32(e * similarity)
}

func strength(similarity float32) float32 {
	at := int(similarity*steps) + steps
	if at < 0 {
		at = 0
	} else if at > 2*steps {
		at = 2 * steps
	}
	return attentions[at]
}

// Share is how much of the attention goes to a word of the text that was added by
// this similarity: its softmax, 0 without words.
func (a *Attention) Share(similarity float32) float32 {
	if a.all == 0 {
		return 0
	}
	return strength(similarity) / a.all
}

// Seen is the attended similarity, 0 without words.
func (a *Attention) Seen() float32 {
	if a.all == 0 {
		return 0
	}
	return a.similar / a.all
}
