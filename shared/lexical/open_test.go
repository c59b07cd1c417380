package lexical_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
)

// tryOpen opens a lexicon in which one member was replaced.
func tryOpen(t testing.TB, member string, data []byte) error {
	t.Helper()
	return tryOpenAll(t, map[string][]byte{member: data})
}

// tryOpenAll opens a lexicon of 5 products and 10 terms in which members were
// replaced.
func tryOpenAll(t testing.TB, replaced map[string][]byte) error {
	t.Helper()
	c := invent(rand.New(rand.NewPCG(1, 1)), 5, 10)
	b := lexical.Encode(c.products, c.terms, c.terms, c.tokens)
	for i := range b.Members {
		if data, ok := replaced[b.Members[i].Name]; ok {
			b.Members[i].Binary = data
		}
	}
	_, err := lexical.Open(bundletest.Reopen(t, b), lexicaltest.BM25)
	return err
}

func TestALexiconThatDoesNotFitTogetherIsAnError(t *testing.T) {
	require.NoError(t, tryOpen(t, "no such member", nil))
	for member, data := range map[string][]byte{
		"streams":     {0, 0, 0},
		"tiers":       {0, 0, 0, 0, 0, 0, 0, 0, 0},
		"terms":       []byte("zzzzz"),
		"words":       {1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		"endings.cut": {9},
		"fields":      []byte("title"),
	} {
		var bad *bundle.Error
		require.ErrorAs(t, tryOpen(t, member, data), &bad, member)
		assert.Equal(t, bundle.Corrupt, bad.Code)
	}
}

func TestAMarkWithoutItsTermsIsAnError(t *testing.T) {
	// 4 is the first term, 0 the end of a field, of which there are 5 in 5 products.
	ends := make([]byte, 24)
	require.NoError(t, tryOpen(t, "streams", append([]byte{4, 3, 2, 5, 6, 0}, ends...)), "a joined term and one more")
	for name, text := range map[string][]byte{
		"nothing to join":     {3, 4, 0},
		"nothing to join to":  {4, 3, 0},
		"a gap before it":     {4, 1, 3, 4, 0},
		"a gap behind it":     {4, 3, 1, 4, 0},
		"two in one place":    {4, 3, 3, 4, 0},
		"one within another":  {4, 3, 2, 4, 3, 4, 0},
		"no place to be same": {2, 4, 0},
		"the same of nothing": {4, 2, 0},
		"the same twice":      {4, 2, 2, 4, 0},
	} {
		assert.Error(t, tryOpen(t, "streams", append(text, ends...)), name)
	}
}

// There is room for fewer marks than these at first.
func TestTextsMayBeFullOfMarks(t *testing.T) {
	streams := append(append([]byte{4}, bytes.Repeat([]byte{3, 5}, 100)...), make([]byte, 25)...)
	require.NoError(t, tryOpen(t, "streams", streams))
	require.Error(t, tryOpen(t, "streams", append(streams[:len(streams)-25:len(streams)-25], make([]byte, 24)...)))
}

// A damaged lexicon might join a long term to another at every word.
func TestAJoinedTermHasABound(t *testing.T) {
	long := strings.Repeat("long", 32)
	streams := append([]byte{4, 3, 5, 0}, make([]byte, 24)...)
	require.NoError(t, tryOpenAll(t, map[string][]byte{"terms": []byte("\x00a\x00b\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00j"), "streams": streams}))
	require.Error(t, tryOpenAll(t, map[string][]byte{"terms": []byte("\x00a\x00b" + long + "\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00j"), "streams": streams}))
}

// FuzzOpen checks that no streams and dictionary make the index panic.
func FuzzOpen(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0, 0}, []byte("\x00a\x01b"))
	f.Add([]byte{3, 255, 248, 192}, []byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 9})
	f.Add(append([]byte{4, 3, 2, 5, 6, 0}, make([]byte, 24)...), []byte("\x00a\x00b\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00j"))
	f.Fuzz(func(t *testing.T, streams, terms []byte) {
		for member, data := range map[string][]byte{"streams": streams, "terms": terms} {
			if err := tryOpen(t, member, data); err != nil {
				var bad *bundle.Error
				require.ErrorAs(t, err, &bad)
			}
		}
	})
}
