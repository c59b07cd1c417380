package train

import "math"

// pace is how fast rows move, and how strongly they are held to where they began.
type pace struct{ rate, hold float32 }

// descent changes the rows of a table by the gradients of one batch after the
// other: Adagrad (Duchi, Hazan and Singer, 2011) with one step size for a row, so
// that the rows of rare words, which few batches touch, move as far as those of
// frequent ones.
type descent struct {
	dims int
	pace pace
	// table, start (rows, dims) are the rows as they are and as they were.
	table, start []float32
	// weights (rows) are those of the words in their bags.
	weights []float32
	// squares (rows) are the sums of the mean squares of the gradients.
	squares []float32
	// slots (rows) is 1 + the place of a row among the touched ones, or 0.
	slots   []uint32
	touched []uint32
	// gradients (touched, dims) are those by the touched rows.
	gradients []float32
}

func newDescent(dims int, at pace, table, weights []float32) *descent {
	return &descent{
		dims: dims, pace: at,
		table: table, start: append([]float32(nil), table...), weights: weights,
		squares: make([]float32, len(weights)), slots: make([]uint32, len(weights)),
	}
}

// gather adds the gradients by the sums of the bags to those by their rows.
func (s *descent) gather(b *bags) {
	d := s.dims
	for i := range b.len() {
		g := b.gradients[i*d : (i+1)*d]
		for _, row := range b.words[b.starts[i]:b.starts[i+1]] {
			if s.slots[row] == 0 {
				s.touched = append(s.touched, row)
				s.slots[row] = uint32(len(s.touched))
				s.gradients = append(s.gradients, make([]float32, d)...)
			}
			addScaled(s.gradients[int(s.slots[row]-1)*d:][:d], s.weights[row], g)
		}
	}
}

// step moves the touched rows and forgets the gradients.
func (s *descent) step() {
	d := s.dims
	for i, row := range s.touched {
		g, v, start := s.gradients[i*d:(i+1)*d], s.table[int(row)*d:][:d], s.start[int(row)*d:][:d]
		for k := range g {
			g[k] += float32(s.pace.hold * (v[k] - start[k]))
		}
		s.squares[row] += dot(g, g) / float32(d)
		rate := s.pace.rate / (float32(math.Sqrt(float64(s.squares[row]))) + tiny)
		addScaled(v, -rate, g)
		s.slots[row] = 0
	}
	s.touched, s.gradients = s.touched[:0], s.gradients[:0]
}
