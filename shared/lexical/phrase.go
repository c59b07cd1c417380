package lexical

import (
	"cmp"
	"math"
	"slices"
)

// Phrase is terms in places next to each other. Of each place one of the terms
// stands there; a place without terms is any word, or one that was dropped. The
// first and the last have terms.
type Phrase [][]uint32

// maxPlaces is how many places of a phrase are looked at: the bits of a word.
const maxPlaces = 64

// FindPhrase returns the products that have a phrase in some field, ascending;
// at most so many if most is positive.
func (x *Index) FindPhrase(p Phrase, most int) []uint32 {
	p = p[:min(len(p), maxPlaces)]
	if len(p) == 0 {
		return nil
	}
	rarest := slices.MinFunc(p, func(a, b []uint32) int { return cmp.Compare(x.occurrences(a), x.occurrences(b)) })
	byField := make([]int, len(Fields))
	var found []uint32
	for _, doc := range x.withAny(rarest) {
		if x.hasAll(doc, p) && x.CountPhrase(doc, p, byField) > 0 {
			if found = append(found, doc); len(found) == most {
				break
			}
		}
	}
	return found
}

// occurrences counts the products of the terms of a place; there is no end of
// those of an empty one.
func (x *Index) occurrences(place []uint32) int {
	if len(place) == 0 {
		return math.MaxInt
	}
	n := 0
	for _, t := range place {
		n += x.DocumentFrequency(t)
	}
	return n
}

// withAny returns the products that have any of the terms, ascending.
func (x *Index) withAny(terms []uint32) []uint32 {
	if len(terms) == 1 {
		docs, _ := x.Postings(terms[0])
		return docs
	}
	var all []uint32
	for _, t := range terms {
		docs, _ := x.Postings(t)
		all = append(all, docs...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// hasAll says whether a product has a term of every place, wherever it stands.
func (x *Index) hasAll(doc uint32, p Phrase) bool {
	for _, place := range p {
		has := len(place) == 0
		for _, t := range place {
			docs, _ := x.Postings(t)
			if _, has = slices.BinarySearch(docs, doc); has {
				break
			}
		}
		if !has {
			return false
		}
	}
	return true
}

// CountPhrase counts how often a phrase stands in a product, and in byField
// (Fields) how often in each field. It reads the product's text once, by the
// shift-and algorithm of Baeza-Yates and Gonnet: bit i of the state says that
// the places up to i stand before and at the position.
func (x *Index) CountPhrase(doc uint32, p Phrase, byField []int) (total int) {
	p = p[:min(len(p), maxPlaces)]
	clear(byField)
	if len(p) == 0 {
		return 0
	}
	var open uint64
	for i, place := range p {
		if len(place) == 0 {
			open |= 1 << i
		}
	}
	last := uint64(1) << (len(p) - 1)
	at := int(x.starts[doc])
	for field := range Fields {
		// state is that of the position before the one being read, places are
		// those that its terms fit.
		var state, places uint64
		for same := false; ; {
			var code uint32
			if code, at = nextCode(x.streams, at); code == codeSamePosition {
				same = true
				continue
			}
			if !same {
				state = (state<<1 | 1) & (places | open)
				if state&last != 0 {
					byField[field]++
					total++
				}
				places = 0
			}
			if code == codeEndOfField {
				break
			}
			if code >= firstTermCode {
				places |= p.placesOf(x.ranked[code-firstTermCode])
			}
			same = false
		}
	}
	return total
}

// placesOf returns the places that a term fits, as bits.
func (p Phrase) placesOf(term uint32) (places uint64) {
	for i, place := range p {
		for _, t := range place {
			if t == term {
				places |= 1 << i
			}
		}
	}
	return places
}
