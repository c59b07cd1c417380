package evaluate

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outcomes has the same value for every metric.
func outcomes(values ...float64) []Outcome {
	made := make([]Outcome, len(values))
	for i, value := range values {
		for metric := range made[i].Values {
			made[i].Values[metric] = value
		}
	}
	return made
}

func TestDifferencesOfAConstantHaveNoWidth(t *testing.T) {
	for metric, i := range Differences(outcomes(0.75, 0.5, 1), outcomes(0.5, 0.25, 0.75)) {
		assert.Equal(t, Interval{Difference: 0.25, Low: 0.25, High: 0.25, Queries: 3}, i, Metric(metric))
		assert.True(t, i.Certain())
	}
}

// One query in four differs, by 1. The number of such queries among 4,000 that are
// drawn is binomial, n = 4,000 and p = 1/4, so that their share has the standard
// deviation sqrt(p(1-p)/n) = 0.00685, and 95 % lie within 1.96 of them: 0.2366 to
// 0.2634. The ends of 2,000 drawings are known to about a twentieth of the width.
func TestTheIntervalIsThatOfTheBinomialDistribution(t *testing.T) {
	a, b := make([]float64, 4000), make([]float64, 4000)
	for i := range a {
		if i%4 == 0 {
			a[i] = 1
		}
	}
	i := Differences(outcomes(a...), outcomes(b...))[MetricMRR]
	assert.InDelta(t, 0.25, i.Difference, 1e-12)
	assert.InDelta(t, 0.2366, i.Low, 0.0015)
	assert.InDelta(t, 0.2634, i.High, 0.0015)
}

// Of pairs only the differences count: two systems that are far better on the same
// queries are told apart by a difference that is small beside the queries' spread.
func TestQueriesAreDrawnInPairs(t *testing.T) {
	a, b := make([]float64, 400), make([]float64, 400)
	for i := range a {
		b[i] = float64(i%2) * 0.9
		a[i] = b[i] + 0.01 + 0.001*float64(i%3)
	}
	i := Differences(outcomes(a...), outcomes(b...))[MetricNDCGFull]
	assert.True(t, i.Certain())
	assert.Less(t, i.High-i.Low, 0.001)
}

func TestDifferencesLeaveOutWhatIsUndefined(t *testing.T) {
	nan := math.NaN()
	i := Differences(outcomes(1, nan, 0.5), outcomes(0, nan, 0.5))[MetricRecall10]
	assert.Equal(t, 2, i.Queries)
	assert.InDelta(t, 0.5, i.Difference, 1e-12)
	assert.False(t, i.Certain(), "of two queries, one shows nothing: %+v", i)
	assert.Zero(t, Differences(outcomes(nan), outcomes(nan))[MetricMRR])
	assert.Zero(t, Differences(nil, nil)[MetricMRR])
}

func TestTheSameOutcomesHaveTheSameIntervals(t *testing.T) {
	a, b := outcomes(0.1, 0.9, 0.4, 0.7, 0.2), outcomes(0.3, 0.2, 0.5, 0.1, 0.1)
	first := Differences(a, b)
	require.Equal(t, first, Differences(a, b))
	for metric, i := range Differences(a, b) {
		mirrored := Differences(b, a)[metric]
		assert.InDelta(t, i.Difference, -mirrored.Difference, 1e-12)
		assert.InDelta(t, i.Low, -mirrored.High, 1e-12)
		assert.InDelta(t, i.High, -mirrored.Low, 1e-12)
	}
}

func TestMeansAreThoseOfTheOutcomes(t *testing.T) {
	queries := []Query{{"q1", "one"}, {"q2", "two"}}
	judgments := Judgments{"q1": {"a": 1, "b": 0}}
	search := func(query Query, _ Grades) (first, returned Ranking, err error) {
		if query.ID == "q2" {
			return nil, nil, nil
		}
		return Ranking{"b", "a"}, Ranking{"b", "a"}, nil
	}
	measured, err := MeasureEach(queries, judgments, 1, search)
	require.NoError(t, err)
	assert.Equal(t, Ranking{"b", "a"}, measured[0].First)
	assert.InDelta(t, 0.5, measured[0].Values[MetricMRR], 1e-12)
	assert.True(t, math.IsNaN(measured[1].Values[MetricMRR]))
	means, err := Measure(queries, judgments, 1, search)
	require.NoError(t, err)
	assert.Equal(t, means, Means(measured))
	assert.InDelta(t, 0.5, means.Of(MetricMRR), 1e-12)
	assert.InDelta(t, 0.5, means.Of(MetricZero), 1e-12)
}
