package build

import (
	"cmp"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// words returns, for each term, the word that most of its occurrences were
// written as; between equals the shorter, then the first by its letters.
func words(shop product.Shop, products []product.Product) map[string]string {
	analyzer := text.New(analysis(shop))
	counts := make(map[string]map[string]int)
	for i := range products {
		d := document(shop, &products[i])
		for _, field := range []string{d.Title, d.Brand, d.Category, d.Attributes, d.Description} {
			for _, token := range analyzer.Analyze(field) {
				if counts[token.Term] == nil {
					counts[token.Term] = make(map[string]int, 1)
				}
				counts[token.Term][token.Word]++
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
