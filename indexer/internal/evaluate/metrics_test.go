package evaluate

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMeasureAveragesOnlyWhatIsDefined(t *testing.T) {
	queries := []Query{{"q1", "found first"}, {"q2", "found second"}, {"q3", "nothing relevant"}, {"q4", "no result"}}
	judgments := Judgments{
		"q1": {"a": 2},
		"q2": {"b": 2},
		"q3": {"c": 1},
	}
	rankings := map[string]Ranking{
		"found first":      {"a"},
		"found second":     {"x", "b"},
		"nothing relevant": {"c"},
	}
	metrics, err := Measure(queries, judgments, 2, func(query Query, _ Grades) (first, returned Ranking, err error) {
		return rankings[query.Text], rankings[query.Text], nil
	})
	require.NoError(t, err)
	// q3 has a gain but nothing relevant from 2 on; q4 is not judged.
	assert.InDelta(t, (1+0.63093+1)/3, metrics.NDCGFull, 1e-5)
	assert.InDelta(t, 1, metrics.NDCGJudged, 1e-12)
	assert.InDelta(t, 1, metrics.Recall10, 1e-12)
	assert.InDelta(t, 1, metrics.Recall200, 1e-12)
	assert.InDelta(t, 0.75, metrics.MRR, 1e-12)
	assert.InDelta(t, 0.25, metrics.ZeroRate, 1e-12)
}

func TestMeasureStopsAtAnError(t *testing.T) {
	broken := errors.New("broken")
	_, err := Measure([]Query{{"q", "text"}}, Judgments{}, 1, func(Query, Grades) (first, returned Ranking, err error) {
		return nil, nil, broken
	})
	assert.ErrorIs(t, err, broken)
}

func TestMeasureLooksForTheJudgedBeyondTheFirst(t *testing.T) {
	metrics, err := Measure([]Query{{"q", "text"}}, Judgments{"q": {"a": 0, "b": 3}}, 1, func(Query, Grades) (first, returned Ranking, err error) {
		return Ranking{"x"}, Ranking{"b", "a"}, nil
	})
	require.NoError(t, err)
	assert.InDelta(t, 1, metrics.NDCGJudged, 1e-12)
	assert.Zero(t, metrics.NDCGFull)
}
