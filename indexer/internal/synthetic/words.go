package synthetic

import "strings"

// The sounds of invented words. A word is pairs of an onset and a vowel, and a
// coda. No onset and no coda has a vowel, and none is empty, so that a word can be
// taken apart in one way only: different numbers make different words.
var (
	onsets = strings.Fields("b c d f g h j k l m n p r s t v w z bl br ch cl cr dr fl fr gl gr pl pr qu sc sh sk sl sp st th tr")
	vowels = strings.Fields("a e i o u ai oo")
	codas  = strings.Fields("b ck d g k l ll m n nd nt p r rd st t")
)

const (
	// shortWords is how many of the most frequent words have two syllables; the
	// others have three, since frequent words are short (Zipf 1935).
	shortWords = 40_000
	// step is prime and divides no number of words, so that multiplying by it
	// permutes them: words of neighbouring ranks have nothing in common.
	step = 1_000_003
)

// words names every rank of a vocabulary, without a table.
type words struct{ seed uint64 }

func newWords(seed uint64) words { return words{seed: seed % step} }

// word returns the word of a rank.
func (w words) word(rank int) string {
	if rank < shortWords {
		return w.spell(rank, 2)
	}
	return w.spell(rank, 3)
}

// name returns a word that is the word of no rank.
func (w words) name(number int) string { return w.spell(shortWords+number, 2) }

func (w words) spell(number, syllables int) string {
	size := uint64(len(codas))
	for range syllables {
		size *= uint64(len(onsets) * len(vowels))
	}
	rest := (uint64(number)*step + w.seed*step) % size
	var word strings.Builder
	next := func(sounds []string) {
		word.WriteString(sounds[rest%uint64(len(sounds))])
		rest /= uint64(len(sounds))
	}
	for range syllables {
		next(onsets)
		next(vowels)
	}
	next(codas)
	return word.String()
}
