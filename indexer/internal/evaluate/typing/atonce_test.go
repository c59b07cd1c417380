package typing

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMeasureAtOnce(t *testing.T) {
	answers := map[string]bool{"l": true, "la": true, "lam": false, "灯": true}
	m := MeasureAtOnce([]Query{{"lamps", 3}, {"la", 1}, {"灯", 2}, {"rug", 0}}, func(typed string) (answered, found bool) {
		found, answered = answers[typed]
		return answered, found
	})
	assert.Equal(t, Share{Answered: 1, Found: 1}, m.After[0])
	assert.Equal(t, Share{Answered: 1, Found: 1}, m.After[1])
	assert.Equal(t, Share{Answered: 1}, m.After[2], "three letters are typed of lamps alone, and have no hits")
	assert.Zero(t, m.After[3])
	// Of 3*5 + 2 + 2 keystrokes, 3*3 + 2 + 2 are answered, all but 3 of them by hits.
	assert.InDelta(t, 13.0/19, m.All.Answered, 1e-9)
	assert.InDelta(t, 10.0/19, m.All.Found, 1e-9)
}

func TestNothingTypedIsNotAnswered(t *testing.T) {
	never := func(string) (bool, bool) { return false, false }
	assert.Zero(t, MeasureAtOnce(nil, never))
	assert.Zero(t, MeasureAtOnce([]Query{{"lamp", 0}, {"", 7}}, never))
}
