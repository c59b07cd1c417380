package evaluate

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The expected values are worked out by hand, with the discounts
// 1/log2(2) = 1, 1/log2(3) = 0.63093, 1/log2(4) = 0.5.

func TestNDCGOfGradesInOrder(t *testing.T) {
	// Gains 7, 1, 0 are the best order of grades 3, 1, 0.
	value, ok := NDCG(Ranking{"a", "b", "c"}, Grades{"a": 3, "b": 1, "c": 0})
	assert.True(t, ok)
	assert.InDelta(t, 1, value, 1e-12)
}

func TestNDCGOfGradesOutOfOrder(t *testing.T) {
	// Got 1*1 + 7*0.63093 = 5.41651, best 7*1 + 1*0.63093 = 7.63093.
	value, ok := NDCG(Ranking{"b", "a"}, Grades{"a": 3, "b": 1})
	assert.True(t, ok)
	assert.InDelta(t, 0.70981, value, 1e-5)
}

func TestNDCGCountsUnjudgedAsZero(t *testing.T) {
	// The unjudged product takes the first rank: 7*0.63093 over 7.
	value, ok := NDCG(Ranking{"x", "a"}, Grades{"a": 3})
	assert.True(t, ok)
	assert.InDelta(t, 0.63093, value, 1e-5)
}

func TestNDCGOfFractionalGrades(t *testing.T) {
	// 2^1.5 - 1 = 1.82843 and 2^0.5 - 1 = 0.41421:
	// got 0.41421 + 1.82843*0.63093 = 1.56782, best 1.82843 + 0.41421*0.63093 = 2.08977.
	value, ok := NDCG(Ranking{"b", "a"}, Grades{"a": 1.5, "b": 0.5})
	assert.True(t, ok)
	assert.InDelta(t, 0.75024, value, 1e-5)
}

func TestNDCGLooksAtTenRanks(t *testing.T) {
	ranking := Ranking{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"}
	value, ok := NDCG(ranking, Grades{"a": 1})
	assert.True(t, ok)
	assert.Zero(t, value)
}

func TestNDCGIsUndefinedWithoutGain(t *testing.T) {
	for _, grades := range []Grades{nil, {"a": 0, "b": 0}} {
		_, ok := NDCG(Ranking{"a"}, grades)
		assert.False(t, ok)
	}
}

func TestJudgedOnlyKeepsTheOrderAndAppendsTheRestById(t *testing.T) {
	grades := Grades{"a": 0, "b": 1, "c": 2, "d": 3}
	assert.Equal(t, Ranking{"c", "a", "b", "d"}, JudgedOnly(Ranking{"x", "c", "y", "a"}, grades))
}

func TestJudgedOnlyOfNothingReturnedIsById(t *testing.T) {
	assert.Equal(t, Ranking{"a", "b"}, JudgedOnly(nil, Grades{"b": 3, "a": 0}))
}
