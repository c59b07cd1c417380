package lexical

import (
	"math"
	"sort"
)

// The noisy channel, in natural logarithms: how many times likelier a word must
// be by itself to make up for being further from what was typed. Chosen on the
// development queries of the hardware shop, where they have flat optima.
const (
	oneEditFrom, twoEditsFrom = 4, 8
	editCost                  = 3.0
	// firstLetterCost is added where the first letter differs, which people
	// rarely get wrong.
	firstLetterCost = 2.0
	// unseen is counted for products with two words that none has together.
	unseen = 0.3
	// leastLikely keeps a rare word from being read into what is no word at all.
	leastLikely = -3.0
	// maxCandidates bounds the candidates that are weighed by their neighbours.
	maxCandidates = 12
)

// Candidate is a term whose word may have been meant.
type Candidate struct {
	Term     uint32
	Distance int
	// Likelihood is a logarithm: the difference of two says how many times
	// likelier one is than the other.
	Likelihood float64
}

// Correct returns the terms that a word may have been meant for, likeliest first:
// those that are frequent, alike, and found in the same products as the
// neighbours, the other words of the query. The word's own term is among them at
// no distance, if it has one. After Kernighan, Church and Gale, "A Spelling
// Correction Program Based on a Noisy Channel Model", 1990, with all edits
// equally likely.
func (x *Index) Correct(word string, neighbours []uint32) []Candidate {
	edits := allowedEdits(word)
	if edits == 0 {
		return nil
	}
	var found []Candidate
	x.Similar(word, edits, func(term uint32, distance int) {
		if !IsLetters(x.terms[term]) {
			return
		}
		likelihood := math.Log(float64(x.counts[term])) - float64(editCost*float64(distance))
		if x.terms[term][0] != word[0] {
			likelihood -= firstLetterCost
		}
		if distance == 0 || likelihood >= leastLikely {
			found = append(found, Candidate{Term: term, Distance: distance, Likelihood: likelihood})
		}
	})
	sortLikeliest(found)
	found = found[:min(len(found), maxCandidates)]
	for i := range found {
		n := float64(x.counts[found[i].Term])
		for _, neighbour := range neighbours {
			both := float64(x.together(found[i].Term, neighbour))
			found[i].Likelihood += math.Log((both + unseen) / (n + 1))
		}
	}
	sortLikeliest(found)
	return found
}

func sortLikeliest(found []Candidate) {
	sort.Slice(found, func(i, j int) bool {
		a, b := found[i], found[j]
		return a.Likelihood > b.Likelihood || a.Likelihood == b.Likelihood && a.Term < b.Term
	})
}

// allowedEdits returns how far a word may be from what was meant; 0 for what is
// not to be corrected, such as numbers, codes and Chinese.
func allowedEdits(word string) int {
	switch {
	case !IsLetters(word) || len(word) < oneEditFrom:
		return 0
	case len(word) < twoEditsFrom:
		return 1
	}
	return 2
}

// IsLetters says whether a folded word is made of Latin letters alone, as those
// are that are corrected, joined and taken apart.
func IsLetters(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word != ""
}
