package build

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

const exact = "paint of a known marque"

// marquees is a shop of marquees. "marque" stands in one product only, among so
// many words that the frequency factor leaves little of it.
func marquees(t *testing.T) *engine.Engine {
	t.Helper()
	var filler strings.Builder
	for n := range 400 {
		fmt.Fprintf(&filler, " filler%d", n)
	}
	titles := []string{exact + filler.String(), "marque poster"}
	for n := range 60 {
		titles = append(titles, fmt.Sprintf("marquee paint %d", n))
	}
	return openTitles(t, titles...)
}

func TestWhatMatchesAsTypedComesBeforeCorrections(t *testing.T) {
	e := marquees(t)
	response := searchFor(t, e, wire.SearchRequest{Query: "marque paint ", Explain: true})
	require.True(t, strings.HasPrefix(response.Hits[0].Title, exact))
	assert.Greater(t, response.Hits[1].Explanation.Value, response.Hits[0].Explanation.Value, "though its score is less")
	assert.Contains(t, response.Hits[1].Title, "marquee paint")
	assert.Equal(t, 62, response.Total, "all are found")
	assert.Empty(t, response.Corrections, "the word is known")

	ranked, err := e.Rank(t.Context(), wire.SearchRequest{Query: "marque paint ", Limit: 2})
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(ranked[0].ID, exact), "in every page alike")
}

func TestWhatLacksAWordIsNoExactMatch(t *testing.T) {
	e := marquees(t)
	response := searchFor(t, e, wire.SearchRequest{Query: "marque paint 7 "})
	assert.Equal(t, "marquee paint 7", response.Hits[0].Title, "no product has all words as typed")

	response = searchFor(t, e, wire.SearchRequest{Query: "marque paint pai"})
	assert.True(t, strings.HasPrefix(response.Hits[0].Title, exact), "the beginning of a word is one as typed")
}
