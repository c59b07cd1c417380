package feedback_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/indexer/internal/train/feedback"
)

func TestJudgedQueriesKeepTheirOrder(t *testing.T) {
	queries := []evaluate.Query{{ID: "2", Text: "desk lamp"}, {ID: "7", Text: "nobody judged"}, {ID: "1", Text: "chair"}}
	told := feedback.FromJudgments(queries, evaluate.Judgments{
		"1": {"a": 1, "b": 0}, "2": {"c": 3, "d": 2}, "9": {"e": 1},
	})
	assert.Equal(t, []feedback.Query{
		{Text: "desk lamp", Gains: map[string]float64{"c": 7, "d": 3}},
		{Text: "chair", Gains: map[string]float64{"a": 1, "b": 0}},
	}, told)
	assert.Empty(t, feedback.FromJudgments(nil, nil))
}

func TestEnormousGradesAreBounded(t *testing.T) {
	told := feedback.FromJudgments([]evaluate.Query{{ID: "1", Text: "x"}}, evaluate.Judgments{"1": {"a": 5000}})
	assert.InDelta(t, 1023, told[0].Gains["a"], 0)
}
