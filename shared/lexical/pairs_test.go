package lexical

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPairsKeepTheirNumbersAsTheyGrow(t *testing.T) {
	const side = 60 // 3,600 pairs: the table grows three times
	var p pairs
	for product := uint32(1); product <= 2; product++ {
		for i := range uint32(side * side) {
			assert.Equal(t, i, p.add(i/side, i%side, product))
			assert.Equal(t, i, p.add(i/side, i%side, product), "again in the same product")
		}
	}
	assert.Len(t, p.all, side*side)
	assert.Equal(t, pair{first: 1, second: 2, count: Count{Products: 2, Last: 2}}, p.all[side+2])
	assert.Equal(t, uint32(side*side), p.add(none, none, 1), "the greatest numbers")
}
