package lexical_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// BenchmarkOpen opens the lexicon of 20,000 titles of 20 words, of which one in
// 25 is joined with the one before it.
func BenchmarkOpen(b *testing.B) {
	r := rand.New(rand.NewPCG(51, 52))
	word := map[string]string{}
	var places []place
	for doc := range uint32(20000) {
		before := ""
		for position := range uint32(20) {
			term := fmt.Sprintf("w%d", int(20000*math.Pow(r.Float64(), 4)))
			word[term] = term
			places = append(places, place{doc, 0, position + 1, term})
			if joined := before + term; before != "" && r.IntN(25) == 0 {
				word[joined] = joined
				places = append(places, place{doc, 0, position, joined})
			}
			before = term
		}
	}
	data, err := writer.Encode(lexicon(20000, word, places))
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		p, err := bundle.OpenPart("lexicon.mp", bundle.PartLexicon, data)
		require.NoError(b, err)
		_, err = lexical.Open(p, product.BM25{K1: 1, B: 0.6})
		require.NoError(b, err)
	}
}
