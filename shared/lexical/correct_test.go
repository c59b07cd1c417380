package lexical_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
)

func TestCorrect(t *testing.T) {
	terms := []string{"bead", "board", "cutting", "glass", "stand2"}
	const bead, board, cutting, glass, stand2 = 0, 1, 2, 3, 4
	x := lexicaltest.OfTerms(t, terms,
		[]uint32{bead, glass}, []uint32{bead, glass}, []uint32{bead, glass}, []uint32{bead}, []uint32{board, cutting}, []uint32{board, stand2})
	first := func(word string, neighbours ...uint32) string {
		found := x.Correct(word, neighbours)
		if len(found) == 0 {
			return ""
		}
		return x.Term(found[0].Term)
	}
	assert.Equal(t, "bead", first("boad"), "the commoner of two")
	assert.Equal(t, "board", first("boad", cutting), "the one that stands beside the neighbour")
	assert.Equal(t, "bead", first("boad", glass))
	assert.Equal(t, "board", first("baord"), "neighbours exchanged are one edit")
	assert.Equal(t, "bead", first("bead"), "the word itself")
	assert.Equal(t, 0, x.Correct("bead", nil)[0].Distance)
	assert.Empty(t, first("gl"), "two letters could be anything")
	assert.Empty(t, first("glssa"), "five letters stand for one edit, and this takes two")
	assert.Empty(t, first("stand3"), "codes are not corrected")
	assert.Empty(t, first("木板"))
	assert.Empty(t, first(""))
}
