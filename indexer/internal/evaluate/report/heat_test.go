package report

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// softmaxed are heat maps of real attention: token vectors on the axes of a plane,
// and softmax(q·k/sqrt(2)) over a product's tokens.
type softmaxed struct {
	vectors  map[string][2]float64
	queries  map[string][]string
	products map[string][]string
}

func (softmaxed) Title() string { return "Attention" }
func (softmaxed) About() string { return "Who looks at whom." }

func (s softmaxed) Attention(query, productID string) (heat Heat, ok bool) {
	heat.Rows, heat.Columns = s.queries[query], s.products[productID]
	for _, q := range heat.Rows {
		weights, sum := make([]float64, len(heat.Columns)), 0.0
		for j, k := range heat.Columns {
			a, b := s.vectors[q], s.vectors[k]
			weights[j] = math.Exp((a[0]*b[0] + a[1]*b[1]) / math.Sqrt2)
			sum += weights[j]
		}
		for j := range weights {
			weights[j] /= sum
		}
		heat.Weights = append(heat.Weights, weights)
	}
	return heat, len(heat.Rows) > 0 && len(heat.Columns) > 0
}

func TestAttentionIsShownWhereThereIsAny(t *testing.T) {
	r := reportForTest(t)
	r.HeatMaps = append(r.HeatMaps, softmaxed{
		vectors:  map[string][2]float64{"desk": {2, 0}, "lamps": {0, 2}, "lamp": {0, 2}, "Desk": {2, 0}},
		queries:  map[string][]string{"desk lamps": {"desk", "lamps"}},
		products: map[string][]string{"l1": {"Desk", "lamp"}},
	})
	_, document := written(t, r)
	data := block[detailsRead](t, document, "details")
	require.Len(t, data.Maps, 2)
	assert.Equal(t, "Attention", data.Maps[1].Title)
	maps := 0
	for i, detail := range data.Details {
		for _, look := range detail.Looks {
			for _, heat := range look.Heats {
				if heat.Kind != 1 {
					continue
				}
				maps++
				assert.Equal(t, "desk lamps", r.Queries[i].Text)
				// q·k is 4 on the same axis and 0 on the other: 1/(1+exp(-4/sqrt 2)).
				same := 1 / (1 + math.Exp(-4/math.Sqrt2))
				require.Len(t, heat.Cells, 4)
				for _, cell := range heat.Cells {
					want := same
					if cell[0] != cell[1] {
						want = 1 - same
					}
					assert.InDelta(t, want, float64(cell[2]), 1e-4)
					assert.InDelta(t, -1, float64(cell[3]), 0, "there is no note")
				}
			}
		}
	}
	assert.Equal(t, 1, maps)
}

func TestWithoutMapsThereIsNoneToShow(t *testing.T) {
	r := reportForTest(t)
	r.HeatMaps = nil
	_, document := written(t, r)
	data := block[detailsRead](t, document, "details")
	assert.Empty(t, data.Maps)
	for _, detail := range data.Details {
		for _, look := range detail.Looks {
			assert.Empty(t, look.Heats)
		}
	}
}

// fixed answers with one map for all.
type fixed struct{ Heat }

func (fixed) Title() string                           { return "Fixed" }
func (fixed) About() string                           { return "" }
func (f fixed) Attention(string, string) (Heat, bool) { return f.Heat, true }

func TestAMapThatIsNotWholeIsAnError(t *testing.T) {
	for want, heat := range map[string]Heat{
		"0 rows of weights for 1 tokens of the query":     {Rows: []string{"a"}},
		"row 1 has 1 weights for 2 tokens of the product": {Rows: []string{"a"}, Columns: []string{"x", "y"}, Weights: [][]float64{{1}}},
		`the weight of "a" and "x" is NaN`:                {Rows: []string{"a"}, Columns: []string{"x"}, Weights: [][]float64{{math.NaN()}}},
		`the weight of "a" and "x" is -1`:                 {Rows: []string{"a"}, Columns: []string{"x"}, Weights: [][]float64{{-1}}},
		`the weight of "a" and "x" is +Inf`:               {Rows: []string{"a"}, Columns: []string{"x"}, Weights: [][]float64{{math.Inf(1)}}},
	} {
		r := reportForTest(t)
		r.HeatMaps = []HeatMaps{fixed{heat}}
		var out bytes.Buffer
		require.ErrorContains(t, r.Write(t.Context(), &out), "Fixed: "+want)
		assert.Zero(t, out.Len())
	}
	empty := Heat{}
	assert.NoError(t, empty.check())
}

func TestTheMapOfWordsSaysWhichFoundWhich(t *testing.T) {
	r := reportForTest(t)
	heat, ok := MatchedWords(r.Engine).Attention("desk lamps ", "l1")
	require.True(t, ok)
	require.NoError(t, heat.check())
	assert.Equal(t, []string{"desk", "lamps"}, heat.Rows)
	assert.Equal(t, []string{"Desk", "lamp", "Arc", "in description"}, heat.Columns)
	for at, note := range map[[2]int]string{{0, 0}: `matches "desk"`, {0, 3}: `matches "desk"`, {1, 1}: `matches "lamp"`} {
		assert.Positive(t, heat.Weights[at[0]][at[1]], at)
		assert.Equal(t, note, heat.Notes[at])
	}
	assert.Len(t, heat.Notes, 3)
	assert.Zero(t, heat.Weights[0][1])

	corrected, ok := MatchedWords(r.Engine).Attention("wall lmap ", "l3")
	require.True(t, ok)
	assert.Equal(t, `was corrected to "lamp"`, corrected.Notes[[2]int{1, 1}])

	for _, query := range []string{"", "\xff"} {
		_, ok = MatchedWords(r.Engine).Attention(query, "l1")
		assert.False(t, ok, "%q", query)
	}
	_, ok = MatchedWords(r.Engine).Attention("lamp", "nosuch")
	assert.False(t, ok)
}
