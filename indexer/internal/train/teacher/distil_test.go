package teacher

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mat"
)

// units returns n random rows of length 1.
func units(random *rand.Rand, n, dims int) []float32 {
	rows := make([]float32, n*dims)
	for i := range rows {
		rows[i] = float32(random.NormFloat64())
	}
	for i := range uint32(n) {
		normalize(row(rows, dims, i))
	}
	return rows
}

// TestDistilSolvesItsEquation compares with the solution of the normal equations.
func TestDistilSolvesItsEquation(t *testing.T) {
	const words, titles, dims = 15, 40, 5
	random := rand.New(rand.NewPCG(5, 6))
	alone, targets := units(random, words, dims), units(random, titles, dims)
	of := make([]Title, titles)
	a := mat.NewDense(titles, words, nil)
	for i := range of {
		for _, word := range random.Perm(words - 1)[:random.IntN(5)] {
			of[i].Words = append(of[i].Words, uint32(word))
		}
		for _, word := range of[i].Words {
			a.Set(i, int(word), 1/math.Sqrt(float64(len(of[i].Words))))
		}
	}
	var left, right, want mat.Dense
	left.Mul(a.T(), a)
	e, t1 := mat.NewDense(words, dims, nil), mat.NewDense(titles, dims, nil)
	for i, v := range targets {
		t1.Set(i/dims, i%dims, float64(v))
	}
	right.Mul(a.T(), t1)
	for w := range words {
		trust := own * (1 + left.At(w, w))
		left.Set(w, w, left.At(w, w)+trust)
		for k := range dims {
			e.Set(w, k, float64(alone[w*dims+k]))
			right.Set(w, k, right.At(w, k)+trust*e.At(w, k))
		}
	}
	require.NoError(t, want.Solve(&left, &right))

	got := append([]float32(nil), alone...)
	distil(dims, got, targets, of)
	for w := range uint32(words) {
		expected := make([]float32, dims)
		for k := range expected {
			expected[k] = float32(want.At(int(w), k))
		}
		normalize(expected)
		assert.InDeltaSlice(t, expected, row(got, dims, w), 2e-3, "word %d", w)
	}
	last := row(alone, dims, words-1)
	assert.InDeltaSlice(t, last, row(got, dims, words-1), 1e-6, "a word in no title stays")
}

// TestAWordIsWhatTheShopMeans moves a word to what its titles are about, but not
// all the way.
func TestAWordIsWhatTheShopMeans(t *testing.T) {
	// The directions: animals, computers, cords.
	words := []float32{1, 0, 0, 0, 0, 1}
	titles := []float32{0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0}
	const mouse, cord = 0, 1
	distil(3, words, titles, []Title{{Words: []uint32{mouse}}, {Words: []uint32{mouse}}, {Words: []uint32{mouse}}, {Words: []uint32{cord}}})
	assert.Greater(t, words[1], float32(0.3))
	assert.Greater(t, words[0], words[1])
	assert.Equal(t, []float32{0, 0, 1}, words[3:], "a title without a vector says nothing")
}
