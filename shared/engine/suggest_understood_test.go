package engine_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kinds counts the suggestions for a query by their kind.
func kinds(t *testing.T, query string) map[string]int {
	t.Helper()
	counts := map[string]int{}
	for _, s := range suggestions(t, openBundle(t, casesBundle), query, 20) {
		counts[s.Kind]++
	}
	return counts
}

// A suggestion takes the place of the text, so that "lamp black" for "lamp -bl"
// would ask for the opposite.
func TestWhatIsExcludedOrQuotedOrAPriceIsNotCompleted(t *testing.T) {
	require.Positive(t, kinds(t, "lamp bl")["completion"])
	for _, query := range []string{
		"lamp -bl", "lamp -black", "lamp -black ", "lamp without bl", "lamp under 0", "lamp under 50", "lamp under 50 ", `"desk lamp"`, `"desk lamp" `,
	} {
		got := kinds(t, query)
		assert.Positive(t, got["product"], query)
		assert.Len(t, got, 1, "%s: nothing but products", query)
	}
	assert.Empty(t, kinds(t, "-la"))
}

func TestCompletionsKeepWhatIsExcluded(t *testing.T) {
	e := openBundle(t, casesBundle)
	completed := 0
	for _, query := range []string{"-wooden lamp d", "lamp under 50 d"} {
		for _, s := range suggestions(t, e, query, 20) {
			if s.Kind != "product" {
				completed++
				assert.True(t, strings.HasPrefix(s.Text, query[:len(query)-1]), "%q for %q", s.Text, query)
			}
		}
	}
	assert.Positive(t, completed)
}

func TestALongTextIsSuggestedProductsAlone(t *testing.T) {
	long := strings.Repeat("-lamp ", 100)
	assert.Empty(t, kinds(t, long))
	got := kinds(t, strings.Repeat("desk lamp ", 100)+"d")
	assert.Positive(t, got["product"])
	assert.Len(t, got, 1)
}
