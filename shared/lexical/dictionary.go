package lexical

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// maxShared bounds the prefix that a term says it shares with the one before it,
// so that the byte that says so is none of a term's: those have no control
// characters.
const maxShared = 31

// Spellable reports whether a term can stand in a lexicon: whether it has no
// control character.
func Spellable(term string) bool {
	return !strings.ContainsFunc(term, func(r rune) bool { return r <= maxShared })
}

// appendTerms writes each term as the length of the prefix that it shares with
// the one before it, a byte, and the rest.
func appendTerms(dst []byte, terms []string) []byte {
	previous := ""
	for _, t := range terms {
		n := min(sharedPrefix(t, previous), maxShared)
		dst = append(append(dst, byte(n)), t[n:]...)
		previous = t
	}
	return dst
}

// parseTerms returns the terms that appendTerms wrote, which lie side by side in
// one string, and false if they do not fit together or do not ascend.
func parseTerms(data []byte) (terms []string, ok bool) {
	text := make([]byte, 0, 2*len(data)) // about what the prefixes come to
	starts := make([]int, 0, len(data)/4)
	for at := 0; at < len(data); {
		n, end := int(data[at]), at+1
		for end < len(data) && data[end] > maxShared {
			end++
		}
		start, previous := len(text), 0
		if len(starts) > 0 {
			previous = starts[len(starts)-1]
		}
		if n > maxShared || n > start-previous {
			return nil, false
		}
		text = append(append(text, text[previous:previous+n]...), data[at+1:end]...)
		starts = append(starts, start)
		at = end
	}
	all := string(text)
	terms = make([]string, len(starts))
	for i, start := range starts {
		end := len(all)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		terms[i] = all[start:end]
		if i > 0 && terms[i] <= terms[i-1] {
			return nil, false
		}
	}
	return terms, true
}

// The codes of the terms go by frequency, so that frequent terms have short ones,
// but not exactly: that would take every frequency to read the codes again. A
// term has a tier, and within a tier the terms' own order counts. The first tier
// holds the codes of one byte, and each holds with all before it four times as
// many terms as those: the streams are as small as by exact ranks.
const firstTier = oneByteCodes - firstTermCode

// tiers returns the tier of each term.
func tiers(frequencies []uint32) []uint32 {
	ordered := make([]uint32, len(frequencies))
	for i := range ordered {
		ordered[i] = uint32(i)
	}
	slices.SortStableFunc(ordered, func(a, b uint32) int { return cmp.Compare(frequencies[b], frequencies[a]) })
	of := make([]uint32, len(frequencies))
	tier, end := uint32(0), firstTier
	for rank, term := range ordered {
		if rank == end {
			tier, end = tier+1, 4*end
		}
		of[term] = tier
	}
	return of
}

// byTier returns the terms' numbers ordered by their tiers, those of one tier as
// they are: the n-th of them has the code firstTermCode + n.
func byTier(tiers []uint32) []uint32 {
	var counts, ends [maxTier + 2]uint32 // the last is of tiers that cannot be
	for _, t := range tiers {
		counts[min(t, maxTier+1)]++
	}
	known := uint32(0)
	for tier, n := range counts[:maxTier+1] {
		ends[tier] = known
		known += n
	}
	ends[maxTier+1] = known
	ordered := make([]uint32, len(tiers))
	for term, t := range tiers {
		end := &ends[min(t, maxTier+1)]
		ordered[*end] = uint32(term)
		*end++
	}
	return ordered[:known]
}

// maxTier is that of the last of 2^32 terms: 188 * 4^13 are more.
const maxTier = 13

func decodeTerms(p *bundle.Part) (terms []string, ranked []uint32) {
	terms, ok := parseTerms(p.Bytes("terms"))
	if !ok {
		p.Fail("has terms that do not fit together")
		return nil, nil
	}
	ranked = byTier(p.Uints("tiers"))
	if len(ranked) != len(terms) {
		p.Fail("has not one tier for each term")
		return nil, nil
	}
	return terms, ranked
}
