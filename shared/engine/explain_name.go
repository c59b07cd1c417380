package engine

import (
	"strconv"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// explainName returns one part for each thing that a product's name has of the
// query, which the scratch has searched for: pairs of words, words in front and the
// head in the title, the brand, the category.
func (s *scratch) explainName(doc uint32, q query, factor float64) (parts []wire.Explanation) {
	words := q.finished()
	part := func(score float64, before string, word int, after string) {
		parts = append(parts, explainPart(score, factor, before+strconv.Quote(words[word].token.Word)+after))
	}
	named, head := s.named(doc), s.naming.Head()
	for i := range words {
		if named.Pairs&(1<<i) != 0 {
			part(s.naming.PairScore(i), strconv.Quote(words[i-1].token.Word)+" stands before ", i, " in the title")
		}
		if named.Front&(1<<i) != 0 {
			part(s.naming.FrontScore(i), "", i, " stands in the front of the title")
		}
		if named.Brand&(1<<i) != 0 {
			part(s.naming.BrandScore(i), "", i, " names the brand")
		}
	}
	if named.Head {
		part(s.naming.HeadScore(), "the title names ", head, "")
	}
	if named.Category {
		part(s.naming.CategoryScore(), "the category names ", head, "")
	}
	return parts
}

// explainPart is called in so many places that copies of it would take more bytes
// than the calls take time.
//
//go:noinline
func explainPart(score, factor float64, description string) wire.Explanation {
	return wire.Explanation{
		Value:       score * factor,
		Description: description + ": share of the idf * coverage",
		Details: []wire.Explanation{
			{Value: score, Description: "share of the idf"},
			{Value: factor, Description: coverage},
		},
	}
}
