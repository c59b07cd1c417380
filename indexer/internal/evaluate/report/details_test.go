package report

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// shown are a list's products, each with its identifier, grade and what it means.
func shown(strings []string, list []placed) []string {
	var all []string
	for _, p := range list {
		all = append(all, fmt.Sprintf("%s %s%s", strings[p[0]], strings[p[2]], strings[p[3]]))
	}
	return all
}

func TestDetailsHaveBothSidesWithTheirGrades(t *testing.T) {
	r := reportForTest(t)
	_, document := written(t, r)
	data := block[detailsRead](t, document, "details")
	require.Len(t, data.Details, 4)
	lamp, chair, none, wall := data.Details[0], data.Details[1], data.Details[2], data.Details[3]
	assert.Equal(t, []string{"l1 3fits", "l2 1partly"}, shown(data.Strings, lamp.First[1]))
	assert.Equal(t, "l1 3fits", shown(data.Strings, lamp.First[0])[0])
	assert.Contains(t, shown(data.Strings, lamp.First[0]), "l4 0misfit")
	assert.Contains(t, shown(data.Strings, lamp.First[0]), "l3 not judged")
	assert.Equal(t, []string{"l1 not judged", "c1 3fits", "elsewhere not judged"}, shown(data.Strings, chair.First[1]))
	assert.Empty(t, none.First[0])
	assert.Equal(t, []string{"gone 2fits"}, shown(data.Strings, wall.Missed))
	assert.Equal(t, "not in this bundle", data.Strings[wall.Missed[0][1]])
	assert.NotContains(t, wall.Looks, strconv.Itoa(wall.Missed[0][0]))
}

func TestEveryListedProductIsExplained(t *testing.T) {
	r := reportForTest(t)
	_, document := written(t, r)
	data := block[detailsRead](t, document, "details")
	explained := 0
	for i, detail := range data.Details {
		for _, p := range slices.Concat(append(detail.First, detail.Missed)...) {
			want, ok := r.Engine.NewInspector().Explain(r.Queries[i].Text, data.Strings[p[0]])
			if !ok {
				continue
			}
			look, ok := detail.Looks[strconv.Itoa(p[0])]
			require.True(t, ok)
			assert.InDelta(t, want.Value, float64(look.Score), 1e-4)
			require.Len(t, look.Parts, len(want.Details))
			for j, part := range look.Parts {
				assert.Equal(t, want.Details[j].Description, data.Strings[part.Name])
				assert.InDelta(t, want.Details[j].Value, float64(part.Value), 1e-4)
				assert.Len(t, part.Details, len(want.Details[j].Details))
				explained++
			}
		}
	}
	assert.Greater(t, explained, 5)
}

// Of many queries those are looked into that tell most, and some of each kind.
func TestTheMostTellingQueriesAreLookedInto(t *testing.T) {
	const n = 1000
	r := &Report{Queries: make([]evaluate.Query, n), Systems: []System{{}, {}}}
	all := make([]asked, n)
	for s := range r.Systems {
		r.Systems[s].Outcomes = make([]evaluate.Outcome, n)
		for i := range n {
			r.Systems[s].Outcomes[i].Values[evaluate.MetricNDCGFull] = 0.5
		}
	}
	const gained, lost, unfound, doubtful = 300, 500, 700, 900
	r.Systems[0].Outcomes[gained].Values[evaluate.MetricNDCGFull] = 1
	r.Systems[1].Outcomes[lost].Values[evaluate.MetricNDCGFull] = 1
	all[unfound].confidence, all[doubtful].confidence = nothing, unsure
	chosen := r.choose(all)
	assert.Len(t, chosen, mostDetails)
	assert.True(t, slices.IsSorted(chosen))
	assert.Len(t, slices.Compact(slices.Clone(chosen)), mostDetails)
	for _, want := range []int{gained, lost, unfound, doubtful} {
		assert.Contains(t, chosen, want)
	}
	assert.Len(t, r.choose(all[:mostDetails]), mostDetails)
	assert.Empty(t, r.choose(nil))
}
