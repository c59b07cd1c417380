package lexical

import "slices"

// maxAdjoining bounds the products in which two words are looked for side by side.
const maxAdjoining = 100

// Adjoining counts the products in whose text the second term stands right after
// the first: all of them, or those among the first 100 that have both. Unlike
// FindPhrase it takes no longer for frequent terms that never stand so.
func (x *Index) Adjoining(first, second uint32) (count int) {
	few, _ := x.Postings(first)
	many, _ := x.Postings(second)
	if len(few) > len(many) {
		few, many = many, few
	}
	p, byField := Phrase{{first}, {second}}, make([]int, len(Fields))
	looked := 0
	for _, doc := range few {
		i, both := slices.BinarySearch(many, doc)
		many = many[i:]
		if !both {
			continue
		}
		if x.CountPhrase(doc, p, byField) > 0 {
			count++
		}
		looked++
		if looked == maxAdjoining {
			break
		}
	}
	return count
}
