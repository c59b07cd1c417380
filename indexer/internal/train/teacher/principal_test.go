package teacher

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mat"
)

// falling returns rows (n, dims) whose variance falls slowly from direction to
// direction, as that of word vectors does, turned at random.
func falling(n, dims int) []float32 {
	random := rand.New(rand.NewPCG(3, 4))
	turn := make([]float32, dims*dims)
	for i := range turn {
		turn[i] = float32(random.NormFloat64())
	}
	orthonormalize(turn, dims)
	rows := make([]float32, n*dims)
	for i := range n {
		for k := range dims {
			addScaled(row(rows, dims, uint32(i)), float32(random.NormFloat64()/math.Sqrt(float64(k+1))), row(turn, dims, uint32(k)))
		}
	}
	center(rows, dims)
	return rows
}

// variance is how much of the rows lies in the directions.
func variance(rows, directions []float32, dims int) (sum float64) {
	for at := 0; at < len(directions); at += dims {
		for i := range len(rows) / dims {
			p := dot(directions[at:at+dims], row(rows, dims, uint32(i)))
			sum += p * p
		}
	}
	return sum
}

// TestPrincipalIsNearTheExact compares with the whole decomposition.
func TestPrincipalIsNearTheExact(t *testing.T) {
	const n, dims, wanted = 500, 90, 12
	rows := falling(n, dims)
	got, err := principal(t.Context(), rows, dims, wanted)
	require.NoError(t, err)

	wide := mat.NewDense(n, dims, nil)
	for i, v := range rows {
		wide.Set(i/dims, i%dims, float64(v))
	}
	var whole mat.SVD
	require.True(t, whole.Factorize(wide, mat.SVDThin))
	values := whole.Values(nil)
	var best float64
	for i := range wanted {
		best += values[i] * values[i]
		assert.InEpsilon(t, values[i]*values[i], variance(rows, row(got, dims, uint32(i)), dims), 0.02, "direction %d", i)
	}
	assert.InEpsilon(t, best, variance(rows, got, dims), 1e-3)
	for i := range uint32(wanted) {
		for j := range uint32(wanted) {
			want := 0.0
			if i == j {
				want = 1
			}
			assert.InDelta(t, want, dot(row(got, dims, i), row(got, dims, j)), 1e-4)
		}
	}
	again, err := principal(t.Context(), rows, dims, wanted)
	require.NoError(t, err)
	assert.Equal(t, got, again)
}

// TestPrincipalWithTooFewDirections leaves those zero that the rows do not have.
func TestPrincipalWithTooFewDirections(t *testing.T) {
	rows := []float32{3, 0, 0, -3, 0, 0, 0, 1, 0, 0, -1, 0}
	got, err := principal(t.Context(), rows, 3, 5)
	require.NoError(t, err)
	assert.InDeltaSlice(t, []float32{1, 0, 0, 0, 1, 0}, got[:6], 1e-5)
	assert.InDelta(t, 18+2, variance(rows, got, 3), 1e-4)
	assert.Equal(t, make([]float32, 6), got[9:])

	got, err = principal(t.Context(), nil, 3, 2)
	require.NoError(t, err)
	assert.Equal(t, make([]float32, 6), got)

	got, err = principal(t.Context(), make([]float32, 9), 3, 1)
	require.NoError(t, err)
	assert.Equal(t, make([]float32, 3), got, "rows without variance have no direction")
}

func TestPrincipalIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := principal(ctx, falling(10, 4), 4, 2)
	require.ErrorIs(t, err, context.Canceled)
}
