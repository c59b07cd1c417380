package engine

import (
	"cmp"
	"math"
)

// candidate is a product that may be on the page. Keys are integers, so that
// every host orders alike.
type candidate struct {
	// price is the place of the product's price in the order asked for, 0 if it
	// is not asked for.
	price int32
	// tier is 0 for the products that come first whatever their score, see tier.go.
	tier uint8
	// score is the relevance times scoreScale.
	score int64
	doc   uint32
}

// compare puts the better candidate first: by price if that was asked for, then
// by tier, by score and by identifier.
func (e *Engine) compare(a, b candidate) int {
	if c := cmp.Compare(a.price, b.price); c != 0 {
		return c
	}
	if c := cmp.Compare(a.tier, b.tier); c != 0 {
		return c
	}
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	return cmp.Compare(e.ids.At(int(a.doc)), e.ids.At(int(b.doc)))
}

// top keeps the best of the candidates that it is offered, in a heap whose root
// is the worst of them.
type top struct {
	engine *Engine
	size   int
	heap   []candidate
}

func (t *top) reset(size int) {
	t.size = size
	t.heap = t.heap[:0]
}

// worse compares two of the heap. Nearly always their scores differ and nothing else
// does, which is decided here, since calls and copies are what a heap costs.
func (t *top) worse(i, j int) bool {
	a, b := &t.heap[i], &t.heap[j]
	if a.price == b.price && a.tier == b.tier && a.score != b.score {
		return a.score < b.score
	}
	return t.engine.compare(*a, *b) > 0
}

// least is the score that a candidate needs at least to be kept, as far as the
// score alone decides.
func (t *top) least(prices priceOrder) int64 {
	switch {
	case t.size == 0:
		return math.MaxInt64
	case len(t.heap) == t.size && prices.direction == 0:
		return t.heap[0].score
	default:
		return math.MinInt64
	}
}

// wants says whether a candidate would be kept.
func (t *top) wants(c candidate) bool {
	return len(t.heap) < t.size || t.size > 0 && t.engine.compare(c, t.heap[0]) < 0
}

// offer keeps a candidate if it is wanted, and says whether it was.
func (t *top) offer(c candidate) bool {
	if !t.wants(c) {
		return false
	}
	if len(t.heap) < t.size {
		t.heap = append(t.heap, c)
		t.up(len(t.heap) - 1)
		return true
	}
	t.heap[0] = c
	t.down(0)
	return true
}

func (t *top) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !t.worse(i, parent) {
			return
		}
		t.heap[i], t.heap[parent] = t.heap[parent], t.heap[i]
		i = parent
	}
}

func (t *top) down(i int) {
	for {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(t.heap); child++ {
			if t.worse(child, worst) {
				worst = child
			}
		}
		if worst == i {
			return
		}
		t.heap[i], t.heap[worst] = t.heap[worst], t.heap[i]
		i = worst
	}
}

// sorted empties the heap into an order, best first, in the heap's own memory.
func (t *top) sorted() []candidate {
	all := t.heap
	for n := len(all) - 1; n > 0; n-- {
		t.heap = all[:n+1]
		t.heap[0], t.heap[n] = t.heap[n], t.heap[0]
		t.heap = all[:n]
		t.down(0)
	}
	t.heap = all
	return all
}
