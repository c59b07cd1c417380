// Package reranker is the part of a bundle that holds what training found out
// about ranking its catalogue: the weights of the second stage. A bundle may be
// without it, and then the first stage ranks alone.
package reranker

import (
	"math"
	"slices"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// MaxHidden is the largest hidden layer.
const MaxHidden = 256

// Encode lays the model out as a part, with the names of the features that it
// weighs.
func Encode(m *rank.Model) *bundle.Builder {
	b := bundle.NewBuilder(bundle.PartReranker)
	b.Strings("inputs", rank.Names[:])
	b.Number("mix", float64(m.Mix))
	b.Number("floor", float64(m.Floor))
	b.Floats("weights", widen(m.Net.Weights))
	b.Floats("biases", widen(m.Net.Biases))
	b.Floats("out", widen(m.Net.Out))
	b.Floats("direct", widen(m.Net.Direct))
	return b
}

// Decode reads the part that Encode lays out. It fails with a *bundle.Error, also
// if the part weighs other features than this engine computes.
func Decode(p *bundle.Part) (*rank.Model, error) {
	names := p.Strings("inputs")
	m := &rank.Model{
		Net: rank.Net{
			Weights: narrow(p.Floats("weights")),
			Biases:  narrow(p.Floats("biases")),
			Out:     narrow(p.Floats("out")),
			Direct:  narrow(p.Floats("direct")),
		},
		Mix:   float32(p.Number("mix")),
		Floor: float32(p.Number("floor")),
	}
	if p.Err() != nil {
		return nil, p.Err()
	}
	switch {
	case !slices.Equal(names.All(), rank.Names[:]):
		p.Fail("weighs other features than this engine")
	case len(m.Net.Biases) > MaxHidden || !m.Fits():
		p.Fail("has weights that do not fit each other")
	case !finite(m.Net.Weights, m.Net.Biases, m.Net.Out, m.Net.Direct, []float32{m.Mix, m.Floor}):
		p.Fail("has weights that are no numbers")
	}
	if p.Err() != nil {
		return nil, p.Err()
	}
	return m, nil
}

// finite says whether all numbers are so small that no score overflows.
func finite(lists ...[]float32) bool {
	const most = 1e9
	for _, list := range lists {
		for _, v := range list {
			if !(v >= -most && v <= most) {
				return false
			}
		}
	}
	return true
}

func widen(v []float32) []float64 {
	wide := make([]float64, len(v))
	for i, x := range v {
		wide[i] = float64(x)
	}
	return wide
}

func narrow(v []float64) []float32 {
	small := make([]float32, len(v))
	for i, x := range v {
		small[i] = float32(math.Max(-math.MaxFloat32, math.Min(math.MaxFloat32, x)))
	}
	return small
}
