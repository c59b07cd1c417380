package text

import (
	"strings"
	"sync"
)

// stem returns the term of a folded word.
func (a *Analyzer) stem(word string) string {
	if a.language.stem == nil || a.protected[word] {
		return word
	}
	return a.stems.get(word, a.language.term)
}

// Root returns what a folded word has in common with related words, such as
// "light" and "lighting". It is empty where terms are such roots already, where
// the language has no stemmer, and for protected words.
func (a *Analyzer) Root(word string) string {
	if a.language.light == nil || a.protected[word] {
		return ""
	}
	return a.roots.get(word, a.language.root)
}

// stemCache remembers stems, because a catalogue repeats its words and a stemmer
// takes a microsecond and several allocations. It starts anew when it is full.
type stemCache struct {
	mu    sync.RWMutex
	stems map[string]string
}

// stemCacheSize bounds the cache to about 2 MB; catalogues of 50,000 products
// have about as many words.
const stemCacheSize = 1 << 15

func newStemCache() *stemCache {
	return &stemCache{stems: map[string]string{}}
}

func (c *stemCache) get(word string, stem func(string) string) string {
	c.mu.RLock()
	term, ok := c.stems[word]
	c.mu.RUnlock()
	if ok {
		return term
	}
	// The word is a part of a text, which the cache must not keep alive.
	word = strings.Clone(word)
	term = stem(word)
	c.mu.Lock()
	if len(c.stems) >= stemCacheSize {
		clear(c.stems)
	}
	c.stems[word] = term
	c.mu.Unlock()
	return term
}

// Term returns the term of a folded word of letters, as a text that holds the
// word alone would have it; a stop word has one as well.
func (a *Analyzer) Term(word string) string { return a.stem(word) }
