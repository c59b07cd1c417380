package suggest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestALogHasQueriesWithAndWithoutCounts(t *testing.T) {
	got, bad, err := ReadLog(strings.NewReader("\ufeffdesk  lamp\t3\r\nsofa\nDesk Lamp\t4\n\nsofa\nrug\t0\n"), "log.tsv")
	require.NoError(t, err)
	assert.Empty(t, bad)
	assert.Equal(t, []Logged{{"desk lamp", 7}, {"sofa", 2}, {"rug", 0}}, got)
}

func TestBadRowsOfALogAreNamed(t *testing.T) {
	rows := []string{"sofa\tmany", "sofa\t-1", "\t5", "a\tb\tc", "\xff\t1", strings.Repeat("x", 81), "sofa\t99999999999999999999", "lamp\t2"}
	got, bad, err := ReadLog(strings.NewReader(strings.Join(rows, "\n")), "log.tsv")
	require.NoError(t, err)
	assert.Equal(t, []Logged{{"lamp", 2}}, got)
	require.Len(t, bad, len(rows)-1)
	for i, row := range bad {
		assert.Equal(t, "log.tsv", row.File)
		assert.Equal(t, i+1, row.Line)
		assert.NotEmpty(t, row.Reason)
	}
	assert.Equal(t, `"many" is no whole number from 0 on`, bad[0].Reason)
}

func TestALineWithoutAnEndIsAnError(t *testing.T) {
	_, _, err := ReadLog(strings.NewReader("sofa\n"+strings.Repeat("x", maxLine+1)), "log.tsv")
	assert.ErrorContains(t, err, "log.tsv:2: ")
}
