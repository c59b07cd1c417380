package instant

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
)

// longest is how many characters a beginning has at most: after so many the engine is
// there.
const longest = 16

// mostBeginnings bounds how many are answered to choose from, many more than fit.
const mostBeginnings = 3000

// How often what shoppers type is needed. Tuned on development queries for an
// electronics and a hardware shop.
const (
	// waiting is how much less likely the engine is still awaited with each letter.
	waiting = 0.9
	// flatness makes the likely queries' weights more alike, since what titles name
	// most is not by as much what is searched for most.
	flatness = 0.7
	// otherShare is how many queries begin with another word of a title, such as a
	// number, beside those that begin as a likely one does.
	otherShare = 0.1
	// pinyinShare is how many searches for a Chinese word are in Latin letters, beside
	// those in its characters: an input method mostly turns them into characters first.
	pinyinShare = 0.1
)

// beginning is what may have been typed of a query.
type beginning struct {
	key string
	// weight is how often it is likely to be looked up, in proportion.
	weight float64
}

// Key is how a typed text is looked up: in NFKC and lower case, with single spaces
// and none at its ends.
func Key(typed string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(typed))), " ")
}

// beginnings returns what is typed of the queries that are likely in a shop with these
// titles, letter by letter, the likeliest first: the empty text, and as many more as
// are worth an answer.
func beginnings(likely suggest.Made, titles []string) []beginning {
	w := make(weights)
	everything := 0.0
	readings := make(map[int][]string)
	for _, r := range likely.Readings {
		readings[int(r.Entry)] = append(readings[int(r.Entry)], strings.ReplaceAll(r.Syllables, " ", ""), initials(r.Syllables))
	}
	for i, query := range likely.Weighed {
		weight := math.Pow(query.Weight, flatness)
		everything += weight
		w.add(weight, query.Text)
		w.add(pinyinShare*weight, readings[i]...)
	}
	everything = cmp.Or(everything, 1) // where nothing is likely, words of titles are typed
	words := wordsOf(titles)
	for _, word := range words {
		w.add(otherShare*everything/float64(len(words)), word)
	}
	// Whatever is typed, nothing was typed before.
	all := []beginning{{weight: everything}}
	for key, weight := range w {
		all = append(all, beginning{key, weight})
	}
	slices.SortFunc(all, func(a, b beginning) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(len(a.key), len(b.key)), strings.Compare(a.key, b.key))
	})
	return all[:min(len(all), mostBeginnings)]
}

// weights says how often each beginning is looked up.
type weights map[string]float64

// add counts the beginnings of a query that is typed in any of these ways, each once.
func (w weights) add(weight float64, ways ...string) {
	seen := make(map[string]bool)
	for _, way := range ways {
		key, needed := Key(way), weight
		for end, letters := 0, 0; end < len(key) && letters < longest; letters++ {
			_, size := utf8.DecodeRuneInString(key[end:])
			end += size
			if typed := strings.TrimRight(key[:end], " "); !seen[typed] {
				seen[typed] = true
				w[typed] += needed
			}
			needed *= waiting
		}
	}
}

// wordsOf returns the words of titles, as often as they stand there. Chinese ones are
// left out: without spaces between them, only the likely queries tell them apart.
func wordsOf(titles []string) []string {
	var words []string
	for _, title := range titles {
		for word := range strings.FieldsSeq(title) {
			if !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				words = append(words, word)
			}
		}
	}
	return words
}

// initials returns the first letters of syllables: "sf" of "sha fa".
func initials(syllables string) string {
	var b strings.Builder
	for syllable := range strings.FieldsSeq(syllables) {
		r, _ := utf8.DecodeRuneInString(syllable)
		b.WriteRune(r)
	}
	return b.String()
}
