package lexical

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTermsComeBackFromTheirPrefixes(t *testing.T) {
	long := strings.Repeat("long", 20)
	for _, terms := range [][]string{
		{"lamp", "lampshad", "lan", "灯", "灯具"},
		{long, long + "er", long + "est"},
		{""},
		{},
	} {
		parsed, ok := parseTerms(appendTerms(nil, terms))
		require.True(t, ok, terms)
		assert.Equal(t, terms, parsed)
	}
	assert.Equal(t, "\x00lamp\x04shad\x02n", string(appendTerms(nil, []string{"lamp", "lampshad", "lan"})))
}

func TestTermsThatDoNotFitTogetherAreNoticed(t *testing.T) {
	for _, data := range []string{
		"lamp",          // no prefix
		"\x01lamp",      // nothing to share
		"\x00a\x02b",    // more than there is
		"\x00b\x00a",    // descending
		"\x00a\x01\x01", // the same twice
	} {
		_, ok := parseTerms([]byte(data))
		assert.False(t, ok, "%q", data)
	}
}

func TestATermWithAControlCharacterCannotBeSpelt(t *testing.T) {
	assert.True(t, Spellable("½灯"))
	assert.False(t, Spellable("a\x1fb"))
}

func TestFrequentTermsHaveEarlierTiers(t *testing.T) {
	frequencies := make([]uint32, 1000)
	for i := range frequencies {
		frequencies[i] = uint32(i)
	}
	of := tiers(frequencies)
	counts := make([]int, 3)
	for _, tier := range of {
		counts[tier]++
	}
	// 188 codes of one byte are left to terms, and four times as many make 752.
	assert.Equal(t, []int{188, 564, 248}, counts)
	assert.True(t, slices.IsSortedFunc(of, func(a, b uint32) int { return int(b) - int(a) }))

	ordered := byTier(of)
	assert.Equal(t, uint32(812), ordered[0], "the first of the most frequent 188")
	assert.Equal(t, uint32(999), ordered[187])
	assert.Equal(t, uint32(248), ordered[188])
	assert.Empty(t, byTier(tiers(nil)))
	assert.Len(t, byTier([]uint32{0, maxTier + 1}), 1, "a tier that cannot be is left out")
}
