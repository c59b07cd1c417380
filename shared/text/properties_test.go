package text

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A word that a shopper copies from a suggestion or a highlight is analysed to
// the term that it came from.
func TestWordGivesItsTerm(t *testing.T) {
	eachCase(t, func(t *testing.T, a *Analyzer, input string) {
		t.Helper()
		for _, token := range a.Analyze(input) {
			again := a.Analyze(token.Word)
			assert.True(t, slices.ContainsFunc(again, func(t Token) bool { return t.Term == token.Term }),
				"%q in %q is %q, and alone %v", token.Word, input, token.Term, written(again))
		}
	})
}

// What a query is told by, a product that says the same is found by.
func TestQueryTermsAreProductTerms(t *testing.T) {
	eachCase(t, func(t *testing.T, a *Analyzer, input string) {
		t.Helper()
		terms := a.Analyze(input)
		// The space ends the last word, which is not being typed then.
		for _, token := range a.AnalyzeQuery(input + " ") {
			assert.True(t, slices.ContainsFunc(terms, func(t Token) bool { return t.Term == token.Term }),
				"query %q wants %q, and the same product has %v", input, token.Term, written(terms))
		}
	})
}

// Every prefix of a query is typed on the way to it, also one that ends within a
// character.
func TestEveryPrefix(t *testing.T) {
	eachCase(t, func(t *testing.T, a *Analyzer, input string) {
		t.Helper()
		for i := range input {
			checkTokens(t, input[:i], a.AnalyzeQuery(input[:i]))
			checkTokens(t, input[:i], a.Analyze(input[:i]))
		}
	})
}

func TestInvalidUTF8Separates(t *testing.T) {
	a := New(Options{Language: "en"})
	assert.Equal(t, []string{"red 1 0-3", "blue 2 4-8"}, written(a.Analyze("red\xffblue")))
	assert.Equal(t, []string{"手机 1 1-7", "机 2 4-7"}, written(a.Analyze("\xe6手机\xe6")))
}

// Texts that are no product's take no longer than their length: anything
// quadratic would not come back before the test's time is over.
func TestHostileLengths(t *testing.T) {
	const size = 1 << 18
	for _, unit := range []string{
		"1,000", "a-b-", "ab1-", "auau", "1/2 ", "'s", "é", "e\u0301", "手", "x1", "1x", "\"1", "a.b", "t s ", "ps 4 ", "\n",
	} {
		for _, language := range []string{"en", "fr"} {
			a := New(Options{Language: language})
			s := strings.Repeat(unit, size/len(unit))
			for _, token := range a.Analyze(s) {
				require.LessOrEqual(t, len(token.Word), maxWord, unit)
			}
			a.AnalyzeQuery(s)
		}
		a := New(Options{Words: []string{"手", strings.Repeat("手", maxWord/3)}, WordCosts: []uint32{9, 200}, StopWords: []string{"手手"}})
		a.AnalyzeQuery(strings.Repeat(unit, size/len(unit)))
	}
}

func TestFold(t *testing.T) {
	a := New(Options{})
	assert.Equal(t, "cafe noir", a.Fold("  Café\u00a0 NOIR\n"))
	assert.Equal(t, a.Fold("½\" × 3″"), a.Fold("1/2\" x 3\""))
	assert.Equal(t, "strasse 5kg", a.Fold("STRAẞE ５ｋｇ"))
	assert.Empty(t, a.Fold(" \t"))
}

// Analyzers are shared by bleve's workers and by the edge's requests; the race
// detector looks on, and the cache of stems starts anew on the way.
func TestConcurrentUse(t *testing.T) {
	a := New(Options{Language: "en"})
	want := written(a.Analyze(product))
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := range stemCacheSize / 2 {
				a.stem(strings.Repeat("s", worker) + strings.Repeat("ing", i%7) + string(rune('a'+i%26)) + string(rune(0x3b1+i/26)))
			}
			assert.Equal(t, want, written(a.Analyze(product)))
		})
	}
	group.Wait()
	a.stems.mu.RLock()
	defer a.stems.mu.RUnlock()
	assert.LessOrEqual(t, len(a.stems.stems), stemCacheSize)
}
