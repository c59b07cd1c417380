package engine

import (
	"math"
	"unicode"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// evidence is how much the products on each shelf speak of what a query says. Few
// products say that one rests one's feet on them, yet most of those that do are
// footstools. It holds the memory of one search.
type evidence struct {
	index   *lexical.Index
	shelves *shelves
	// counts and scores (shelves) are those of one word and of the query, most the
	// greatest score.
	counts, scores []float64
	most           float64
	// seen (products) is the word that counted each product last.
	seen []uint32
	word uint32
}

// A shelf counts for a word by n / (n + shelfShare*size + 1), where n is how many of
// its products have it: fully if nearly all have it, and little if it is one of a
// large shelf.
const shelfShare = 0.3

func newEvidence(index *lexical.Index, x *shelves) evidence {
	n := len(x.products)
	return evidence{
		index: index, shelves: x,
		counts: make([]float64, n), scores: make([]float64, n), seen: make([]uint32, len(x.of)),
	}
}

func (x *evidence) reset() {
	clear(x.scores)
	x.most = 0
}

// add adds a word that has any of the terms, by a weight times how telling it is
// among the shelves.
func (x *evidence) add(weight float64, terms ...uint32) {
	if len(x.counts) == 0 || weight == 0 {
		return
	}
	clear(x.counts)
	x.word++
	having := 0.0
	for _, term := range terms {
		docs, _ := x.index.Postings(term)
		for _, doc := range docs {
			shelf := x.shelves.of[doc]
			if shelf == noShelf || x.seen[doc] == x.word {
				continue
			}
			x.seen[doc] = x.word
			if x.counts[shelf] == 0 {
				having++
			}
			x.counts[shelf]++
		}
	}
	all := float64(len(x.counts))
	factor := weight * math.Log(1+(all-having+0.5)/(having+0.5))
	for shelf, n := range x.counts {
		if n > 0 {
			share := n / (n + float64(shelfShare*float64(len(x.shelves.products[shelf]))) + 1)
			x.scores[shelf] += float64(factor * share)
			x.most = max(x.most, x.scores[shelf])
		}
	}
}

// of is the evidence for a product's shelf beside the shelf that has most, from 0
// to 1.
func (x *evidence) of(doc uint32) float64 {
	shelf := x.shelves.of[doc]
	if shelf == noShelf || x.most == 0 {
		return 0
	}
	return x.scores[shelf] / x.most
}

// strongEvidence is the share of the best shelf's evidence from which on a shelf's
// products are proposed.
const strongEvidence = 0.5

// appendStrong appends the products of the shelves with strong evidence.
func (x *evidence) appendStrong(docs []uint32) []uint32 {
	for shelf, score := range x.scores {
		if x.most > 0 && score >= strongEvidence*x.most {
			docs = append(docs, x.shelves.products[shelf]...)
		}
	}
	return docs
}

// byCharacter lists the catalogue's terms by the Chinese characters in them: words
// that share one often mean something alike, as 暖 does in 保暖, 取暖 and 暖手.
func byCharacter(index *lexical.Index) map[rune][]uint32 {
	terms := make(map[rune][]uint32)
	for term := range uint32(index.Terms()) {
		for _, c := range index.Term(term) {
			if c < unicode.MaxLatin1 || !unicode.Is(unicode.Han, c) {
				continue
			}
			if list := terms[c]; len(list) == 0 || list[len(list)-1] != term {
				terms[c] = append(list, term)
			}
		}
	}
	return terms
}
