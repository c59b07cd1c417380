package rank

// Net is a network with one hidden layer and a direct way past it. Of features f
// (Count) it makes
//
//	sum_i Direct[i] f[i] + sum_j Out[j] s(Biases[j] + sum_i Weights[j, i] f[i])
//
// where s(a) = a / (1 + |a|), which every host computes alike to the last bit, as
// it does not the hyperbolic tangent. If no weight but the biases is negative, the
// score never falls when a feature grows.
type Net struct {
	// Weights (hidden, Count), Biases (hidden) and Out (hidden) are the layer's.
	Weights, Biases, Out []float32
	// Direct (Count) is what the features count by themselves.
	Direct []float32
}

// Score is the net's opinion of a candidate. Every product is converted, so that no
// host fuses it with the sum. Most features of most candidates are 0, and passed over.
func (n *Net) Score(f *Features) float32 {
	var some [Count]int
	count := 0
	var score float32
	for i, w := range n.Direct {
		if f[i] != 0 {
			some[count] = i
			count++
			score += float32(w * f[i])
		}
	}
	for j, sum := range n.Biases {
		weights := n.Weights[j*Count : (j+1)*Count]
		for _, i := range some[:count] {
			sum += float32(weights[i] * f[i])
		}
		score += float32(n.Out[j] * Squash(sum))
	}
	return score
}

// Squash brings a number between -1 and 1: a / (1 + |a|).
func Squash(a float32) float32 {
	if a < 0 {
		return a / (1 - a)
	}
	return a / (1 + a)
}
