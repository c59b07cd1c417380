package report

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

func TestThePageHasTheFiguresAndTheirIntervals(t *testing.T) {
	r := reportForTest(t)
	_, document := written(t, r)
	page := text(elements(document, "main")[0])
	means := evaluate.Means(r.Systems[0].Outcomes)
	pairs := r.pairs()
	summary := r.summary(pairs)
	assert.Equal(t, 4, summary.Queries)
	assert.Equal(t, 3, summary.Judged)
	require.Len(t, summary.Figures, int(evaluate.MetricCount))
	for metric, f := range summary.Figures {
		assert.Contains(t, page, f.Plain)
		want := means.Of(evaluate.Metric(metric))
		assert.InDelta(t, want, decimal(t, f.Values[0]), 0.0005, f.Plain)
		assert.InDelta(t, 100*want, float64(f.Shares[0]), 0.5)
	}
	require.Len(t, pairs, 1)
	wanted := evaluate.Differences(r.Systems[0].Outcomes, r.Systems[1].Outcomes)
	for metric, d := range pairs[0].Differences {
		assert.Equal(t, wanted[metric], d.Interval)
		assert.Contains(t, page, d.Range())
		assert.LessOrEqual(t, 0.0, d.From)
		assert.LessOrEqual(t, d.From, d.Middle)
		assert.LessOrEqual(t, d.Middle, d.To)
		assert.LessOrEqual(t, d.To, float64(plotWidth))
	}
}

func decimal(t *testing.T, written string) (value float64) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(written), &value))
	return value
}

func TestEveryStageIsComparedWithAllAfterIt(t *testing.T) {
	r := reportForTest(t)
	first := r.Systems[0]
	first.Name = "first stage"
	r.Systems = []System{r.Systems[0], first, r.Systems[1]}
	var names [][2]string
	for _, p := range r.pairs() {
		names = append(names, [2]string{p.System, p.Other})
	}
	assert.Equal(t, [][2]string{{"Ours", "first stage"}, {"Ours", "<b>Theirs</b>"}, {"first stage", "<b>Theirs</b>"}}, names)
}

// A difference is in the bundle's favour, against it, or may be chance; of the
// queries without a result, fewer are better.
func TestVerdictsFollowTheIntervals(t *testing.T) {
	var intervals [evaluate.MetricCount]evaluate.Interval
	intervals[evaluate.MetricNDCGFull] = evaluate.Interval{Difference: 0.2, Low: 0.1, High: 0.3}
	intervals[evaluate.MetricMRR] = evaluate.Interval{Difference: -0.2, Low: -0.4, High: -0.1}
	intervals[evaluate.MetricRecall10] = evaluate.Interval{Difference: 0.1, Low: -0.1, High: 0.2}
	intervals[evaluate.MetricZero] = evaluate.Interval{Difference: -0.2, Low: -0.3, High: -0.1}
	all := differences(intervals)
	assert.Equal(t, "better", all[evaluate.MetricNDCGFull].Verdict)
	assert.Equal(t, "worse", all[evaluate.MetricMRR].Verdict)
	assert.Equal(t, "may be chance", all[evaluate.MetricRecall10].Words)
	assert.Equal(t, "better", all[evaluate.MetricZero].Verdict)
	assert.Equal(t, "the same", all[evaluate.MetricRecall50].Words)
	assert.Equal(t, "−0.200", all[evaluate.MetricMRR].Signed())
	assert.Equal(t, "−0.100 to +0.200", all[evaluate.MetricRecall10].Range())
}

func TestDifferencesAreWrittenAsShortAsTheyTell(t *testing.T) {
	for value, want := range map[float64]string{0: "0", 0.12345: "+0.123", -0.0004: "−0.0004", 0.00004: "0", -0.00004: "0", 0.0005: "+0.001"} {
		assert.Equal(t, want, signed(value), "%v", value)
	}
}

func TestQueriesInDoubtAreListedWithTheReason(t *testing.T) {
	r := reportForTest(t)
	_, document := written(t, r)
	all, err := r.ask(t.Context())
	require.NoError(t, err)
	assert.Equal(t, list{Count: 1, First: []listItem{{"qzxqzx", "nothing found"}}}, listed(all, nothing))
	assert.Equal(t, list{Count: 1, First: []listItem{{"wall lmap", "read as “wall lamp”"}}}, listed(all, unsure))
	page := text(elements(document, "main")[0])
	assert.Contains(t, page, "qzxqzx nothing found")
	assert.Contains(t, page, "wall lmap read as “wall lamp”")
}

func TestLongListsAreCutAndCounted(t *testing.T) {
	l := listed(make([]asked, mostListed+7), sure)
	assert.Equal(t, mostListed+7, l.Count)
	assert.Len(t, l.First, mostListed)
	assert.Equal(t, 7, l.More())
}

func TestRowsHaveEveryQueryWithItsFigures(t *testing.T) {
	r := reportForTest(t)
	_, document := written(t, r)
	data := block[struct {
		Systems, Metrics []string
		Rows             [][]any
	}](t, document, "rows")
	assert.Equal(t, []string{"Ours", "<b>Theirs</b>"}, data.Systems)
	require.Len(t, data.Rows, 4)
	for i, row := range data.Rows {
		assert.Equal(t, r.Queries[i].Text, row[0])
		for s, system := range row[4].([]any) {
			for m, value := range system.([]any) {
				want := r.Systems[s].Outcomes[i].Values[rowMetrics[m]]
				if math.IsNaN(want) {
					want = -0.001
				}
				assert.InDelta(t, 1000*want, value, 0.5)
			}
		}
	}
	assert.Len(t, data.Metrics, len(rowMetrics))
}
