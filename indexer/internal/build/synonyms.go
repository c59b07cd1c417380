package build

import (
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// IdleSynonyms returns the merchant's synonyms that find nothing, as they would be
// written: no product has all words of any of those that they lead to.
func IdleSynonyms(shop product.Shop, products []product.Product) ([]string, error) {
	if len(shop.Synonyms) == 0 {
		return nil, nil
	}
	options, err := analysis(shop, products)
	if err != nil {
		return nil, err
	}
	analyzer := text.New(options)
	terms := map[string]bool{}
	for i := range products {
		d := document(shop, &products[i])
		for _, field := range []string{d.Title, d.Brand, d.Category, d.Attributes, d.Description} {
			for _, token := range analyzer.Analyze(field) {
				terms[token.Term] = true
			}
		}
	}
	stands := func(words string) bool {
		// The space ends the last word, which is not being typed.
		tokens := analyzer.AnalyzeQuery(words + " ")
		return len(tokens) > 0 && !slices.ContainsFunc(tokens, func(t text.Token) bool { return !terms[t.Term] })
	}
	var idle []string
	for _, s := range shop.Synonyms {
		to, written := s.To, strings.Join(s.From, ", ")
		if len(to) == 0 {
			to = s.From
		} else {
			written += " => " + strings.Join(to, ", ")
		}
		if !slices.ContainsFunc(to, stands) {
			idle = append(idle, written)
		}
	}
	return idle, nil
}
