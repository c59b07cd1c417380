package evaluate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadQueries(t *testing.T) {
	queries, err := ReadQueries(strings.NewReader("\ufeffq1\tred chair\r\n\nq2\t沙发\n"), "q.tsv")
	require.NoError(t, err)
	assert.Equal(t, []Query{{"q1", "red chair"}, {"q2", "沙发"}}, queries)
}

func TestReadQueriesNamesThePlace(t *testing.T) {
	for content, want := range map[string]string{
		"q1\tchair\nq2 sofa\n":       "q.tsv:2: want an identifier, a tab and the query's text",
		"q1\tchair\n\nq1\tsofa\n":    `q.tsv:3: query "q1" stands in line 1 already`,
		"":                           "q.tsv: holds no queries",
		"q1\t \n":                    "q.tsv:1: want an identifier, a tab and the query's text",
		strings.Repeat("x", 1<<20+1): "q.tsv:1: bufio.Scanner: token too long",
	} {
		_, err := ReadQueries(strings.NewReader(content), "q.tsv")
		assert.EqualError(t, err, want)
	}
}

func TestReadJudgments(t *testing.T) {
	judgments, err := ReadJudgments(strings.NewReader("q1 0 a 1.33\nq1  0  b  -1\nq2\t0\tid with blanks\t3\n"), "qrels")
	require.NoError(t, err)
	assert.Equal(t, Judgments{"q1": {"a": 1.33, "b": 0}, "q2": {"id with blanks": 3}}, judgments)
}

func TestReadJudgmentsNamesThePlace(t *testing.T) {
	for content, want := range map[string]string{
		"q1 0 a\n":             "qrels:1: want 4 columns (query, 0, product, grade), found 3",
		"q1 0 a 1\nq1 0 b x\n": `qrels:2: grade "x" is no number`,
		"q1 0 a NaN\n":         `qrels:1: grade "NaN" is no number`,
		"q1 0 a 1\nq1 0 a 2\n": `qrels:2: product "a" of query "q1" has the grades 1 and 2`,
		"q1\t0\t\t2\n":         "qrels:1: the query or the product is empty",
		"\n":                   "qrels: holds no judgments",
	} {
		_, err := ReadJudgments(strings.NewReader(content), "qrels")
		assert.EqualError(t, err, want)
	}
}
