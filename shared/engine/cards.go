package engine

import (
	"context"
	"fmt"
	"sync"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/cards"
	"github.com/vitrine-search/vitrine/shared/product"
)

// keptChunks bounds how many chunks of cards stay in memory: about 20 MB, since a
// Worker has 128 and a phone's tab not much more. A chunk that is dropped is
// fetched again, from a cache as a rule.
const keptChunks = 100

// cardStore loads chunks of cards when they are needed and keeps the last used. A
// chunk that several searches need at once is fetched once; one that failed is
// fetched again the next time.
type cardStore struct {
	source   bundle.Source
	chunks   []bundle.PartInfo
	perChunk int
	products int
	// kept is how many chunks may stay.
	kept int

	mu     sync.Mutex
	loaded map[int]*chunk
	// uses counts the requests for chunks, to tell which was used last.
	uses int
}

// chunk is a chunk of cards on its way; done is closed when it is there.
type chunk struct {
	done  chan struct{}
	cards []product.Product
	err   error
	// used is the number of the last request for it.
	used int
}

func newCardStore(manifest bundle.Manifest, source bundle.Source, products int) *cardStore {
	return &cardStore{
		source:   source,
		chunks:   manifest.Cards,
		perChunk: manifest.CardsPerChunk,
		products: products,
		kept:     keptChunks,
		loaded:   make(map[int]*chunk),
	}
}

// get returns the cards of the products, in their order.
func (s *cardStore) get(ctx context.Context, docs []uint32) ([]*product.Product, error) {
	waiting := make(map[int]*chunk)
	for _, doc := range docs {
		if i := int(doc) / s.perChunk; waiting[i] == nil {
			waiting[i] = s.request(ctx, i)
		}
	}
	found := make([]*product.Product, len(docs))
	for i, doc := range docs {
		c := waiting[int(doc)/s.perChunk]
		select {
		case <-c.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if c.err != nil {
			return nil, c.err
		}
		found[i] = &c.cards[int(doc)%s.perChunk]
	}
	return found, nil
}

// request returns a chunk, on its way or there.
func (s *cardStore) request(ctx context.Context, i int) *chunk {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.uses++
	if c := s.loaded[i]; c != nil {
		c.used = s.uses
		return c
	}
	c := &chunk{done: make(chan struct{}), used: s.uses}
	s.loaded[i] = c
	if len(s.loaded) > s.kept {
		s.dropOldest()
	}
	go func() {
		// Others may wait for the chunk when the search that asked is cancelled.
		c.cards, c.err = s.load(context.WithoutCancel(ctx), i)
		if c.err != nil {
			s.mu.Lock()
			if s.loaded[i] == c {
				delete(s.loaded, i)
			}
			s.mu.Unlock()
		}
		close(c.done)
	}()
	return c
}

// dropOldest forgets the chunk that was not used for longest. Searches that wait
// for it or hold its cards keep them.
func (s *cardStore) dropOldest() {
	oldest := -1
	for i, c := range s.loaded {
		if oldest < 0 || c.used < s.loaded[oldest].used {
			oldest = i
		}
	}
	delete(s.loaded, oldest)
}

func (s *cardStore) load(ctx context.Context, i int) ([]product.Product, error) {
	info := s.chunks[i]
	data, err := s.source.Part(ctx, info.File)
	if err != nil {
		return nil, err
	}
	part, err := bundle.OpenPart(info.File, bundle.PartCards, data)
	if err != nil {
		return nil, err
	}
	decoded, err := cards.Decode(part)
	if err != nil {
		return nil, err
	}
	if want := min(s.perChunk, s.products-i*s.perChunk); len(decoded) != want {
		part.Fail(fmt.Sprintf("has %d cards where %d are expected", len(decoded), want))
		return nil, part.Err()
	}
	return decoded, nil
}
