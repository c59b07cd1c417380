package teacher

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// maxText is how many characters of a text are embedded. What a title has beyond
// them is a list of features that says no more what the product is.
const maxText = 300

// Catalogue is what the teacher is asked about.
type Catalogue struct {
	// Words are the words to be learned, as people write them.
	Words  []string
	Titles []Title
}

// Title is the title of a product.
type Title struct {
	Text string
	// Words are the numbers of its words in Catalogue.Words, each once.
	Words []uint32
}

// Read returns the words of an index by falling frequency, and the titles. A term
// stands for the word that it was most often written as. Terms without a letter
// are left out, and so are those with a digit that only one product has: these are
// numbers and the names of models, of which no teacher knows anything.
//
// The caller may append words that the catalogue lacks: they get rows too.
func Read(index *lexical.Index, analyzer *text.Analyzer, titles []string) Catalogue {
	terms := make([]uint32, 0, index.Terms())
	for term := range uint32(index.Terms()) {
		if tells(index.Term(term), index.DocumentFrequency(term)) {
			terms = append(terms, term)
		}
	}
	slices.SortStableFunc(terms, func(a, b uint32) int {
		return cmp.Compare(index.DocumentFrequency(b), index.DocumentFrequency(a))
	})
	var c Catalogue
	byWord, byTerm := map[string]uint32{}, make(map[string]uint32, len(terms))
	for _, term := range terms {
		word := index.Word(term)
		number, known := byWord[word]
		if !known {
			number = uint32(len(c.Words))
			byWord[word] = number
			c.Words = append(c.Words, word)
		}
		byTerm[index.Term(term)] = number
	}
	for _, title := range titles {
		c.Titles = append(c.Titles, Title{title, wordsOf(analyzer.Analyze(title), byTerm)})
	}
	return c
}

func tells(term string, products int) bool {
	return strings.ContainsFunc(term, unicode.IsLetter) && (products > 1 || !strings.ContainsFunc(term, unicode.IsDigit))
}

// wordsOf returns the numbers of the words of a title, each once. Of several forms
// of one word it takes the first, as a query has it.
func wordsOf(tokens []text.Token, byTerm map[string]uint32) []uint32 {
	var words []uint32
	position := 0
	for _, token := range tokens {
		number, known := byTerm[token.Term]
		if known && token.Position != position && !slices.Contains(words, number) {
			words = append(words, number)
		}
		position = token.Position
	}
	return words
}

// check fails where a title names a word that is not there.
func (c Catalogue) check() error {
	for i, title := range c.Titles {
		for _, word := range title.Words {
			if int64(word) >= int64(len(c.Words)) {
				return fmt.Errorf("title %d has the word number %d of %d", i, word, len(c.Words))
			}
		}
	}
	return nil
}

// asked returns a text as the teacher is asked about it, "" where there is
// nothing to ask.
func asked(prefix, s string) string {
	s = strings.TrimSpace(strings.ToValidUTF8(s, ""))
	if utf8.RuneCountInString(s) > maxText {
		s = strings.TrimSpace(string([]rune(s)[:maxText]))
	}
	if s == "" {
		return ""
	}
	return prefix + s
}
