package build

import (
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Log is what shoppers searched for before.
type Log struct {
	Queries []suggest.Logged
	// Unanswered counts the queries that were left out, because no product of the
	// catalogue has all their words.
	Unanswered int
}

// keepAnswered leaves out the queries that the compiled index does not answer: to
// suggest them would lead nowhere, and most are typing errors.
func (l *Log) keepAnswered(index *lexical.Index, analyzer *text.Analyzer) {
	var kept []suggest.Logged
	for _, q := range l.Queries {
		if answers(index, analyzer.AnalyzeQuery(q.Text)) {
			kept = append(kept, q)
		}
	}
	l.Unanswered = len(l.Queries) - len(kept)
	l.Queries = kept
}

// answers says whether a product has all the words.
func answers(index *lexical.Index, words []text.Token) bool {
	var common []uint32
	first := true
	for _, w := range words {
		if w.Stop {
			continue
		}
		docs := having(index, w)
		if first {
			common, first = docs, false
			continue
		}
		common = slices.DeleteFunc(common, func(doc uint32) bool {
			_, found := slices.BinarySearch(docs, doc)
			return !found
		})
	}
	return len(common) > 0
}

// having returns the products that have a word, ascending. A Chinese character that
// is a word of its own may stand within any other, as the first of a pair.
func having(index *lexical.Index, w text.Token) []uint32 {
	var docs []uint32
	if term, ok := index.Lookup(w.Term); ok {
		found, _ := index.Postings(term)
		docs = slices.Clone(found)
	}
	if text.IsCharacter(w.Word) {
		from, to := index.Prefix(w.Word)
		for term := from; term < to; term++ {
			found, _ := index.Postings(term)
			docs = append(docs, found...)
		}
		slices.Sort(docs)
		docs = slices.Compact(docs)
	}
	return docs
}

// suggestInput collects what is suggested from. The i-th column holds the values
// of the plan's i-th field.
func suggestInput(options text.Options, products []product.Product, plan Plan, values []*columns.Column, queries []suggest.Logged) suggest.Input {
	in := suggest.Input{Analyzer: text.New(options), Queries: queries}
	for i := range products {
		in.Titles = append(in.Titles, products[i].Title)
	}
	for i, field := range plan.Fields {
		switch field.Name {
		case product.FieldCategory:
			in.Categories = columnNames(values[i], len(products))
		case product.FieldBrand:
			in.Brands = columnNames(values[i], len(products))
		}
	}
	return in
}

// columnNames returns the values of a column as people call them: a category
// without the path to it.
func columnNames(column *columns.Column, products int) []suggest.Name {
	names := make([]suggest.Name, len(column.Texts))
	for i, value := range column.Texts {
		steps := strings.Split(value, product.CategorySeparator)
		names[i] = suggest.Name{Text: steps[len(steps)-1], Value: uint32(i)}
	}
	for doc := range uint32(products) {
		for _, v := range column.Values(doc) {
			names[v].Products++
		}
	}
	return names
}
