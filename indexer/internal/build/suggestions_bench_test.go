package build

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// BenchmarkEveryPrefix types queries letter by letter; p95-ns is the time that 95
// of a hundred answers stay below.
func BenchmarkEveryPrefix(b *testing.B) {
	e := openShop(b, "home-en", new(Log))
	var typed []string
	for _, query := range []string{"oak coffee table", "walnut bookcase", "linen sofa bed", "brass floor lamp", "wool rug", "sopha", "garden chair"} {
		for end := range len(query) {
			typed = append(typed, query[:end+1])
		}
	}
	var times []time.Duration
	b.ReportAllocs()
	for b.Loop() {
		for _, query := range typed {
			began := time.Now()
			_, err := e.Suggest(b.Context(), wire.SuggestRequest{Query: query, NoProducts: true})
			times = append(times, time.Since(began))
			require.NoError(b, err)
		}
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*95/100]), "p95-ns")
}
