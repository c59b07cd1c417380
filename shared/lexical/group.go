package lexical

import (
	"cmp"
	"slices"
	"sort"
)

// eachOfAll calls visit for every product that has all terms of a group, with the
// sum of what they score and the least of their weights.
func (x *Index) eachOfAll(group []Weighted, visit func(doc uint32, score, weight float64)) {
	if len(group) == 0 {
		return
	}
	byCount := slices.Clone(group)
	sort.Slice(byCount, func(i, j int) bool { return x.counts[byCount[i].Term] < x.counts[byCount[j].Term] })
	weight := slices.MinFunc(group, func(a, b Weighted) int { return cmp.Compare(a.Weight, b.Weight) }).Weight
	docs, impacts := x.run(byCount[0].Term)
	for i, doc := range docs {
		score := float64(byCount[0].factor() * float64(impacts[i]))
		if rest, ok := x.scoreAll(byCount[1:], doc); ok && score+rest > 0 {
			visit(doc, score+rest, weight)
		}
	}
}

// scoreAll returns the sum of what the terms score in a product, and whether it
// has them all.
func (x *Index) scoreAll(terms []Weighted, doc uint32) (sum float64, all bool) {
	for _, t := range terms {
		docs, impacts := x.run(t.Term)
		i, found := slices.BinarySearch(docs, doc)
		if !found {
			return 0, false
		}
		sum += float64(t.factor() * float64(impacts[i]))
	}
	return sum, true
}

// HasUncorrected says whether a product has something that stands for the word of
// the clause and is no correction.
func (x *Index) HasUncorrected(doc uint32, c Clause) bool {
	for i := range c.Terms {
		if c.Terms[i].Relation != Corrected && x.hasEach(doc, c.Terms[i:i+1]) {
			return true
		}
	}
	for _, group := range c.Groups {
		if len(group) > 0 && group[0].Relation != Corrected && x.hasEach(doc, group) {
			return true
		}
	}
	return false
}

func (x *Index) hasEach(doc uint32, terms []Weighted) bool {
	_, all := x.scoreAll(terms, doc)
	return all
}
