package feedback_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/train/feedback"
)

// looked is how many of 100 look at the positions from 1 on, liked how many of those
// who look click on the products 0 to 4.
var (
	looked = []int{100, 60, 35, 20, 10}
	liked  = []int{10, 25, 20, 50, 5}
)

// simulate has people search so often for each of so many queries. The shop shows
// the products in the order of their numbers; now and then two have changed places.
func simulate(queries, searches int) []feedback.Click {
	random := rand.New(rand.NewPCG(8, 9))
	var clicks []feedback.Click
	for q := range queries {
		for range searches {
			order := []int{0, 1, 2, 3, 4}
			if random.IntN(2) == 0 {
				i, k := random.IntN(5), random.IntN(5)
				order[i], order[k] = order[k], order[i]
			}
			for i, p := range order {
				clicks = append(clicks, feedback.Click{
					Query: fmt.Sprintf("query %d", q), Product: fmt.Sprintf("p%d", p), Position: i + 1,
					Clicked: random.IntN(100) < looked[i] && random.IntN(100) < liked[p],
				})
			}
		}
	}
	return clicks
}

func TestWhatIsGoodIsToldFromWhatIsShownFirst(t *testing.T) {
	clicks := simulate(20, 400)
	raw, shown := map[string]float64{}, map[string]float64{}
	for _, c := range clicks {
		shown[c.Product]++
		if c.Clicked {
			raw[c.Product]++
		}
	}
	require.Greater(t, raw["p1"]/shown["p1"], raw["p3"]/shown["p3"], "by clicks alone the second product seems to be the best")

	worth := make([]float64, len(liked))
	queries := feedback.FromClicks(clicks)
	require.Len(t, queries, 20)
	for _, q := range queries {
		for p := range worth {
			worth[p] += q.Gains[fmt.Sprintf("p%d", p)] / 20
		}
	}
	for p, percent := range liked {
		assert.InDelta(t, float64(percent)/100, worth[p], 0.03+0.15*float64(percent)/100, "product %d of %v", p, worth)
	}
}

func TestALuckyClickFarDownIsBounded(t *testing.T) {
	var clicks []feedback.Click
	for range 1000 {
		clicks = append(clicks,
			feedback.Click{Query: "q", Product: "a", Position: 1, Clicked: true},
			feedback.Click{Query: "q", Product: "b", Position: 90})
	}
	clicks[1].Clicked = true
	gains := feedback.FromClicks(clicks)[0].Gains
	assert.Greater(t, gains["a"], 10*gains["b"])
}

func TestQueriesOfALog(t *testing.T) {
	queries := feedback.FromClicks([]feedback.Click{
		{Query: "Desk Lamp", Product: "a", Position: 1, Clicked: true},
		{Query: "nothing clicked", Product: "a", Position: 1},
		{Query: "desk lamp", Product: "b", Position: 2},
		{Query: "chair", Product: "c", Position: 3, Clicked: true},
	})
	require.Len(t, queries, 2)
	assert.Equal(t, "desk lamp", queries[0].Text)
	assert.Equal(t, "chair", queries[1].Text)
	assert.Len(t, queries[0].Gains, 1)
	assert.Empty(t, feedback.FromClicks(nil))
}

func TestTheSameLogTheSameGains(t *testing.T) {
	first := feedback.FromClicks(simulate(5, 50))
	assert.Equal(t, first, feedback.FromClicks(simulate(5, 50)))
}
