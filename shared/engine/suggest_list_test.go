package engine

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
)

// listOf makes a list of keys with scattered popularities, many of them equal.
func listOf(keys []string) *suggestionList {
	l := &suggestionList{keys: keys, most: make([]uint8, (len(keys)+blockSize-1)/blockSize)}
	for i := range keys {
		popularity := uint8(i * 97 % 41)
		l.entries = append(l.entries, suggestions.Entry{Popularity: popularity})
		l.most[i/blockSize] = max(l.most[i/blockSize], popularity)
	}
	return l
}

func manyKeys() []string {
	var keys []string
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			keys = append(keys, string(a)+string(b)+"x")
		}
	}
	return keys
}

func TestThePopularAreThoseOfAFullSort(t *testing.T) {
	l := listOf(manyKeys())
	for _, prefix := range []string{"", "a", "m", "zz", "zzz", "b", "mq"} {
		from, to := l.beginning(prefix)
		var want []int
		for i, key := range l.keys {
			if strings.HasPrefix(key, prefix) {
				want = append(want, i)
			}
		}
		assert.Len(t, want, to-from, prefix)
		slices.SortStableFunc(want, func(a, b int) int { return int(l.entries[b].Popularity) - int(l.entries[a].Popularity) })
		for _, n := range []int{1, 8, 40, 1000} {
			assert.Equal(t, append([]int{}, want[:min(n, len(want))]...), l.popular(from, to, n), "%q, %d", prefix, n)
		}
	}
}

func TestNearbyIsOneEditFromTheBeginning(t *testing.T) {
	for _, prefix := range []string{"abc", "abcd", "aabb", "abab"} {
		for _, s := range []string{"", "a", "ab", "abc", "acb", "abcd", "abdc", "xabc", "xabcd", "abxcd", "axcd", "bacd", "abcdef", "xbcdef", "acdef", "bcdef", "aab", "baab", "aabab", "xy", "dcba"} {
			assert.Equal(t, nearest(s, prefix) <= 1, beginsNearly(s, prefix), "%q begins nearly with %q", s, prefix)
		}
	}
}

// nearest is the smallest distance of the prefix to any beginning of s, by
// definition (optimal string alignment).
func nearest(s, prefix string) int {
	least := len(prefix)
	for end := 0; end <= len(s); end++ {
		least = min(least, distance(s[:end], prefix))
	}
	return least
}

func distance(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	i, j := len(a)-1, len(b)-1
	d := min(distance(a[:i], b)+1, distance(a, b[:j])+1)
	if a[i] == b[j] {
		d = min(d, distance(a[:i], b[:j]))
	} else {
		d = min(d, distance(a[:i], b[:j])+1)
	}
	if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
		d = min(d, distance(a[:i-1], b[:j-1])+1)
	}
	return d
}

func TestSyllablesAreTypedWholeOrInPart(t *testing.T) {
	for letters, want := range map[string]int{
		"s": 1, "sh": 1, "sha": 1, "shaf": 2, "shafa": 2, "sf": 2, "sfa": 2, "shf": 2, "shafac": 3, "sfc": 3, "sfch": 3,
		"shafax": 0, "fa": 0, "shaa": 0, "sfachuangx": 0,
	} {
		assert.Equal(t, want, syllablesTyped("sha fa chuang", letters), letters)
	}
	assert.Equal(t, 2, syllablesTyped("xi an", "xian"), "less of a syllable where more leads nowhere")
	assert.Equal(t, len("沙发"), syllablesEnd("沙发床", 2))
	assert.Equal(t, len("iPhone15 手"), syllablesEnd("iPhone15 手机", 2))
	assert.Equal(t, len("沙发"), syllablesEnd("沙发", 9))
}

// FuzzSuggestionKey checks the short way to a key against the long one.
func FuzzSuggestionKey(f *testing.F) {
	for _, text := range []string{"desk lamp", " A\t-b ", "a  b-", "-", "", " ", "USB-C_hub/x", "Café Noir", "a\xff", "\u00a0a"} {
		f.Add(text)
	}
	e := openForTest(f)
	f.Fuzz(func(t *testing.T, text string) {
		assert.Equal(t, suggestions.Key(e.analyzer.Fold(text)), e.suggestionKey(text), "%q", text)
	})
}
