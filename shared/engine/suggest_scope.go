package engine

import (
	"sort"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

const (
	// mostScopes is in how many categories one suggestion is offered.
	mostScopes = 2
	// leastPercent is the part of a suggestion's products that a category must
	// have to be offered, mostPercent the part from which on it is no narrower.
	leastPercent = 10
	mostPercent  = 90
)

// addScoped adds the suggestion within the categories in which most of its
// products are, provided that they are in several.
func (s *proposal) addScoped(of wire.Suggestion) {
	column := s.columnOf(suggestions.Category)
	if column == nil {
		return
	}
	counts := make([]int, column.Len())
	all := 0
	with := s.newWithin(nil)
	with.each(s.Terms(of.Text), func(doc uint32) {
		all++
		for _, v := range column.Values(doc) {
			counts[v]++
		}
	})
	with.release()
	shared := divided(column.Texts, counts, all)
	if len(shared) < mostScopes {
		return
	}
	for _, v := range shared[:mostScopes] {
		of.Scope = s.scope(fieldOf(suggestions.Category), column.Texts[v])
		s.add(of)
	}
}

// divided goes down from the whole shop for as long as one category has nearly
// all of the products, and returns the categories below that have a good part of
// them, the largest first. The paths are ascending.
func divided(paths []string, counts []int, all int) []int {
	above := ""
	for {
		var children []int
		for v, path := range paths {
			if counts[v] > 0 && parentOf(path) == above && counts[v]*100 >= all*leastPercent {
				children = append(children, v)
			}
		}
		sort.SliceStable(children, func(i, j int) bool { return counts[children[i]] > counts[children[j]] })
		if len(children) == 0 || counts[children[0]]*100 < all*mostPercent {
			return children
		}
		above = paths[children[0]]
	}
}

// parentOf is the path of the category around a category, "" for the outermost.
func parentOf(path string) string {
	return strings.TrimSuffix(path[:len(path)-len(lastStep(path))], product.CategorySeparator)
}
