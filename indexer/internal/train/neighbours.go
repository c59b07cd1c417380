package train

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

const (
	// maxNeighbours is how many neighbours of a product are known.
	maxNeighbours = 8
	// A word that more than one product in tellingShare has says little about which
	// products are alike, and is looked for in leastTelling products anyway.
	tellingShare = 20
	leastTelling = 50
)

// neighbours finds products that are hard to tell from a given one: of its
// narrowest category, or, where the shop has none, those that BM25 finds by the
// words of its title.
type neighbours struct {
	index  *lexical.Index
	corpus *corpus
	random *rand.Rand
	// members has the products of each category.
	members [][]uint32
	// found (products) are the neighbours by BM25, nil until they are sought.
	found       [][]uint32
	accumulator *lexical.Accumulator
}

func newNeighbours(x *lexical.Index, c *corpus, random *rand.Rand) *neighbours {
	n := &neighbours{
		index: x, corpus: c, random: random,
		found: make([][]uint32, c.products()), accumulator: x.NewAccumulator(),
	}
	for doc, number := range c.categories {
		for int(number) >= len(n.members) {
			n.members = append(n.members, nil)
		}
		n.members[number] = append(n.members[number], uint32(doc))
	}
	return n
}

// draw returns a neighbour of a product, which may be the product itself.
func (n *neighbours) draw(doc uint32) uint32 {
	among := n.members[n.corpus.categories[doc]]
	if len(n.members) == 1 || len(among) == 1 {
		among = n.search(doc)
	}
	if len(among) == 0 {
		return doc
	}
	return among[n.random.IntN(len(among))]
}

// search returns the products that BM25 finds by the words of a product's title.
func (n *neighbours) search(doc uint32) []uint32 {
	if n.found[doc] != nil {
		return n.found[doc]
	}
	x, a := n.index, n.accumulator
	words := slices.Clone(n.corpus.field(doc, title))
	slices.Sort(words)
	for _, row := range slices.Compact(words) {
		term := n.corpus.terms[row]
		if df := x.DocumentFrequency(term); df <= max(leastTelling, x.Products()/tellingShare) {
			x.Add(a, lexical.Clause{Terms: []lexical.Weighted{{Term: term, Weight: 1, IDF: x.IDF(df)}}})
		}
	}
	found := slices.DeleteFunc(slices.Clone(a.Matched()), func(other uint32) bool { return other == doc })
	slices.SortFunc(found, func(b, c uint32) int { return cmp.Or(cmp.Compare(a.Score(c), a.Score(b)), cmp.Compare(b, c)) })
	a.Reset()
	n.found[doc] = append([]uint32{}, found[:min(maxNeighbours, len(found))]...)
	return n.found[doc]
}
