package teacher

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
	"gonum.org/v1/gonum/mat"
)

// The principal components are found by randomized subspace iteration (Halko,
// Martinsson and Tropp, "Finding Structure with Randomness", 2011, algorithm 4.4),
// which takes seconds where the whole decomposition of vectors of 3,072 numbers
// takes minutes. spare directions beyond those wanted, and so many rounds, find
// what the whole decomposition finds up to some 0.1 % of the variance.
const (
	spare  = 16
	rounds = 8
)

// principal returns the directions (wanted, dims) in which the rows (n, dims), whose
// mean is zero, differ most, the strongest first, each with length 1. Where there
// are fewer the others are zero. It is the same each time.
func principal(ctx context.Context, rows []float32, dims, wanted int) ([]float32, error) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // made to be repeated, not to be secret
	n, m := len(rows)/dims, min(wanted+spare, dims)
	all := blas32.General{Rows: n, Cols: dims, Stride: dims, Data: rows}
	found := blas32.General{Rows: m, Cols: dims, Stride: dims, Data: make([]float32, m*dims)}
	onto := blas32.General{Rows: n, Cols: m, Stride: m, Data: make([]float32, n*m)}
	for i := range found.Data {
		found.Data[i] = float32(random.NormFloat64())
	}
	basis := make([]float32, wanted*dims)
	if n == 0 {
		return basis, nil
	}
	for range rounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		orthonormalize(found.Data, dims)
		blas32.Gemm(blas.NoTrans, blas.Trans, 1, all, found, 0, onto)
		blas32.Gemm(blas.Trans, blas.NoTrans, 1, onto, all, 0, found)
	}
	orthonormalize(found.Data, dims)
	blas32.Gemm(blas.NoTrans, blas.Trans, 1, all, found, 0, onto)
	turn, err := strongest(onto)
	if err != nil {
		return nil, err
	}
	for i := range min(wanted, m) {
		direction := basis[i*dims : (i+1)*dims]
		for j := range m {
			addScaled(direction, float32(turn.At(j, m-1-i)), found.Data[j*dims:(j+1)*dims])
		}
		point(direction)
	}
	return basis, nil
}

// strongest returns the eigenvectors of the covariance of the rows, as columns by
// rising eigenvalue.
func strongest(rows blas32.General) (*mat.Dense, error) {
	m := rows.Cols
	covariance := mat.NewSymDense(m, nil)
	sums := make([]float64, m*m)
	for i := range rows.Rows {
		row := rows.Data[i*m : (i+1)*m]
		for a, x := range row {
			for b, y := range row[a:] {
				sums[a*m+a+b] += float64(float64(x) * float64(y))
			}
		}
	}
	for a := range m {
		for b := a; b < m; b++ {
			covariance.SetSym(a, b, sums[a*m+b])
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(covariance, true) {
		return nil, errors.New("the teacher's vectors have no principal components (hint: they may hold numbers that are far too large)")
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	return &vectors, nil
}

// orthonormalize makes the rows (m, dims) orthogonal, each with length 1, by
// Gram and Schmidt's method, twice, since once leaves errors ("twice is enough":
// Giraud, Langou and Rozloznik, 2005). A row that depends on those before it
// becomes zero.
func orthonormalize(rows []float32, dims int) {
	for at := 0; at < len(rows); at += dims {
		row := rows[at : at+dims]
		normalize(row)
		for range 2 {
			for before := 0; before < at; before += dims {
				other := rows[before : before+dims]
				addScaled(row, float32(-dot(row, other)), other)
			}
		}
		if dot(row, row) < 1e-10 {
			clear(row)
		}
		normalize(row)
	}
}

// point turns a direction so that its largest number is positive: either way
// would do, but it must be one.
func point(direction []float32) {
	var largest float32
	for _, v := range direction {
		if math.Abs(float64(v)) > math.Abs(float64(largest)) {
			largest = v
		}
	}
	if largest < 0 {
		for i := range direction {
			direction[i] = -direction[i]
		}
	}
}

func dot(a, b []float32) (sum float64) {
	for i, v := range a {
		sum += float64(float64(v) * float64(b[i]))
	}
	return sum
}

func addScaled(to []float32, scale float32, v []float32) {
	for i := range to {
		to[i] += float32(scale * v[i])
	}
}
