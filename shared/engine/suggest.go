package engine

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Bounds of a list of suggestions.
const (
	defaultSuggestions = 8
	maxSuggestions     = 20
)

// completer completes what was typed from the names that a shop's own people
// gave: brands, categories and the values of facets, each as often as products
// have it.
type completer struct {
	// names are ordered by the number of their products, most first.
	names []completion
}

type completion struct {
	text, folded string
	products     int
}

func newCompleter(e *Engine) completer {
	counts := make(map[string]int)
	for i, f := range e.settings.Fields {
		if f.Kind == product.Number || f.Name == product.FieldAvailability || !f.Facet {
			continue
		}
		column := e.columns[i]
		for doc := range uint32(e.ids.Len()) {
			for _, v := range column.Values(doc) {
				counts[lastStep(column.Texts[v])]++
			}
		}
	}
	var c completer
	for name, n := range counts {
		c.names = append(c.names, completion{text: name, folded: e.analyzer.Fold(name), products: n})
	}
	slices.SortFunc(c.names, func(a, b completion) int {
		return cmp.Or(cmp.Compare(b.products, a.products), cmp.Compare(a.text, b.text))
	})
	return c
}

// lastStep is the name of a category without the path to it.
func lastStep(name string) string {
	if i := strings.LastIndex(name, product.CategorySeparator); i >= 0 {
		return name[i+len(product.CategorySeparator):]
	}
	return name
}

// Suggest returns queries that begin with what was typed, or have a word that
// does: names of the shop first, then titles of the products that are found. It
// fails as Search does.
func (e *Engine) Suggest(ctx context.Context, request wire.SuggestRequest) (*wire.SuggestResponse, error) {
	limit := request.Limit
	switch {
	case limit < 0 || limit > maxSuggestions:
		return nil, badRequest("limit is %d and must be from 1 to %d, or 0 for %d", limit, maxSuggestions, defaultSuggestions)
	case limit == 0:
		limit = defaultSuggestions
	}
	response := &wire.SuggestResponse{Query: request.Query, Suggestions: []wire.Suggestion{}}
	typed := strings.TrimSpace(e.analyzer.Fold(request.Query))
	if typed == "" {
		return response, nil
	}
	q := e.parse(request.Query, false)
	seen := make(map[string]bool)
	add := func(text, folded string) {
		if len(response.Suggestions) < limit && !seen[folded] {
			seen[folded] = true
			response.Suggestions = append(response.Suggestions, wire.Suggestion{Text: text, Matches: e.titleMatches(text, q)})
		}
	}
	for _, starts := range []func(string, string) bool{strings.HasPrefix, hasWordPrefix} {
		for _, name := range e.completer.names {
			if starts(name.folded, typed) {
				add(name.text, name.folded)
			}
		}
	}
	if missing := limit - len(response.Suggestions); missing > 0 {
		found, err := e.Search(ctx, wire.SearchRequest{Query: request.Query, Limit: missing})
		if err != nil {
			return nil, err
		}
		for i := range found.Hits {
			add(found.Hits[i].Title, e.analyzer.Fold(found.Hits[i].Title))
		}
	}
	return response, nil
}

// hasWordPrefix says whether a word of s but the first begins with the prefix.
func hasWordPrefix(s, prefix string) bool { return strings.Contains(s, " "+prefix) }
