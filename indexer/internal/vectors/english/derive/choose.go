package main

import (
	"cmp"
	"slices"

	"github.com/vitrine-search/vitrine/shared/text"
)

// things are the fields of nouns that shops sell or write about (lexnames(5WN)),
// each with the rank of the rarest word that is taken from it. What is made and
// eaten is taken however rare; of the others most names are a botanist's.
var things = map[int]int{
	6:  1 << 30, // noun.artifact
	13: 1 << 30, // noun.food
	5:  100000,  // noun.animal
	8:  100000,  // noun.body
	17: 100000,  // noun.object
	20: 100000,  // noun.plant
	27: 100000,  // noun.substance
}

const (
	// everyForm is the rank down to which a word's forms all stand in the table.
	// Of the rarer words only the most frequent with a stem does: the others are
	// found by it.
	everyForm = 10000
	// everyWord is the rank down to which words are taken that WordNet lacks, such
	// as usb and ipad; below it they are names.
	everyWord = 20000
)

// choose returns at most most words, by falling frequency and then by the
// alphabet: the names of things and the most frequent others.
func choose(g *glove, w *wordnet, most int) []string {
	english := text.New(text.Options{Language: "en"})
	stem := func(word string) string {
		if tokens := english.Analyze(word); len(tokens) == 1 {
			return tokens[0].Term
		}
		return ""
	}
	w.bases(stem)

	type candidate struct {
		word  string
		rank  int
		thing bool
	}
	var candidates []candidate
	consider := func(word string, rank int) {
		base := w.base(word)
		if !isWord(word) || rank > everyForm && base != word && g.counted(base) {
			return
		}
		senses := w.senses[base]
		thing := slices.ContainsFunc(senses, func(s sense) bool { return !s.name && rank <= things[s.field] })
		named := !slices.ContainsFunc(senses, func(s sense) bool { return !s.name })
		if rank > everyWord && named || rank > len(g.words) && !thing {
			return
		}
		candidates = append(candidates, candidate{word, rank, thing})
	}
	for i, word := range g.words {
		consider(word, i+1)
	}
	for _, word := range w.alphabetical() {
		if _, counted := g.index[word]; !counted {
			consider(word, len(g.words)+1)
		}
	}

	byUse := func(a, b candidate) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.word, b.word)) }
	slices.SortFunc(candidates, func(a, b candidate) int {
		if a.thing != b.thing {
			if a.thing {
				return -1
			}
			return 1
		}
		return byUse(a, b)
	})
	candidates = candidates[:min(most, len(candidates))]
	slices.SortFunc(candidates, byUse)
	words := make([]string, len(candidates))
	for i, c := range candidates {
		words[i] = c.word
	}
	return words
}

// isWord tells whether the word is two letters of a to z or more.
func isWord(word string) bool {
	for _, r := range word {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return len(word) > 1
}

// isStopWord names the words that definitions are made with.
var isStopWord = func() map[string]bool {
	set := map[string]bool{}
	for _, word := range letters(`a an the of to for in on at by with and or is are be it its as that this these
		those from not no do does can which used use usually often especially who one has have being been
		when where made having something someone etc any other such than into more most very`) {
		set[word] = true
	}
	return set
}()
