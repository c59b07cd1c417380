package train

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/blas/blas32"
)

// block is how many bags one goroutine takes at a time. It is fixed, so that
// every sum has the same terms in the same order on any number of processors.
const block = 32

// inBlocks calls work for [0, block), [block, 2 block), ... below n, several at a
// time.
func inBlocks(n int, work func(from, to int)) {
	var group sync.WaitGroup
	for from := 0; from < n; from += block {
		group.Go(func() { work(from, min(from+block, n)) })
	}
	group.Wait()
}

// bags are texts without their order, and what the encoder makes of them: the
// mean of the rows of their words, counted by their weights, as a unit vector.
// Both sides of the pairs are encoded with one table.
type bags struct {
	dims int
	// words has the rows of all bags back to back; starts (bags+1) is where each
	// begins.
	words  []uint32
	starts []int
	// units (bags, dims) are the encoded bags, norms (bags) the lengths that the
	// sums had.
	units []float32
	norms []float32
	// gradients (bags, dims) are those of the loss by the units, and after back by
	// the sums.
	gradients []float32
}

func newBags(dims int) *bags { return &bags{dims: dims, starts: []int{0}} }

// reset forgets the bags and keeps the memory.
func (b *bags) reset() { b.words, b.starts = b.words[:0], b.starts[:1] }

// len counts the bags.
func (b *bags) len() int { return len(b.starts) - 1 }

// add adds a bag, which must not be empty.
func (b *bags) add(words []uint32) {
	b.words = append(b.words, words...)
	b.starts = append(b.starts, len(b.words))
}

// matrix returns values (bags, dims) as blas32 wants them.
func (b *bags) matrix(values []float32) blas32.General {
	return blas32.General{Rows: b.len(), Cols: b.dims, Stride: b.dims, Data: values}
}

// encode computes units and norms from the table (rows, dims) and the weights
// (rows).
func (b *bags) encode(table, weights []float32) {
	n, d := b.len(), b.dims
	b.units, b.norms, b.gradients = resize(b.units, n*d), resize(b.norms, n), resize(b.gradients, n*d)
	inBlocks(n, func(from, to int) {
		for i := from; i < to; i++ {
			unit := b.units[i*d : (i+1)*d]
			clear(unit)
			for _, row := range b.words[b.starts[i]:b.starts[i+1]] {
				addScaled(unit, weights[row], table[int(row)*d:])
			}
			b.norms[i] = normalise(unit)
		}
	})
}

// back turns the gradients by the units into those by the sums: of a unit u of a
// sum of length n, (g - (g.u) u) / n.
func (b *bags) back() {
	d := b.dims
	inBlocks(b.len(), func(from, to int) {
		for i := from; i < to; i++ {
			unit, g := b.units[i*d:(i+1)*d], b.gradients[i*d:(i+1)*d]
			along := dot(g, unit)
			for k := range g {
				g[k] = (g[k] - float32(along*unit[k])) / b.norms[i]
			}
		}
	})
}

// tiny keeps a sum that vanishes from being divided by.
const tiny = 1e-6

// normalise makes a vector a unit vector and returns the length that it had.
func normalise(v []float32) float32 {
	length := float32(math.Sqrt(float64(dot(v, v)))) + tiny
	for k := range v {
		v[k] /= length
	}
	return length
}

// dot returns the inner product of two vectors of equal length.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var sum float32
	for k, v := range a {
		sum += float32(v * b[k])
	}
	return sum
}

// addScaled adds the first len(to) numbers of v times the factor.
func addScaled(to []float32, factor float32, v []float32) {
	v = v[:len(to)]
	for k := range to {
		to[k] += float32(factor * v[k])
	}
}

// resize returns a slice of n numbers, in the memory of the given one if it has
// enough. What is in it is not defined.
func resize(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, n, 2*n)
	}
	return v[:n]
}
