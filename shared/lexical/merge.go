package lexical

import "sort"

// merge puts the joined terms between those that are spelt out, which x has so
// far, and returns a bound of how many products each term has: what was spelt and
// what was joined may be the same term. It returns false if a joined term is longer
// than it may be.
func (x *Index) merge(s *scanned) (most []uint32, ok bool) {
	pairs := s.joined.all
	joined, ok := x.spellJoined(pairs)
	if !ok {
		return nil, false
	}
	terms := make([]string, 0, len(x.terms)+len(joined))
	words := make([]uint32, 0, cap(terms))
	// spelt and numbers are where each term stands now.
	spelt, numbers := make([]uint32, len(x.terms)), make([]uint32, len(joined))
	next := 0
	before := func(end int) {
		for i := next; i < end; i++ {
			spelt[i] = uint32(len(terms) + i - next)
		}
		terms, words = append(terms, x.terms[next:end]...), append(words, x.words.of[next:end]...)
		next = end
	}
	for _, i := range inOrder(joined) {
		term, end := joined[i], next
		for end < len(x.terms) && x.terms[end] <= term {
			end++
		}
		before(end)
		if len(terms) == 0 || terms[len(terms)-1] != term {
			// The word of two is made as that of the second.
			terms, words = append(terms, term), append(words, x.words.of[x.ranked[pairs[i].second]])
		}
		numbers[i] = uint32(len(terms) - 1)
	}
	before(len(x.terms))

	most = make([]uint32, len(terms))
	for code, term := range x.ranked {
		x.ranked[code] = spelt[term]
		most[spelt[term]] = s.counts[code].Products
	}
	for i, number := range numbers {
		most[number] += pairs[i].count.Products
	}
	x.ranked = append(x.ranked, numbers...)
	x.terms, x.words.of = terms, words
	return most, true
}

// inOrder returns the places of the texts, ascending: sorted by their first eight
// bytes without comparing, and then where those are the same.
func inOrder(texts []string) []uint32 {
	heads := make([]uint64, len(texts))
	places, others := make([]uint32, len(texts)), make([]uint32, len(texts))
	for i, text := range texts {
		places[i] = uint32(i)
		for k := range 8 {
			heads[i] <<= 8
			if k < len(text) {
				heads[i] |= uint64(text[k])
			}
		}
	}
	for shift := 0; shift < 64; shift += 8 {
		var ends [256]int
		for _, head := range heads {
			ends[head>>shift&255]++
		}
		sum := 0
		for value := range ends {
			n := ends[value]
			ends[value] = sum
			sum += n
		}
		for _, place := range places {
			end := &ends[heads[place]>>shift&255]
			others[*end] = place
			*end++
		}
		places, others = others, places
	}
	for from, to := 0, 0; from < len(places); from = to {
		for to < len(places) && heads[places[to]] == heads[places[from]] {
			to++
		}
		if alike := places[from:to]; len(alike) > 1 {
			sort.Slice(alike, func(i, k int) bool { return texts[alike[i]] < texts[alike[k]] })
		}
	}
	return places
}

// spellJoined returns the joined terms: the word of the first and the second term.
// They lie side by side in one string.
func (x *Index) spellJoined(pairs []pair) (terms []string, ok bool) {
	ends := make([]int, len(pairs))
	text := make([]byte, 0, 16*len(pairs))
	for i, p := range pairs {
		start := len(text)
		first, second := x.ranked[p.first], x.ranked[p.second]
		kept, ending := x.words.parts(first, len(x.terms[first]))
		text = append(append(append(text, x.terms[first][:kept]...), ending...), x.terms[second]...)
		if len(text)-start > maxJoined {
			return nil, false
		}
		ends[i] = len(text)
	}
	terms = make([]string, len(pairs))
	all, start := string(text), 0
	for i, end := range ends {
		terms[i], start = all[start:end], end
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
