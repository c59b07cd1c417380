package lexical

import "slices"

// maxAdjoining bounds the products in which two words are looked for side by side.
const maxAdjoining = 100

// Adjoining counts the products in whose text the second term stands right after
// the first: all of them, or those among the first 100 that have both.
func (x *Index) Adjoining(first, second uint32) (count int) {
	few, _ := x.Postings(first)
	many, _ := x.Postings(second)
	if len(few) > len(many) {
		few, many = many, few
	}
	looked := 0
	for _, doc := range few {
		i, both := slices.BinarySearch(many, doc)
		many = many[i:]
		if !both {
			continue
		}
		if x.adjoin(doc, first, second) {
			count++
		}
		looked++
		if looked == maxAdjoining {
			break
		}
	}
	return count
}

// adjoin says whether the second term stands right after the first in a product's
// text.
func (x *Index) adjoin(doc, first, second uint32) (adjoin bool) {
	in, at := -1, uint32(0)
	x.Walk(doc, func(field int, position, term uint32) {
		adjoin = adjoin || term == second && field == in && position == at+1
		if term == first {
			in, at = field, position
		}
	})
	return adjoin
}
