package engine

import (
	"github.com/vitrine-search/vitrine/shared/rank"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// explainSecond adds to the first stage's score what the net added: one part for
// each feature that counts by itself, and one for what they count together in the
// hidden layer. best is the first stage's best score, on whose scale all are.
func explainSecond(first *wire.Explanation, m *rank.Model, f *rank.Features, best float64) *wire.Explanation {
	scale := float64(m.Mix) * best
	second := wire.Explanation{Description: "the second stage: mix * best score of the first * net of the features"}
	direct := 0.0
	for i, weight := range m.Net.Direct {
		if weight == 0 || f[i] == 0 {
			continue
		}
		value := float64(weight) * float64(f[i])
		direct += value
		second.Details = append(second.Details, wire.Explanation{
			Value:       value * scale,
			Description: rank.Names[i] + ": weight * value",
			Details: []wire.Explanation{
				{Value: float64(weight), Description: "weight"},
				{Value: float64(f[i]), Description: "value, from 0 to 1"},
			},
		})
	}
	if together := float64(m.Net.Score(f)) - direct; len(m.Net.Biases) > 0 {
		second.Details = append(second.Details, wire.Explanation{
			Value: together * scale, Description: "what the features count together, in the hidden layer",
		})
	}
	for _, part := range second.Details {
		second.Value += part.Value
	}
	first.Description = "the first stage: " + first.Description
	return &wire.Explanation{
		Value: first.Value + second.Value, Description: "both stages",
		Details: []wire.Explanation{*first, second},
	}
}
