package build

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// words returns, for each term, the word that most of its occurrences were
// written as; between equals the shorter, then the first by its letters.
func words(shop product.Shop, options text.Options, products []product.Product) map[string]string {
	analyzer, plain := text.New(options), text.New(text.Options{})
	counts := make(map[string]map[string]int)
	for i := range products {
		d := document(shop, &products[i])
		for _, field := range []string{d.Title, d.Brand, d.Category, d.Attributes, d.Description} {
			for _, token := range analyzer.Analyze(field) {
				if counts[token.Term] == nil {
					counts[token.Term] = make(map[string]int, 1)
				}
				counts[token.Term][surface(plain, field, token)]++
			}
		}
	}
	chosen := make(map[string]string, len(counts))
	for term, spellings := range counts {
		best := ""
		for word, n := range spellings {
			if best == "" || cmp.Or(cmp.Compare(n, spellings[best]), cmp.Compare(len(best), len(word)), strings.Compare(best, word)) > 0 {
				best = word
			}
		}
		chosen[term] = best
	}
	return chosen
}

// surface returns the word behind a token. Chinese is shown in the characters that
// it was written in, whichever it is found by.
func surface(plain *text.Analyzer, field string, token text.Token) string {
	if first, _ := utf8.DecodeRuneInString(token.Word); unicode.Is(unicode.Han, first) {
		return plain.Fold(field[token.Start:token.End])
	}
	return token.Word
}
