package evaluate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWriteRunHasSixColumns(t *testing.T) {
	var out strings.Builder
	require.NoError(t, WriteRun(&out, "q1", "vitrine", []Result{{"b", 2.5}, {"a", 0.12345}}))
	assert.Equal(t, "q1 Q0 b 1 2.50000 vitrine\nq1 Q0 a 2 0.12345 vitrine\n", out.String())
}

func TestWriteRunRefusesBlanksInIdentifiers(t *testing.T) {
	var out strings.Builder
	err := WriteRun(&out, "q1", "vitrine", []Result{{"a b", 1}})
	require.EqualError(t, err, `identifier "a b" holds a blank, which a TREC run cannot`)
	assert.Empty(t, out.String())
}

func TestReadRunRanksByScoreThenRank(t *testing.T) {
	const file = "q1 Q0 low 1 0.5 x\n\nq1\tQ0\tlater\t3\t2\tx\nq1 Q0 sooner 2 2 x\r\nq2 Q0 only 1 -1e3 x\n"
	run, err := ReadRun(strings.NewReader(file), "x.run")
	require.NoError(t, err)
	assert.Equal(t, Run{"q1": {"sooner", "later", "low"}, "q2": {"only"}}, run)
}

func TestReadRunReadsWhatWriteRunWrites(t *testing.T) {
	var out strings.Builder
	results := []Result{{"c", 3}, {"b", 2.5}, {"a", 2.5}}
	require.NoError(t, WriteRun(&out, "q1", "vitrine", results))
	run, err := ReadRun(strings.NewReader(out.String()), "x.run")
	require.NoError(t, err)
	assert.Equal(t, Run{"q1": {"c", "b", "a"}}, run)
}

func TestReadRunNamesThePlace(t *testing.T) {
	for content, want := range map[string]string{
		"q1 0 a 1\n":                           "x.run:1: want 6 columns (query, Q0, product, rank, score, tag), found 4",
		"q1 Q0 a first 1 x\n":                  `x.run:1: rank "first" is no integer`,
		"q1 Q0 a 1 NaN x\n":                    `x.run:1: score "NaN" is no number`,
		"q1 Q0 a 1 2 x\nq1 Q0 a 2 1 x\n":       `x.run:2: product "a" of query "q1" stands in the run twice`,
		"\n":                                   "x.run: holds no results",
		"q1 Q0 a 1 2 x\nq2 Q0 a 1 2 x extra\n": "x.run:2: want 6 columns (query, Q0, product, rank, score, tag), found 7",
	} {
		_, err := ReadRun(strings.NewReader(content), "x.run")
		assert.EqualError(t, err, want)
	}
}

func TestARunAnswersOnlyTheQueriesItHas(t *testing.T) {
	long := make(Ranking, Deepest+1)
	for i := range long {
		long[i] = strings.Repeat("x", i+1)
	}
	run := Run{"q1": long}
	first, returned, err := run.Search(Query{ID: "q1", Text: "lamp"}, nil)
	require.NoError(t, err)
	assert.Equal(t, long[:Deepest], first)
	assert.Equal(t, long, returned)
	first, returned, err = run.Search(Query{ID: "q2", Text: "lamp"}, nil)
	require.NoError(t, err)
	assert.Empty(t, first)
	assert.Empty(t, returned)
}
