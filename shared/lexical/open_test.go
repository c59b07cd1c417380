package lexical_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// tryOpen opens a lexicon in which one member was replaced.
func tryOpen(t testing.TB, member string, data []byte) error {
	t.Helper()
	c := invent(rand.New(rand.NewPCG(1, 1)), 5, 10)
	b := lexical.Encode(c.products, c.terms, c.terms, c.tokens)
	for i := range b.Members {
		if b.Members[i].Name == member {
			b.Members[i].Binary = data
		}
	}
	encoded, err := writer.Encode(b)
	require.NoError(t, err)
	p, err := bundle.OpenPart("lexicon.mp", bundle.PartLexicon, encoded)
	require.NoError(t, err)
	_, err = lexical.Open(p, product.BM25{K1: 1, B: 0.6})
	return err
}

func TestALexiconThatDoesNotFitTogetherIsAnError(t *testing.T) {
	require.NoError(t, tryOpen(t, "no such member", nil))
	for member, data := range map[string][]byte{
		"streams":      {0, 0, 0},
		"frequencies":  {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
		"terms.shared": {9, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		"terms":        []byte("zzzzz"),
		"fields":       []byte("other"),
	} {
		var bad *bundle.Error
		require.ErrorAs(t, tryOpen(t, member, data), &bad, member)
		assert.Equal(t, bundle.Corrupt, bad.Code)
	}
}

// FuzzOpen checks that no streams and frequencies make the index panic.
func FuzzOpen(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0, 0}, []byte{1})
	f.Add([]byte{3, 255, 248, 192}, []byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 9})
	f.Fuzz(func(t *testing.T, streams, frequencies []byte) {
		for member, data := range map[string][]byte{"streams": streams, "frequencies": frequencies} {
			if err := tryOpen(t, member, data); err != nil {
				var bad *bundle.Error
				require.ErrorAs(t, err, &bad)
			}
		}
	})
}
