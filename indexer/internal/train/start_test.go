package train

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// table is starting vectors for tests: words with three numbers each.
type table []struct {
	word string
	row  []float32
}

func (v table) Dims() int {
	if len(v) == 0 {
		return 0
	}
	return len(v[0].row)
}
func (v table) Len() int            { return len(v) }
func (v table) Word(i int) string   { return v[i].word }
func (v table) Row(i int) []float32 { return v[i].row }

// rank puts the first word at 2 and each further one at ten times as much.
func (v table) rank(i int) int { return 2 * int(math.Pow10(i)) }

// small has a common word first, then words in three directions.
var small = table{
	{"something", []float32{1, 1, 1.1}},
	{"lamp", []float32{5, 0, 0.2}},
	{"lantern", []float32{4, 0.1, 0}},
	{"lanterns", []float32{0, 0, 9}}, // the same term as the word before
	{"chair", []float32{0, 3, 0}},
	{"stool", []float32{0.2, 7, 0}},
	{"mug", []float32{0, 0.1, 2}},
	{"two words", []float32{1, 0, 0}},
	{"broken", []float32{float32(math.NaN()), 0, 0}},
	{"endless", []float32{float32(math.Inf(1)), 0, 0}},
	{"nothing", []float32{0, 0, 0}},
	{"cup", []float32{0, 0, 2.5}},
}

func TestStartingVectorsThatAreOneTermEach(t *testing.T) {
	g := newGeneral(&Start{Vectors: small}, english)
	assert.Equal(t, []string{"something", "lamp", "lantern", "chair", "stool", "mug", "cup"}, g.terms)
	assert.Equal(t, 2, g.byTerm["lantern"], "the first of the words of a term")
	for _, term := range g.terms {
		v := g.vector(nil, g.byTerm[term])
		assert.InDelta(t, 1, dot(v, v), 1e-5, term)
	}
}

func TestCommonWordsCountLess(t *testing.T) {
	g := newGeneral(&Start{Vectors: small, Rank: small.rank}, english)
	assert.InDelta(t, leastShare, g.commonness(0), 1e-9) // rank 2
	assert.InDelta(t, (math.Log(200)-4)/5, g.commonness(2), 1e-9)
	assert.InDelta(t, 1, g.commonness(4), 1e-9) // rank 20,000
	g = newGeneral(&Start{Vectors: small}, english)
	assert.InDelta(t, 1, g.commonness(0), 0, "nothing is known of it")
}

// Rows with room for all dimensions keep the angles of the starting vectors.
func TestRowsBeginAtTheirVectors(t *testing.T) {
	x := index(t, item{"lamp chair"}, item{"lamp mug"}, item{"chair mug cup"}, item{"unknown"}, item{"unknown"})
	for _, dims := range []int{2, 3, 8} {
		g := newGeneral(&Start{Vectors: small}, english)
		m := newModel(x, newCorpus(x, 99, func(string) int { return 1 }), Options{Dims: dims})
		require.True(t, g.begin(x, m))
		vectors, rows := g.known(x, m)
		require.Len(t, rows, 4)
		for i, a := range rows {
			assert.InDelta(t, 1, dot(m.row(a), m.row(a)), 1e-4)
			for j, b := range rows[:i] {
				want := dot(vectors[i*3:i*3+3], vectors[j*3:j*3+3])
				if dims >= 3 {
					assert.InDelta(t, want, dot(m.row(a), m.row(b)), 1e-4)
				}
			}
		}
	}
}

func TestPrincipalComponents(t *testing.T) {
	components := principal([]float32{3, 3, -3, -3, 1, -1}, 2, 5)
	require.Len(t, components, 2)
	assert.InDelta(t, 1, math.Abs(float64(components[0][0]+components[0][1]))/math.Sqrt2, 1e-6)
	assert.InDelta(t, 0, dot(components[0], components[1]), 1e-6)
	assert.Empty(t, principal(nil, 2, 5))
}

func TestGeneralWordsArePlacedNearTheirLike(t *testing.T) {
	x := index(t, shop(200)...)
	learned, err := Table(t.Context(), x, english, Options{Start: &Start{Vectors: small, Rank: small.rank}})
	require.NoError(t, err)
	assert.Equal(t, []string{"lantern", "stool"}, learned.Words, "not what the catalogue has, and not what tells nothing")
	assert.Greater(t, alike(t, x, learned, "lantern", "lamp"), alike(t, x, learned, "lantern", "chair")+0.3)
	assert.Greater(t, alike(t, x, learned, "stool", "chair"), alike(t, x, learned, "stool", "mug")+0.3)

	learned, err = Table(t.Context(), x, english, Options{MaxWords: 1, Start: &Start{Vectors: small, Rank: small.rank}})
	require.NoError(t, err)
	assert.Equal(t, []string{"lantern"}, learned.Words, "the more frequent one")
}

func TestWordsLikeNothingInTheCatalogueHaveNoRow(t *testing.T) {
	x := index(t, item{"lamp red"}, item{"lamp blue"}, item{"mug red"})
	learned, err := Table(t.Context(), x, english, Options{Start: &Start{Vectors: small}})
	require.NoError(t, err)
	assert.NotContains(t, learned.Words, "stool")
	assert.Contains(t, learned.Words, "lantern")
}
