package evaluate

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRecallCountsRelevantWithinDepth(t *testing.T) {
	grades := Grades{"a": 2, "b": 1, "c": 2, "d": 0}
	for depth, want := range map[int]float64{1: 0, 2: 0.5, 3: 0.5, 4: 1, 50: 1} {
		value, ok := Recall(Ranking{"d", "a", "b", "c"}, grades, 2, depth)
		assert.True(t, ok)
		assert.InDelta(t, want, value, 1e-12, "depth %d", depth)
	}
}

func TestRecallThresholdMayBeAFraction(t *testing.T) {
	value, ok := Recall(Ranking{"a"}, Grades{"a": 1.33, "b": 1.67, "c": 1.25}, 1.33, 10)
	assert.True(t, ok)
	assert.InDelta(t, 0.5, value, 1e-12)
}

func TestReciprocalRankOfTheFirstRelevant(t *testing.T) {
	value, ok := ReciprocalRank(Ranking{"x", "b", "a"}, Grades{"a": 1, "b": 0.5}, 1)
	assert.True(t, ok)
	assert.InDelta(t, 1.0/3, value, 1e-12)
}

func TestReciprocalRankBeyondTenIsZero(t *testing.T) {
	ranking := Ranking{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"}
	value, ok := ReciprocalRank(ranking, Grades{"a": 1}, 1)
	assert.True(t, ok)
	assert.Zero(t, value)
}

func TestNothingRelevantLeavesTheMeanAlone(t *testing.T) {
	grades := Grades{"a": 1}
	_, ok := Recall(Ranking{"a"}, grades, 2, 10)
	assert.False(t, ok)
	_, ok = ReciprocalRank(Ranking{"a"}, grades, 2)
	assert.False(t, ok)
}
