package lexical

import (
	"cmp"
	"slices"
	"strings"
)

// merge puts the joined terms between those that are spelt out, which x has so
// far, and returns how often each term occurs. It returns false if one of them is
// longer than it may be.
func (x *Index) merge(e *expander) (frequencies []uint32, ok bool) {
	joined, ok := x.spellJoined(e.joined)
	if !ok {
		return nil, false
	}
	order := make([]uint32, len(joined))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(strings.Compare(joined[a], joined[b]), cmp.Compare(a, b))
	})

	terms := make([]string, 0, len(x.terms)+len(joined))
	of := make([]uint32, 0, cap(terms))
	spelt := make([]uint32, len(x.terms))
	numbers := make([]uint32, len(joined))
	add := func(term string, word uint32) uint32 {
		terms, of = append(terms, term), append(of, word)
		return uint32(len(terms) - 1)
	}
	next := 0
	addNext := func() {
		spelt[next] = add(x.terms[next], x.words.of[next])
		next++
	}
	for _, i := range order {
		for next < len(x.terms) && x.terms[next] <= joined[i] {
			addNext()
		}
		if last := len(terms) - 1; last >= 0 && terms[last] == joined[i] {
			numbers[i] = uint32(last)
			continue
		}
		// The word of two is made as that of the second.
		numbers[i] = add(joined[i], x.words.of[x.ranked[e.joined[i].second]])
	}
	for next < len(x.terms) {
		addNext()
	}

	for code, term := range x.ranked {
		x.ranked[code] = spelt[term]
	}
	x.ranked = append(x.ranked, numbers...)
	x.terms, x.words.of = terms, of
	frequencies = make([]uint32, len(terms))
	for code, n := range e.counts {
		frequencies[x.ranked[code]] += n
	}
	return frequencies, true
}

// spellJoined returns the joined terms: the word of the first and the second term.
// They lie side by side in one string.
func (x *Index) spellJoined(pairs []pair) (terms []string, ok bool) {
	var text strings.Builder
	ends := make([]int, len(pairs))
	for i, p := range pairs {
		first, second := x.ranked[p.first], x.terms[x.ranked[p.second]]
		kept, ending := x.words.parts(first, len(x.terms[first]))
		if kept+len(ending)+len(second) > maxJoined {
			return nil, false
		}
		text.WriteString(x.terms[first][:kept])
		text.WriteString(ending)
		text.WriteString(second)
		ends[i] = text.Len()
	}
	terms = make([]string, len(pairs))
	start, all := 0, text.String()
	for i, end := range ends {
		terms[i] = all[start:end]
		start = end
	}
	return terms, true
}

// share computes how many bytes each term shares with the one before it.
func (x *Index) share() {
	x.shared = make([]uint32, len(x.terms))
	for i := 1; i < len(x.terms); i++ {
		x.shared[i] = uint32(sharedPrefix(x.terms[i-1], x.terms[i]))
	}
}
