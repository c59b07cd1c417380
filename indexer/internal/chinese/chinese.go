// Package chinese finds what a bundle must say of its Chinese texts, since the
// engine has no dictionary: the words that they are made of, and the Traditional
// characters that Simplified ones stand for. The whole of both is here, in the
// indexer; a bundle gets of it what its own texts have.
//
// The words are those of the dictionary of gse, a port of jieba, that occur in
// the texts, and the names that the shop gives (brands, categories).
package chinese

import (
	"strings"
	"unicode"

	"github.com/vitrine-search/vitrine/shared/text"
)

// Text is what one product says.
type Text struct {
	// Prose is read word by word; Names are words of the shop's own.
	Prose, Names []string
}

// Description is what the engine must know, in the form of text.Options.
type Description struct {
	Words     []string
	WordCosts []uint32
	Variants  string
}

// IsLanguage says whether a BCP 47 tag means Chinese.
func IsLanguage(tag string) bool {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return primary == "zh"
}

// Describe describes the texts. It fails only if the dictionary cannot be read.
func Describe(texts []Text) (Description, error) {
	all := variants()
	c := newCorpus(text.New(text.Options{Variants: all}), texts)
	words, costs, err := c.vocabulary()
	if err != nil {
		return Description{}, err
	}
	return Description{Words: words, WordCosts: costs, Variants: variantsOf(all, c.characters())}, nil
}

// corpus is the runs of Chinese characters in the texts of so many products,
// folded, and how often each occurs; descriptions repeat whole sentences.
type corpus struct {
	products int
	runs     []run
	names    []string
}

type run struct {
	text  []rune
	times int
}

func newCorpus(analyzer *text.Analyzer, texts []Text) corpus {
	c := corpus{products: len(texts)}
	places := make(map[string]int)
	add := func(s string) {
		for _, r := range analyzer.Runs(s) {
			place, known := places[r]
			if !known {
				place = len(c.runs)
				places[r] = place
				c.runs = append(c.runs, run{text: []rune(r)})
			}
			c.runs[place].times++
		}
	}
	names := make(map[string]bool)
	for _, t := range texts {
		for _, s := range t.Prose {
			add(s)
		}
		for _, s := range t.Names {
			add(s)
			for _, r := range analyzer.Runs(s) {
				if !names[r] {
					names[r] = true
					c.names = append(c.names, r)
				}
			}
		}
	}
	return c
}

// characters returns the Chinese characters that occur.
func (c corpus) characters() map[rune]bool {
	all := make(map[rune]bool)
	for _, r := range c.runs {
		for _, character := range r.text {
			if unicode.Is(unicode.Han, character) {
				all[character] = true
			}
		}
	}
	return all
}
