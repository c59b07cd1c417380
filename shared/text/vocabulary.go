package text

import (
	"math"
	"slices"
	"unicode/utf8"
)

// unknownCost is the cost of a character that is not among the words, the most
// that a word can have; stopCost that of a stop word that is not.
const (
	unknownCost = math.MaxUint8
	stopCost    = 100
)

// vocabulary is the words that runs of Chinese characters are made of, and what
// each costs.
type vocabulary struct {
	costs map[string]uint8
	// longest is the length of the longest word, in bytes.
	longest int
}

// newVocabulary returns the vocabulary of the words, or nil if there are none.
// The stop words belong to it, or nobody could tell them from the words around
// them.
func newVocabulary(words []string, costs []uint32, stop map[string]bool) *vocabulary {
	if len(words) == 0 || len(words) != len(costs) {
		return nil
	}
	v := &vocabulary{costs: make(map[string]uint8, len(words))}
	for i, w := range words {
		v.add(w, uint8(min(costs[i], unknownCost)))
	}
	for w := range stop {
		if _, known := v.costs[w]; !known {
			v.add(w, stopCost)
		}
	}
	return v
}

func (v *vocabulary) add(word string, cost uint8) {
	if word != "" && len(word) <= maxWord {
		v.costs[word] = cost
		v.longest = max(v.longest, len(word))
	}
}

// step is the best path from one place in a run to the run's end: its cost, and
// the length in bytes of its first word.
type step struct {
	cost   uint32
	length uint8
}

// path finds the best path from each place in the run to the end: that whose words
// cost the least in sum, and between equals the one whose first word is the
// longest. It returns the steps by place, in the memory of the given ones. It
// looks no further than a word's length from each place, so that its time is
// linear in the length of the run.
func (v *vocabulary) path(run string, steps []step) []step {
	steps = slices.Grow(steps[:0], len(run)+1)[:len(run)+1]
	steps[len(run)] = step{}
	for start := len(run) - 1; start >= 0; start-- {
		if !utf8.RuneStart(run[start]) {
			// Only a path through what is not UTF-8 leads here.
			steps[start] = step{cost: unknownCost + steps[start+1].cost, length: 1}
			continue
		}
		_, size := utf8.DecodeRuneInString(run[start:])
		best := step{cost: unknownCost + steps[start+size].cost, length: uint8(size)}
		for end := start + size; end-start <= v.longest; end += size {
			if cost, known := v.costs[run[start:end]]; known {
				if total := uint32(cost) + steps[end].cost; total <= best.cost {
					best = step{cost: total, length: uint8(end - start)}
				}
			}
			if end == len(run) {
				break
			}
			_, size = utf8.DecodeRuneInString(run[end:])
		}
		steps[start] = best
	}
	return steps
}

// Cut returns the words of a run of Chinese characters, which is folded: those of
// the best path. What is no word is cut into its characters.
func (a *Analyzer) Cut(run string) []string {
	v := a.words
	if v == nil {
		v = new(vocabulary)
	}
	steps := v.path(run, nil)
	var words []string
	for i := 0; i < len(run); i += int(steps[i].length) {
		words = append(words, run[i:i+int(steps[i].length)])
	}
	return words
}

// Runs returns the runs of Chinese and Japanese characters in a text, folded.
func (a *Analyzer) Runs(s string) []string {
	f := a.fold(s)
	var runs []string
	for _, at := range appendAtoms(nil, f.text) {
		if at.kind == ideographs {
			runs = append(runs, f.text[at.start:at.end])
		}
	}
	return runs
}
