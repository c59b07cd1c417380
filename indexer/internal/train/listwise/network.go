package listwise

import (
	"math"
	"math/rand/v2"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// network is a rank.Net in training: its parameters in double precision, one after
// the other in all.
type network struct {
	hidden int
	all    []float64
	// weights (hidden, rank.Count), biases (hidden), out (hidden) and direct
	// (rank.Count) are parts of all.
	weights, biases, out, direct []float64
}

func newNetwork(hidden int) *network {
	n := &network{hidden: hidden, all: make([]float64, hidden*(rank.Count+2)+rank.Count)}
	rest := n.all
	take := func(count int) (part []float64) {
		part, rest = rest[:count:count], rest[count:]
		return part
	}
	n.weights, n.biases, n.out, n.direct = take(hidden*rank.Count), take(hidden), take(hidden), take(rank.Count)
	return n
}

// randomise sets all parameters: small, and none that must not be below 0, each
// unit with a bias of its own, so that they bend in different places.
func (n *network) randomise(random *rand.Rand, free bool) {
	small := func(values []float64, size float64) {
		for i := range values {
			if values[i] = size * random.NormFloat64(); !free {
				values[i] = math.Abs(values[i])
			}
		}
	}
	small(n.weights, 0.5)
	small(n.out, 0.5)
	small(n.direct, 0.5)
	for j := range n.biases {
		n.biases[j] = -1 + random.NormFloat64()
	}
}

// copyFrom sets all parameters to those of a net of the same size.
func (n *network) copyFrom(net *rank.Net) {
	for _, part := range []struct {
		to   []float64
		from []float32
	}{{n.weights, net.Weights}, {n.biases, net.Biases}, {n.out, net.Out}, {n.direct, net.Direct}} {
		for i, v := range part.from {
			part.to[i] = float64(v)
		}
	}
}

// net returns the network as the engine has it, its score multiplied.
func (n *network) net(scale float64) *rank.Net {
	narrow := func(values []float64, scale float64) []float32 {
		small := make([]float32, len(values))
		for i, v := range values {
			small[i] = float32(scale * v)
		}
		return small
	}
	return &rank.Net{
		Weights: narrow(n.weights, 1), Biases: narrow(n.biases, 1),
		Out: narrow(n.out, scale), Direct: narrow(n.direct, scale),
	}
}

// score is that of rank.Net. It leaves in sums (hidden) what the units are given.
func (n *network) score(f *rank.Features, sums []float64) float64 {
	var score float64
	for i, w := range n.direct {
		score += float64(w * float64(f[i]))
	}
	for j, sum := range n.biases {
		for i, w := range n.weights[j*rank.Count : (j+1)*rank.Count] {
			sum += float64(w * float64(f[i]))
		}
		sums[j] = sum
		score += float64(n.out[j] * sum / (1 + math.Abs(sum)))
	}
	return score
}

// back adds to the gradient by all parameters, which has the parts of a network,
// slope times that of the score whose sums are given. The derivative of s(a) =
// a/(1+|a|) is 1/(1+|a|)^2.
func (n *network) back(f *rank.Features, sums []float64, slope float64, gradient *network) {
	for i := range gradient.direct {
		gradient.direct[i] += float64(slope * float64(f[i]))
	}
	for j, sum := range sums {
		inverse := 1 / (1 + math.Abs(sum))
		gradient.out[j] += float64(slope * sum * inverse)
		inner := slope * n.out[j] * inverse * inverse
		gradient.biases[j] += inner
		row := gradient.weights[j*rank.Count : (j+1)*rank.Count]
		for i := range row {
			row[i] += float64(inner * float64(f[i]))
		}
	}
}

// project sets the parameters that must not be negative to 0 if they are.
func (n *network) project() {
	for _, part := range [][]float64{n.weights, n.out, n.direct} {
		for i, v := range part {
			part[i] = max(0, v)
		}
	}
}
