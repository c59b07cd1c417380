package chinese

import (
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/text"
)

// longestWord bounds the words of the vocabulary, in characters.
const longestWord = 6

// keepAll is how many products may have the shop whose words are all kept. A larger
// one loses those that occur once, a quarter of the bytes, and finds as much.
const keepAll = 1000

// costScale is how many units of cost a bit has: as many as let the rarest word
// of a million stay below the cost of what is no word.
const costScale = 8

// highestCost is that of the rarest words.
const highestCost = math.MaxUint8 - 1

// vocabulary returns the words of the texts, ascending, and their costs: from all
// words that may be, those that are on the best path through some run, counted
// there, and the words within those, which a query may have alone.
func (c corpus) vocabulary() (words []string, costs []uint32, err error) {
	possible, err := c.possible()
	if err != nil {
		return nil, nil, err
	}
	words, costs = priced(possible)
	analyzer := text.New(text.Options{Words: words, WordCosts: costs})
	counts := make(map[string]int)
	for _, r := range c.runs {
		for _, w := range analyzer.Cut(string(r.text)) {
			counts[w] += r.times
			for _, part := range parts(w) {
				if possible[part] > 0 {
					counts[part] += r.times
				}
			}
		}
	}
	if c.products > keepAll {
		maps.DeleteFunc(counts, func(_ string, n int) bool { return n == 1 })
	}
	words, costs = priced(counts)
	return words, costs, nil
}

// possible counts what may be a word: every character, what the dictionary has,
// and the shop's names.
func (c corpus) possible() (map[string]int, error) {
	known, err := dictionary()
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int)
	for _, r := range c.runs {
		for start := range r.text {
			counts[string(r.text[start])] += r.times
			for end := start + 2; end <= min(start+longestWord, len(r.text)); end++ {
				word := string(r.text[start:end])
				if _, _, ok := known.Find([]byte(word)); ok {
					counts[word] += r.times
				}
			}
		}
	}
	for _, name := range c.names {
		if n := utf8.RuneCountInString(name); n > 1 && n <= longestWord {
			counts[name] = max(counts[name], 1)
		}
	}
	return counts, nil
}

// parts returns the runs of two characters or more within a word, without itself.
func parts(word string) []string {
	var all []string
	characters := []rune(word)
	for start := range characters {
		for end := start + 2; end <= len(characters); end++ {
			if end-start < len(characters) {
				all = append(all, string(characters[start:end]))
			}
		}
	}
	return all
}

// priced returns the words, ascending, and what each costs: the logarithm of how
// many words there are for each of this one.
func priced(counts map[string]int) (words []string, costs []uint32) {
	total := 0
	for _, n := range counts {
		total += n
	}
	words = slices.Sorted(maps.Keys(counts))
	for _, w := range words {
		bits := math.Log2(float64(total) / float64(counts[w]))
		costs = append(costs, uint32(min(math.Round(costScale*bits), highestCost)))
	}
	return words, costs
}
