package engine

import (
	"fmt"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// explainName returns one part for each thing that a product's name has of the
// query: pairs of words and the head in the title, the brand, the category.
func (e *Engine) explainName(doc uint32, q query, factor float64) (parts []wire.Explanation) {
	s := e.scratches.Get().(*scratch)
	defer e.scratches.Put(s)
	s.expect(q)
	part := func(score float64, format string, words ...any) {
		parts = append(parts, wire.Explanation{
			Value:       score * factor,
			Description: fmt.Sprintf(format, words...) + ": share of the idf * coverage",
			Details: []wire.Explanation{
				{Value: score, Description: "share of the idf"},
				{Value: factor, Description: coverage},
			},
		})
	}
	words := q.finished()
	named := s.naming.Match(doc)
	for i := range words {
		if named.Pairs&(1<<i) != 0 {
			part(s.naming.PairScore(i), "%q stands before %q in the title", words[i-1].token.Word, words[i].token.Word)
		}
		if named.Brand&(1<<i) != 0 {
			part(s.naming.BrandScore(i), "%q names the brand", words[i].token.Word)
		}
	}
	if named.Head {
		part(s.naming.HeadScore(), "the title names %q", words[s.naming.Head()].token.Word)
	}
	if named.Category {
		part(s.naming.CategoryScore(), "the category names %q", words[s.naming.Head()].token.Word)
	}
	return parts
}
