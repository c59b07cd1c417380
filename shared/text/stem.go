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
	return a.stems.get(word, a.language)
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

func (c *stemCache) get(word string, l language) string {
	c.mu.RLock()
	term, ok := c.stems[word]
	c.mu.RUnlock()
	if ok {
		return term
	}
	// The word is a part of a text, which the cache must not keep alive.
	word = strings.Clone(word)
	term = l.term(word)
	c.mu.Lock()
	if len(c.stems) >= stemCacheSize {
		clear(c.stems)
	}
	c.stems[word] = term
	c.mu.Unlock()
	return term
}
