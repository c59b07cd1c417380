package train

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// contrast is the loss of a batch of pairs, of the left bags with the right ones:
// each bag is to be more alike to the other of its own pair than to those of all
// other pairs. It is InfoNCE (van den Oord, Li and Vinyals, "Representation
// Learning with Contrastive Predictive Coding", 2018) in both directions, as
// Radford and others have it ("Learning Transferable Visual Models From Natural
// Language Supervision", 2021, figure 3): the mean over the pairs of
//
//	-ln softmax_j(s_ij/T)_i / 2 - ln softmax_j(s_ji/T)_i / 2
//
// where s_ij is the cosine of the i-th left and the j-th right bag.
type contrast struct {
	temperature float32
	// cosines (pairs, pairs) become the gradient by themselves.
	cosines []float32
	// powers (pairs, pairs) are e^((s-1)/T): no cosine is above 1, so that they
	// need no other scale.
	powers []float32
	// columns (blocks, pairs) are the sums of the powers of each block of rows.
	rows    []float64
	columns []float64
	losses  []float64
}

// step returns the loss of the encoded bags and sets their gradients by the units.
func (c *contrast) step(left, right *bags) float64 {
	n := left.len()
	blocks := (n + block - 1) / block
	c.cosines, c.powers = resize(c.cosines, n*n), resize(c.powers, n*n)
	c.rows, c.losses = make([]float64, n), make([]float64, blocks)
	c.columns = make([]float64, blocks*n)
	cosines := blas32.General{Rows: n, Cols: n, Stride: n, Data: c.cosines}
	l, r := left.matrix(left.units), right.matrix(right.units)
	blas32.Gemm(blas.NoTrans, blas.Trans, 1, l, r, 0, cosines)

	inBlocks(n, func(from, to int) { c.exponentiate(n, from, to) })
	columns := c.columns[:n]
	for b := 1; b < blocks; b++ {
		for j, sum := range c.columns[b*n : (b+1)*n] {
			columns[j] += sum
		}
	}
	inBlocks(n, func(from, to int) { c.differentiate(columns, from, to) })

	blas32.Gemm(blas.NoTrans, blas.NoTrans, 1, cosines, r, 0, left.matrix(left.gradients))
	blas32.Gemm(blas.Trans, blas.NoTrans, 1, cosines, l, 0, right.matrix(right.gradients))
	var loss float64
	for _, part := range c.losses {
		loss += part
	}
	return loss / float64(n)
}

// exponentiate computes some rows of powers and their sums.
func (c *contrast) exponentiate(n, from, to int) {
	columns := c.columns[from/block*n : (from/block+1)*n]
	for i := from; i < to; i++ {
		powers := c.powers[i*n : (i+1)*n]
		var sum float64
		for j, s := range c.cosines[i*n : (i+1)*n] {
			power := math.Exp(float64((s - 1) / c.temperature))
			powers[j] = float32(power)
			sum += power
			columns[j] += power
		}
		c.rows[i] = sum
	}
}

// differentiate turns some rows of cosines into the gradient by them, and adds up
// the loss of their pairs.
func (c *contrast) differentiate(columns []float64, from, to int) {
	n := len(columns)
	scale := 1 / (2 * float64(n) * float64(c.temperature))
	var loss float64
	for i := from; i < to; i++ {
		row, powers := c.cosines[i*n:(i+1)*n], c.powers[i*n:(i+1)*n]
		own := float64((row[i] - 1) / c.temperature)
		loss += (math.Log(c.rows[i])+math.Log(columns[i]))/2 - own
		byRow := 1 / c.rows[i]
		for j, power := range powers {
			row[j] = float32(scale * (float64(power) * (byRow + 1/columns[j])))
		}
		row[i] -= float32(2 * scale)
	}
	c.losses[from/block] = loss
}
