// Package lexicaltest makes lexical indexes of a few products for tests, by the
// way that a bundle's takes: encoded, written, read and opened.
package lexicaltest

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// BM25 is how the indexes rank.
var BM25 = product.BM25{K1: 1, B: 0.6}

// Item is one product's texts, by lexical.Fields.
type Item [lexical.FieldCount]string

// Open returns the index that was encoded.
func Open(t testing.TB, b *bundle.Builder) *lexical.Index {
	t.Helper()
	x, err := lexical.Open(bundletest.Reopen(t, b), BM25)
	require.NoError(t, err)
	return x
}

// Of returns the index of the items. A term's word is the first that it comes
// from.
func Of(t testing.TB, analyzer *text.Analyzer, items ...Item) *lexical.Index {
	t.Helper()
	word := map[string]string{}
	each(analyzer, items, func(_ lexical.Token, token text.Token) {
		if word[token.Term] == "" {
			word[token.Term] = token.Word
		}
	})
	terms := slices.Sorted(maps.Keys(word))
	words := make([]string, len(terms))
	for i, term := range terms {
		words[i] = word[term]
	}
	var tokens []lexical.Token
	each(analyzer, items, func(at lexical.Token, token text.Token) {
		term, _ := slices.BinarySearch(terms, token.Term)
		at.Term = uint32(term)
		tokens = append(tokens, at)
	})
	return Open(t, lexical.Encode(len(items), terms, words, tokens))
}

// each calls f for every token of the items, with the place where it stands.
func each(analyzer *text.Analyzer, items []Item, f func(at lexical.Token, token text.Token)) {
	for doc, item := range items {
		for field, s := range item {
			for _, token := range analyzer.Analyze(s) {
				f(lexical.Token{Doc: uint32(doc), Field: uint32(field), Position: uint32(token.Position)}, token)
			}
		}
	}
}

// Titles returns the index of products that have only titles.
func Titles(t testing.TB, analyzer *text.Analyzer, titles ...string) *lexical.Index {
	t.Helper()
	items := make([]Item, len(titles))
	for i, title := range titles {
		items[i] = Item{title}
	}
	return Of(t, analyzer, items...)
}

// OfTerms returns the index of products whose titles are just these terms, given
// by their places among terms, which ascend.
func OfTerms(t testing.TB, terms []string, products ...[]uint32) *lexical.Index {
	t.Helper()
	var tokens []lexical.Token
	for doc, title := range products {
		for i, term := range title {
			tokens = append(tokens, lexical.Token{Doc: uint32(doc), Position: uint32(i + 1), Term: term})
		}
	}
	return Open(t, lexical.Encode(len(products), terms, terms, tokens))
}
