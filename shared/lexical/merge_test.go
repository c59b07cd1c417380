package lexical

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTextsAreOrderedAsGoOrdersThem(t *testing.T) {
	r := rand.New(rand.NewPCG(61, 62))
	texts := []string{"", "a", "沙发", "sameheaded", "sameheader", "sameheadea", "samehead"}
	for range 500 {
		letter := func(rune) rune { return rune('a' + r.IntN(2)) }
		texts = append(texts, strings.Map(letter, strings.Repeat("x", r.IntN(14))))
	}
	var got []string
	for _, place := range inOrder(texts) {
		got = append(got, texts[place])
	}
	assert.Equal(t, slices.Sorted(slices.Values(texts)), got)
	assert.Empty(t, inOrder(nil))
}
