package writer_test

import (
	"encoding/hex"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
)

// The worked example of FORMAT.md is what the writer writes.
func TestTheWorkedExampleIsTrue(t *testing.T) {
	page, err := os.ReadFile("../FORMAT.md")
	require.NoError(t, err)
	_, example, found := strings.Cut(string(page), "### A worked example")
	require.True(t, found)
	example, _, _ = strings.Cut(example, "\n## ")
	line := regexp.MustCompile(`(?m)^ {4,}((?:[0-9a-f]{2} )*[0-9a-f]{2})(?: .*)?$`)
	var shown strings.Builder
	for _, m := range line.FindAllStringSubmatch(example, -1) {
		shown.WriteString(strings.ReplaceAll(m[1], " ", ""))
	}
	data, err := writer.Encode(bundle.EncodeDocuments([]string{"mug", "lamp"}))
	require.NoError(t, err)
	assert.Equal(t, hex.EncodeToString(data), shown.String())
}
