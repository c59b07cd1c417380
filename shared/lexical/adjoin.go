package lexical

import "slices"

// maxAdjoining bounds the products in which two words are looked for side by side.
const maxAdjoining = 100

// Adjoining counts the products in whose text the second term stands right after
// the first: all of them, or those among the first 100 that have both. Unlike
// FindPhrase it takes no longer for frequent terms that never stand so.
func (x *Index) Adjoining(first, second uint32) (count int) {
	p, byField := Phrase{{first}, {second}}, make([]int, len(Fields))
	looked := 0
	x.eachBoth(first, second, func(doc uint32) bool {
		if x.CountPhrase(doc, p, byField) > 0 {
			count++
		}
		looked++
		return looked < maxAdjoining
	})
	return count
}

// together counts the products that have both terms.
func (x *Index) together(a, b uint32) (count int) {
	x.eachBoth(a, b, func(uint32) bool {
		count++
		return true
	})
	return count
}

// eachBoth calls visit for the products that have both terms, ascending, until it
// returns false. The rarer term leads the way.
func (x *Index) eachBoth(a, b uint32, visit func(doc uint32) bool) {
	few, _ := x.Postings(a)
	many, _ := x.Postings(b)
	if len(few) > len(many) {
		few, many = many, few
	}
	for _, doc := range few {
		i, both := slices.BinarySearch(many, doc)
		many = many[i:]
		if both && !visit(doc) {
			return
		}
	}
}
