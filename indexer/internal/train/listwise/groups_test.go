package listwise

import (
	"math/rand/v2"
	"slices"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// made returns groups of candidates whose first stage scores fall from 1 and whose
// other features are random. Their gains are what worth says, by the group.
func made(groups, candidates int, worth func(group int, f *rank.Features) float64) []Group {
	random := rand.New(rand.NewPCG(3, 4))
	all := make([]Group, groups)
	for g := range all {
		for range candidates {
			var f rank.Features
			for i := range f {
				f[i] = random.Float32()
			}
			all[g].Candidates = append(all[g].Candidates, f)
		}
		slices.SortFunc(all[g].Candidates, func(a, b rank.Features) int {
			if a[rank.First] > b[rank.First] {
				return -1
			}
			return 1
		})
		for i := range all[g].Candidates {
			all[g].Gains = append(all[g].Gains, max(0, worth(g, &all[g].Candidates[i])))
		}
	}
	return all
}

// byTitle is worth the more the more of the query the title has, and little else.
func byTitle(_ int, f *rank.Features) float64 {
	return float64(f[rank.Title]) + 0.1*float64(f[rank.First]) - 0.6
}

// againstTitle is worth the less.
func againstTitle(_ int, f *rank.Features) float64 {
	return 0.4 - float64(f[rank.Title]) + 0.1*float64(f[rank.First])
}
