package synthetic

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The bounds of these tests are the ranges that were measured on real shops; see
// the package's comment.

var wordPattern = regexp.MustCompile(`\w+`)

// running counts the words of the first n products, and calls at after each.
func running(n int, at func(products, words, distinct int)) map[string]int {
	g := New(1)
	counts := map[string]int{}
	words := 0
	for i := range n {
		p := g.Product(i)
		for _, word := range wordPattern.FindAllString(strings.ToLower(p.Title+" "+p.Brand+" "+p.Description), -1) {
			counts[word]++
			words++
		}
		at(i+1, words, len(counts))
	}
	return counts
}

func TestVocabularyGrowsByHeapsLaw(t *testing.T) {
	type point struct{ words, distinct int }
	measured := map[int]point{}
	running(10_000, func(products, words, distinct int) { measured[products] = point{words, distinct} })
	exponent := func(from, to point) float64 {
		return math.Log(float64(to.distinct)/float64(from.distinct)) / math.Log(float64(to.words)/float64(from.words))
	}
	for _, step := range [][2]int{{300, 1000}, {1000, 3000}, {3000, 10_000}} {
		beta := exponent(measured[step[0]], measured[step[1]])
		assert.InDelta(t, 0.52, beta, 0.07, "from %d to %d products", step[0], step[1])
	}
	all := measured[10_000]
	beta := exponent(measured[1000], all)
	k := float64(all.distinct) / math.Pow(float64(all.words), beta)
	assert.Greater(t, k, 9.0)
	assert.Less(t, k, 42.0)
}

func TestFrequenciesFallByZipfsLaw(t *testing.T) {
	counts := running(10_000, func(int, int, int) {})
	ranked := slices.SortedFunc(maps.Values(counts), func(a, b int) int { return cmp.Compare(b, a) })
	exponent := func(from, to int) float64 {
		return math.Log(float64(ranked[from])/float64(ranked[to])) / math.Log(float64(to)/float64(from))
	}
	assert.InDelta(t, 0.825, exponent(10, 100), 0.125)
	assert.InDelta(t, 0.95, exponent(100, 1000), 0.2)
	assert.InDelta(t, 1.55, exponent(1000, 10_000), 0.15)
}

func TestTextsHaveTheLengthsOfRealOnes(t *testing.T) {
	g := New(7)
	for i := range 1000 {
		p := g.Product(i)
		title, description := len(strings.Fields(p.Title)), len(strings.Fields(p.Description))
		assert.True(t, title >= shortestTitle && title <= longestTitle, p.Title)
		assert.True(t, description >= shortestDescription && description <= longestDescription, p.Description)
		assert.Greater(t, p.Price, 0.0)
	}
}

func TestNoTwoNumbersSpellTheSameWord(t *testing.T) {
	w := newWords(3)
	seen := map[string]int{}
	for rank := range 200_000 {
		word := w.word(rank)
		if before, ok := seen[word]; ok {
			t.Fatalf("ranks %d and %d are both %q", before, rank, word)
		}
		seen[word] = rank
	}
	for i := range brandCount {
		if rank, ok := seen[w.name(i)]; ok {
			t.Fatalf("brand %d is the word of rank %d, %q", i, rank, w.name(i))
		}
	}
}
