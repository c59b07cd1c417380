package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// trial is a small table with pairs of bags, some of which share words.
type trial struct {
	table, weights []float32
	left, right    *bags
	loss           contrast
}

const (
	trialRows = 12
	trialDims = 5
)

func newTrial(pairs int) *trial {
	random := rand.New(rand.NewPCG(5, 6))
	tr := &trial{
		table: make([]float32, trialRows*trialDims), weights: make([]float32, trialRows),
		left: newBags(trialDims), right: newBags(trialDims), loss: contrast{temperature: 0.5},
	}
	for i := range tr.table {
		tr.table[i] = float32(random.NormFloat64())
	}
	for i := range tr.weights {
		tr.weights[i] = 0.2 + random.Float32()
	}
	for range pairs {
		for _, side := range []*bags{tr.left, tr.right} {
			bag := make([]uint32, 1+random.IntN(4)) // a word may come twice
			for k := range bag {
				bag[k] = random.Uint32N(trialRows)
			}
			side.add(bag)
		}
	}
	return tr
}

// measure returns the loss, and leaves the gradients by the units.
func (tr *trial) measure() float64 {
	tr.left.encode(tr.table, tr.weights)
	tr.right.encode(tr.table, tr.weights)
	return tr.loss.step(tr.left, tr.right)
}

// The gradient by every number of the table is the slope of the loss.
func TestGradientsAreSlopes(t *testing.T) {
	const step = 1.0 / 256
	for _, pairs := range []int{2, 7, block + 3} {
		tr := newTrial(pairs)
		tr.measure()
		tr.left.back()
		tr.right.back()
		d := newDescent(trialDims, pace{}, tr.table, tr.weights)
		d.gather(tr.left)
		d.gather(tr.right)
		want := make([]float64, len(tr.table))
		for i, v := range tr.table {
			tr.table[i] = v + step
			above := tr.measure()
			tr.table[i] = v - step
			below := tr.measure()
			tr.table[i] = v
			want[i] = (above - below) / (2 * step)
		}
		got := make([]float64, len(tr.table))
		for i, row := range d.touched {
			for k := range trialDims {
				got[int(row)*trialDims+k] = float64(d.gradients[i*trialDims+k])
			}
		}
		assert.InDeltaSlice(t, want, got, 2e-4, "%d pairs", pairs)
		assert.Greater(t, norm(want), 0.01, "the loss has a slope at all")
	}
}

func norm(v []float64) float64 {
	var sum float64
	for _, x := range v {
		sum += x * x
	}
	return sum
}

func TestTheLossOfPairsThatCannotBeToldApart(t *testing.T) {
	tr := newTrial(0)
	for range 4 {
		tr.left.add([]uint32{3})
		tr.right.add([]uint32{3})
	}
	assert.InDelta(t, 1.386294, tr.measure(), 1e-5, "ln 4")
}

func TestStepsLessenTheLoss(t *testing.T) {
	tr := newTrial(8)
	d := newDescent(trialDims, pace{rate: 0.1}, tr.table, tr.weights)
	before := tr.measure()
	for range 50 {
		tr.measure()
		tr.left.back()
		tr.right.back()
		d.gather(tr.left)
		d.gather(tr.right)
		d.step()
	}
	assert.Less(t, tr.measure(), before/2)
	require.Empty(t, d.touched)
}

// A row that is held goes back to where it began when nothing draws it away.
func TestHeldRowsComeBack(t *testing.T) {
	table := []float32{1, 0, 0, 1}
	d := newDescent(2, pace{rate: 0.1, hold: 1}, table, []float32{1, 1})
	table[0], table[3] = 3, 3
	none := newBags(2)
	none.add([]uint32{0})
	for range 200 {
		none.gradients = []float32{0, 0}
		d.gather(none)
		d.step()
	}
	assert.InDelta(t, 1, table[0], 0.05)
	assert.InDelta(t, 3, table[3], 0, "no batch touched it")
}

func TestEmptySumsHaveUnitsAllTheSame(t *testing.T) {
	b := newBags(2)
	b.add([]uint32{0, 1})
	b.encode([]float32{1, -1, -1, 1}, []float32{1, 1}) // they cancel out
	b.gradients[0], b.gradients[1] = 1, 1
	b.back()
	for _, v := range append(b.units, b.gradients...) {
		assert.False(t, math.IsNaN(float64(v)))
	}
}
