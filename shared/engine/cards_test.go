package engine

import (
	"context"
	"fmt"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/cards"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/product"
)

// countingSource makes chunks of one card each and counts how often each is
// asked for.
type countingSource struct {
	mu     sync.Mutex
	counts map[string]int
}

func (s *countingSource) Part(_ context.Context, file string) ([]byte, error) {
	s.mu.Lock()
	s.counts[file]++
	s.mu.Unlock()
	return writer.Encode(cards.Encode([]product.Product{{Title: "card of " + file}}))
}

func TestChunksThatWereNotUsedForLongestAreDropped(t *testing.T) {
	const chunks = 5
	manifest := bundle.Manifest{CardsPerChunk: 1}
	for i := range chunks {
		manifest.Cards = append(manifest.Cards, bundle.PartInfo{File: strconv.Itoa(i)})
	}
	source := &countingSource{counts: map[string]int{}}
	store := newCardStore(manifest, source, chunks)
	store.kept = 3
	get := func(docs ...uint32) {
		found, err := store.get(context.Background(), docs)
		require.NoError(t, err)
		for i, doc := range docs {
			assert.Equal(t, fmt.Sprintf("card of %d", doc), found[i].Title)
		}
	}
	get(0)
	get(1)
	get(2)
	get(0)
	get(3) // drops 1
	get(0)
	get(2)
	assert.Equal(t, map[string]int{"0": 1, "1": 1, "2": 1, "3": 1}, source.counts)
	get(1)
	assert.Equal(t, 2, source.counts["1"])
	get(0, 1, 2, 3, 4) // more at once than are kept
	assert.LessOrEqual(t, len(store.loaded), 3)
}
