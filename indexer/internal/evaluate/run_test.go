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
