package report

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// meanings are word vectors in which a settee is a sofa.
const meanings = `sofa 1 0 0 0.1
settee 1 0 0 0.12
lamp 0 1 0 0.1
desk 0 0.9 0.3 0
teapot 0 0.1 1 0
copper 0 0 0.9 0.4
corner 0.7 0.3 0 0.5
`

// openTrained opens a shop that has a second stage.
func openTrained(t *testing.T) *engine.Engine {
	t.Helper()
	vectors := filepath.Join(t.TempDir(), "vectors.txt")
	require.NoError(t, os.WriteFile(vectors, []byte(meanings), 0o600))
	l, err := learn.New(learn.Options{Vectors: vectors, Dims: 4}, "en")
	require.NoError(t, err)
	return openWith(t, []product.Product{
		{ID: "s1", Title: "Corner sofa"}, {ID: "l1", Title: "Desk lamp", Brand: "Copper"}, {ID: "t1", Title: "Copper teapot"},
	}, build.Options{Learner: l})
}

func TestTheMapOfAttentionSaysWhatIsMeant(t *testing.T) {
	maps := MeantWords(openTrained(t))
	heat, ok := maps.Attention("copper settee ", "s1")
	require.True(t, ok)
	require.NoError(t, heat.check())
	require.Len(t, heat.Rows, 2)
	assert.Regexp(t, `^copper 0\.\d\d$`, heat.Rows[0])
	assert.Regexp(t, `^settee (1\.00|0\.9\d)$`, heat.Rows[1], "a settee is a sofa")
	assert.Equal(t, []string{"corner", "sofa"}, heat.Columns)
	assert.Greater(t, heat.Weights[1][1], heat.Weights[1][0])
	assert.Regexp(t, `^cosine (1\.00|0\.9\d)$`, heat.Notes[[2]int{1, 1}])
	for at := range heat.Notes {
		assert.GreaterOrEqual(t, heat.Weights[at[0]][at[1]], leastShare)
	}

	heat, ok = maps.Attention("copper lamp ", "l1")
	require.True(t, ok)
	assert.Equal(t, []string{"desk", "lamp", "copper (brand)"}, heat.Columns)
	assert.Equal(t, "matches, weight 1.00", heat.Notes[[2]int{0, 2}])
	assert.Equal(t, "matches, weight 1.00", heat.Notes[[2]int{1, 1}])
}

func TestThereIsNoMapOfAttentionWithoutWords(t *testing.T) {
	maps := MeantWords(openTrained(t))
	for _, query := range []string{"", "the ", "\xff"} {
		_, ok := maps.Attention(query, "s1")
		assert.False(t, ok, "%q", query)
	}
	_, ok := maps.Attention("lamp", "nosuch")
	assert.False(t, ok)
	_, ok = MeantWords(open(t, lamps())).Attention("lamp", "l1")
	assert.False(t, ok, "there is no second stage")
}

func TestAPageOfBothStages(t *testing.T) {
	e := openTrained(t)
	queries := []evaluate.Query{
		{ID: "q1", Text: "copper lantern lamp "}, {ID: "q2", Text: "settee "}, {ID: "q3", Text: "qzxqzx"}, {ID: "q4", Text: "desk lamp"},
	}
	judgments := evaluate.Judgments{"q2": {"s1": 1}, "q4": {"l1": 1}}
	both := ranked(t, e, queries, judgments)
	none, err := evaluate.MeasureEach(queries, judgments, 1, evaluate.Run{"q4": {"l1"}}.Search)
	require.NoError(t, err)
	r := &Report{
		Engine: e, RelevantFrom: 1, Queries: queries, Judgments: judgments,
		Systems:  []System{both, {Name: "First", Own: true, Outcomes: none}, {Name: "other", Outcomes: none}},
		HeatMaps: []HeatMaps{MatchedWords(e), MeantWords(e)},
	}
	page, document := written(t, r)
	assert.Contains(t, page, "evidence instead")
	assert.Contains(t, page, "proposed from a likeness of 0.30 on")
	for _, pair := range []string{"Ours minus First", "Ours minus other", "First minus other"} {
		assert.Contains(t, page, pair)
	}
	data := block[detailsRead](t, document, "details")
	kinds := map[int]int{}
	for _, detail := range data.Details {
		for _, look := range detail.Looks {
			for _, heat := range look.Heats {
				kinds[heat.Kind]++
			}
		}
	}
	assert.Positive(t, kinds[0])
	assert.Positive(t, kinds[1])
}

func TestTheQueriesThatProductsHaveLeastOfComeFirst(t *testing.T) {
	e := openTrained(t)
	r := &Report{Engine: e, Queries: []evaluate.Query{
		{ID: "q1", Text: "desk lamp copper corner "}, {ID: "q2", Text: "settee "}, {ID: "q3", Text: "desk lamp"},
	}}
	all, err := r.ask(t.Context())
	require.NoError(t, err)
	assert.InDelta(t, 0, all[2].lacks, 1e-6)
	assert.InDelta(t, 1, all[1].lacks, 1e-6)
	assert.Greater(t, all[0].lacks, 0.0)
	assert.Less(t, all[0].lacks, 1.0)
	unsureOnes := listed(all, unsure)
	require.Equal(t, 2, unsureOnes.Count)
	assert.Equal(t, "settee ", unsureOnes.First[0].Text)
	assert.Equal(t, "no product has all the words; the nearest has 0 % of the query", unsureOnes.First[0].Note)
	assert.Equal(t, "desk lamp copper corner ", unsureOnes.First[1].Text)
}

func TestTheBarsOfWeightsMayBeNegative(t *testing.T) {
	rows := weights([]engine.Weight{{Name: "a", Value: 0.25}, {Name: "b", Value: -0.50004}})
	assert.InDelta(t, 50, rows[0].Share, 0.1)
	assert.InDelta(t, 100, rows[1].Share, 1e-9)
	assert.Equal(t, "0.25", rows[0].Shown())
	assert.Equal(t, "-0.5", rows[1].Shown())
}

func TestPartsThatHardlyCountAreLeftOut(t *testing.T) {
	d := &detailer{numbers: map[string]int{}}
	value := []wire.Explanation{{Value: 0, Description: "weight"}}
	parts := d.parts([]wire.Explanation{
		{Value: 2, Description: "title", Details: value},
		{Value: 0.001, Description: "brand", Details: value},
		{Value: -0.3, Description: "shelf", Details: value},
	})
	require.Len(t, parts, 2)
	assert.Equal(t, []string{"title", "weight", "shelf"}, d.data.Strings)
	assert.Len(t, parts[1].Details, 1, "a number that a part was made of stays, though it be 0")
}
