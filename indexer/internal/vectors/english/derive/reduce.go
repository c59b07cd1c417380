package main

import (
	"cmp"
	"math"
	"slices"
)

// evenness says how far the dimensions are brought to one spread: by 0 they keep
// their own, by 1 all have the same. What tells two things of a shop apart is weak
// in general English: evened rows find products for queries in the shopper's own
// words much better, by their nearest words, than rows that are not.
const evenness = 0.7

// reduce keeps of every row the dims strongest of the directions in which the
// common words differ, evens them, and brings the row to length 1 again.
func (t *table) reduce(dims int) {
	few := min(common, len(t.words))
	directions, strengths := principal(t.rows[:few*t.dims], t.dims)
	scale := make([]float64, dims)
	for k := range scale {
		if strengths[k] > 0 {
			scale[k] = math.Pow(strengths[k], -evenness/2)
		}
	}
	rows := make([]float32, len(t.words)*dims)
	full, short := make([]float64, t.dims), make([]float64, dims)
	for i := range t.words {
		for k := range full {
			full[k] = float64(t.rows[i*t.dims+k])
		}
		for k := range short {
			short[k] = scale[k] * dot(full, directions[k])
		}
		normalize(short)
		for k := range short {
			rows[i*dims+k] = float32(short[k])
		}
	}
	t.dims, t.rows = dims, rows
}

// principal returns all dims orthogonal directions of the rows, (n, dims), the
// strongest first, and how strong each is: the sum of the squares of the rows
// along it. A direction points to where its largest number is positive.
func principal(rows []float32, dims int) (directions [][]float64, strengths []float64) {
	moments := make([]float64, dims*dims)
	for from := 0; from < len(rows); from += dims {
		row := rows[from : from+dims]
		for i, x := range row {
			for j, y := range row[:i+1] {
				moments[i*dims+j] += float64(float64(x) * float64(y))
			}
		}
	}
	for i := range dims {
		for j := range i {
			moments[j*dims+i] = moments[i*dims+j]
		}
	}
	found := eigenvectors(moments, dims) // leaves the strengths on the diagonal
	order := make([]int, dims)
	for v := range order {
		order[v] = v
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(moments[b*dims+b], moments[a*dims+a]) })
	for _, v := range order {
		largest := slices.MaxFunc(found[v], func(x, y float64) int { return cmp.Compare(math.Abs(x), math.Abs(y)) })
		if largest < 0 {
			for k := range found[v] {
				found[v][k] = -found[v][k]
			}
		}
		directions = append(directions, found[v])
		strengths = append(strengths, moments[v*dims+v])
	}
	return directions, strengths
}

// eigenvectors turns the symmetric matrix m, (n, n), in place into the diagonal
// one of its eigenvalues, and returns the vector of each: Jacobi's method
// (Golub and Van Loan, "Matrix Computations", 8.5), which has no random start.
func eigenvectors(m []float64, n int) [][]float64 {
	vectors := make([][]float64, n)
	for i := range vectors {
		vectors[i] = make([]float64, n)
		vectors[i][i] = 1
	}
	const sweeps, enough = 50, 1e-22
	for range sweeps {
		off, on := 0.0, 0.0
		for i := range n {
			on += float64(m[i*n+i] * m[i*n+i])
			for j := range i {
				off += float64(m[i*n+j] * m[i*n+j])
			}
		}
		if off <= enough*on {
			break
		}
		for p := range n {
			for q := p + 1; q < n; q++ {
				rotate(m, n, p, q, vectors)
			}
		}
	}
	return vectors
}

// rotate makes m[p, q] zero by turning rows and columns p and q.
func rotate(m []float64, n, p, q int, vectors [][]float64) {
	if m[p*n+q] == 0 {
		return
	}
	tau := (m[q*n+q] - m[p*n+p]) / (2 * m[p*n+q])
	tangent := 1 / (math.Abs(tau) + math.Sqrt(1+float64(tau*tau)))
	if tau < 0 {
		tangent = -tangent
	}
	cosine := 1 / math.Sqrt(1+float64(tangent*tangent))
	sine := tangent * cosine
	turn := func(x, y float64) (turnedX, turnedY float64) {
		return float64(cosine*x) - float64(sine*y), float64(sine*x) + float64(cosine*y)
	}
	for k := range n {
		m[k*n+p], m[k*n+q] = turn(m[k*n+p], m[k*n+q])
	}
	for k := range n {
		m[p*n+k], m[q*n+k] = turn(m[p*n+k], m[q*n+k])
	}
	for k := range n {
		vectors[p][k], vectors[q][k] = turn(vectors[p][k], vectors[q][k])
	}
}
