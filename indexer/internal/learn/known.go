package learn

import (
	"math"
	"strings"

	"github.com/vitrine-search/vitrine/indexer/internal/train"
	"github.com/vitrine-search/vitrine/indexer/internal/vectors"
	"github.com/vitrine-search/vitrine/indexer/internal/vectors/english"
)

// wholeLanguage is how many words a file of vectors must have for its order to say
// how frequent words are in general: fewer are a shop's own, or a selection.
const wholeLanguage = 10_000

// known is what is known of words before the catalogue is read.
type known struct {
	// source is where it comes from, for people; "" if nothing is known.
	source  string
	vectors *vectors.Vectors
	// rank is the place of a word among all of the language by frequency, from 1;
	// nil where nobody knows.
	rank func(word string) int
	// notices are the licences of what is known, as far as it came with this program.
	notices string
}

// openKnown opens the vectors that the options name.
func openKnown(path, language string) (known, error) {
	isEnglish := firstSubtag(language) == "en"
	var k known
	if isEnglish {
		k.rank = rankIn(english.Load())
	}
	if isEnglish && path != NoVectors {
		k.notices = english.Notices()
	}
	switch {
	case path == NoVectors:
		return k, nil
	case path != "":
		v, err := vectors.Open(path)
		if err != nil {
			return known{}, err
		}
		k.source, k.vectors = path, v
		if !isEnglish && v.Len() >= wholeLanguage {
			k.rank = placeIn(v)
		}
	case isEnglish:
		k.source, k.vectors = "general English, built in", english.Load().Vectors()
	}
	return k, nil
}

// start returns what training starts from: the known vectors, or those of a
// teacher in their place, with the known frequencies.
func (k known) start(learned *vectors.Vectors) *train.Start {
	v := k.vectors
	if learned != nil {
		v = learned
	}
	if v == nil {
		return nil
	}
	start := &train.Start{Vectors: v}
	if k.rank != nil {
		start.Rank = func(i int) int { return k.rank(v.Word(i)) }
	}
	return start
}

// firstSubtag returns the language of a BCP 47 tag.
func firstSubtag(tag string) string {
	first, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(first)
}

// rankIn returns the ranks of general English. A word that it lacks is a rare one.
func rankIn(general *english.General) func(word string) int {
	return func(word string) int {
		i, ok := general.Vectors().Lookup(strings.ToLower(word))
		if !ok {
			return math.MaxInt
		}
		return general.Rank(i)
	}
}

// placeIn returns the places of words in a file that has them by falling frequency.
func placeIn(v *vectors.Vectors) func(word string) int {
	return func(word string) int {
		i, ok := v.Lookup(word)
		if !ok {
			return math.MaxInt
		}
		return i + 1
	}
}
