package lexical

import "sort"

// merge puts the joined terms between those that are spelt out, which x has so
// far, and returns a bound of how many products each term has: what was spelt and
// what was joined may be the same term. It returns false if a joined term is longer
// than it may be.
func (x *Index) merge(e *expander) (most []uint32, ok bool) {
	pairs := e.joined.all
	joined, ok := x.spellJoined(pairs)
	if !ok {
		return nil, false
	}
	order := make([]int, len(joined))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, k int) bool { return joined[order[i]] < joined[order[k]] })

	terms := make([]string, 0, len(x.terms)+len(joined))
	words := make([]uint32, 0, cap(terms))
	// spelt and numbers are where each term stands now.
	spelt, numbers := make([]uint32, len(x.terms)), make([]uint32, len(joined))
	for next := 0; next < len(spelt) || len(order) > 0; {
		var term string
		var word uint32
		var number *uint32
		if len(order) == 0 || next < len(spelt) && x.terms[next] <= joined[order[0]] {
			term, word, number = x.terms[next], x.words.of[next], &spelt[next]
			next++
		} else {
			i := order[0]
			// The word of two is made as that of the second.
			term, word, number = joined[i], x.words.of[x.ranked[pairs[i].second]], &numbers[i]
			order = order[1:]
		}
		if len(terms) == 0 || terms[len(terms)-1] != term {
			terms, words = append(terms, term), append(words, word)
		}
		*number = uint32(len(terms) - 1)
	}

	most = make([]uint32, len(terms))
	for code, term := range x.ranked {
		x.ranked[code] = spelt[term]
		most[spelt[term]] = e.counts[code].products
	}
	for i, number := range numbers {
		most[number] += pairs[i].count.products
	}
	x.ranked = append(x.ranked, numbers...)
	x.terms, x.words.of = terms, words
	return most, true
}

// spellJoined returns the joined terms: the word of the first and the second term.
func (x *Index) spellJoined(pairs []pair) (terms []string, ok bool) {
	terms = make([]string, len(pairs))
	for i, p := range pairs {
		first, second := x.ranked[p.first], x.ranked[p.second]
		kept, ending := x.words.parts(first, len(x.terms[first]))
		terms[i] = x.terms[first][:kept] + ending + x.terms[second]
		if len(terms[i]) > maxJoined {
			return nil, false
		}
	}
	return terms, true
}

// share computes how many bytes each term's word shares with the term before it,
// of those that it has from its own term.
func (x *Index) share() {
	x.shared = make([]uint32, len(x.terms))
	for i := 1; i < len(x.terms); i++ {
		kept, _ := x.words.parts(uint32(i), len(x.terms[i]))
		x.shared[i] = uint32(min(kept, sharedPrefix(x.terms[i-1], x.terms[i])))
	}
}
