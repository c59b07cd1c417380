package lexical_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
)

// distance is the optimal string alignment of two words, by the book.
func distance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+1)
			if a[i-1] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-1][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// openWords returns an index of terms with words that end differently.
func openWords(t testing.TB, terms, words []string) *lexical.Index {
	t.Helper()
	var tokens []lexical.Token
	for i := range terms {
		tokens = append(tokens, lexical.Token{Position: uint32(i + 1), Term: uint32(i)})
	}
	return lexicaltest.Open(t, lexical.Encode(1, terms, words, tokens))
}

func TestSimilarFindsJustTheWordsWithinTheBound(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	random := func(least, most int) string {
		s := make([]byte, least+r.IntN(most-least+1))
		for i := range s {
			s[i] = "abc"[r.IntN(3)]
		}
		return string(s)
	}
	var terms []string
	for range 600 {
		terms = append(terms, random(1, 7))
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	words := make([]string, len(terms))
	for i, term := range terms {
		words[i] = term[:len(term)-r.IntN(min(3, len(term)))] + random(0, 3)
	}
	x := openWords(t, terms, words)
	for i := range terms {
		require.Equal(t, words[i], x.Word(uint32(i)))
	}
	for range 300 {
		word, edits := random(1, 9), r.IntN(4)
		want, got := map[string]int{}, map[string]int{}
		for i, w := range words {
			if d := distance(word, w); d <= min(edits, 2) {
				want[terms[i]] = d
			}
		}
		x.Similar(word, edits, func(term uint32, d int) { got[x.Term(term)] = d })
		require.Equal(t, want, got, "%q within %d", word, edits)
	}
}

func TestSimilarRefusesWhatNobodyTypes(t *testing.T) {
	x := openWords(t, []string{"a"}, []string{"a"})
	for _, word := range []string{"", string(make([]byte, 100))} {
		x.Similar(word, 2, func(uint32, int) { assert.Fail(t, "nothing is similar") })
	}
	x.Similar("a", -1, func(uint32, int) { assert.Fail(t, "nothing is nearer than the same") })
}

func TestSimilarAtTheLongest(t *testing.T) {
	longest := strings.Repeat("ab", 20)
	words := []string{longest, longest + "ab", longest + "aba"}
	x := openWords(t, words, words)
	found := map[string]int{}
	x.Similar(longest, 2, func(term uint32, d int) { found[x.Term(term)] = d })
	assert.Equal(t, map[string]int{longest: 0, longest + "ab": 2}, found)
}

// wordlist makes words of syllables: as many begin alike as in a catalogue.
func wordlist(n int) []string {
	r := rand.New(rand.NewPCG(5, 5))
	syllables := []string{"ba", "ter", "ing", "lo", "sta", "per", "con", "ri", "mo", "shel", "der", "va", "ne", "tro", "li", "que"}
	var words []string
	for range n {
		word := ""
		for range 2 + r.IntN(4) {
			word += syllables[r.IntN(len(syllables))]
		}
		words = append(words, word)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func TestSimilarAllocatesNothing(t *testing.T) {
	words := wordlist(2000)
	x := openWords(t, words, words)
	found := 0
	assert.Zero(t, testing.AllocsPerRun(10, func() { x.Similar("statrolder", 2, func(uint32, int) { found++ }) }))
}

func BenchmarkSimilar(b *testing.B) {
	words := wordlist(30000)
	x := openWords(b, words, words)
	for _, word := range []string{"statr", "statrolder"} {
		b.Run(word, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Similar(word, 2, func(uint32, int) {})
			}
			b.ReportMetric(float64(len(words)), "terms")
		})
	}
}
