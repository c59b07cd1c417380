package lexical_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
)

func TestAdjoining(t *testing.T) {
	const bell, door, mat = 0, 1, 2
	x := lexicaltest.OfTerms(t, []string{"bell", "door", "mat"},
		[]uint32{door, bell}, []uint32{bell, door}, []uint32{door, mat, bell},
		[]uint32{door, door, bell}, []uint32{mat, door, bell, door, bell}, []uint32{mat})
	assert.Equal(t, 3, x.Adjoining(door, bell), "each product once")
	assert.Equal(t, 2, x.Adjoining(bell, door))
	assert.Equal(t, 1, x.Adjoining(door, door))
	assert.Equal(t, 0, x.Adjoining(bell, mat))
}

func TestAdjoiningStopsAtFieldsAndGaps(t *testing.T) {
	const bell, door = 0, 1
	terms := []string{"bell", "door"}
	x := lexicaltest.Open(t, lexical.Encode(3, terms, terms, []lexical.Token{
		{Doc: 0, Field: 0, Position: 1, Term: door},
		{Doc: 0, Field: 1, Position: 2, Term: bell},
		{Doc: 1, Position: 1, Term: door},
		{Doc: 1, Position: 3, Term: bell},
		{Doc: 2, Position: 1, Term: door},
		{Doc: 2, Position: 1, Term: bell},
	}))
	assert.Equal(t, 0, x.Adjoining(door, bell), "in another field, after a dropped word, in the same place")
}

func TestAdjoiningLooksAtSomeProductsOnly(t *testing.T) {
	texts := make([][]uint32, 150)
	for i := range texts {
		texts[i] = []uint32{1, 0}
	}
	assert.Equal(t, 100, lexicaltest.OfTerms(t, []string{"bell", "door"}, texts...).Adjoining(1, 0))
}
