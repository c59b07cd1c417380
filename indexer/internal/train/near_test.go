package train

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWordsKeepWhatMeansTheSame(t *testing.T) {
	x := index(t, item{"lamp chair"}, item{"lamp mug"}, item{"chair mug cup"}, item{"unknown"}, item{"unknown"})
	learned, err := Table(t.Context(), x, english, Options{Start: &Start{Vectors: small}})
	require.NoError(t, err)
	require.Equal(t, learned.Len(), learned.Near.Len())
	near := func(word string) (words []string) {
		row, ok := learned.OfWord(word)
		if term, known := x.Lookup(word); known {
			row, ok = learned.OfTerm(term)
		}
		require.True(t, ok, word)
		for _, n := range learned.Near.At(row) {
			words = append(words, x.Term(learned.Terms[n]))
		}
		return words
	}
	assert.Equal(t, []string{"cup"}, near("mug"))
	assert.Equal(t, []string{"mug"}, near("cup"))
	assert.Equal(t, []string{"lamp"}, near("lantern"), "a word that the catalogue lacks")
	assert.Equal(t, []string{"chair"}, near("stool"))
	assert.Empty(t, near("lamp"), "not itself, nor what the catalogue lacks")
	assert.Empty(t, near("unknown"), "without a starting vector")
}

func TestWithoutStartingVectorsNothingIsNear(t *testing.T) {
	x := index(t, shop(20)...)
	learned, err := Table(t.Context(), x, english, Options{})
	require.NoError(t, err)
	require.Equal(t, learned.Len(), learned.Near.Len())
	for row := range learned.Len() {
		assert.Empty(t, learned.Near.At(row))
	}
}

func TestOnlyTheNearestAreKept(t *testing.T) {
	vectors := table{}
	words := []string{"bulb", "lamp", "lantern", "light", "spot", "torch"}
	for i, word := range words {
		vectors = append(vectors, table{{word, []float32{9, float32(i) / 4, 1}}}...)
	}
	vectors = append(vectors, table{{"mug", []float32{-20, 0, -1}}, {"cup", []float32{-20, 1, -3}}}...)
	var items []item
	for _, word := range words {
		items = append(items, item{word})
	}
	learned, err := Table(t.Context(), index(t, items...), english, Options{Start: &Start{Vectors: vectors}})
	require.NoError(t, err)
	require.Len(t, learned.Near.At(0), mostSynonyms)
	assert.Equal(t, uint32(1), learned.Near.At(0)[0], "the nearest first")
}
