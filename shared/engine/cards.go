package engine

import (
	"context"
	"fmt"
	"sync"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/cards"
	"github.com/vitrine-search/vitrine/shared/product"
)

// cardStore loads chunks of cards when they are first needed and keeps them. A
// chunk that several searches need at once is fetched once; one that failed is
// fetched again the next time.
type cardStore struct {
	source   bundle.Source
	chunks   []bundle.PartInfo
	perChunk int
	products int

	mu     sync.Mutex
	loaded []*chunk
}

// chunk is a chunk of cards on its way; done is closed when it is there.
type chunk struct {
	done  chan struct{}
	cards []product.Product
	err   error
}

func newCardStore(manifest bundle.Manifest, source bundle.Source, products int) *cardStore {
	return &cardStore{
		source:   source,
		chunks:   manifest.Cards,
		perChunk: manifest.CardsPerChunk,
		products: products,
		loaded:   make([]*chunk, len(manifest.Cards)),
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
	if s.loaded[i] != nil {
		return s.loaded[i]
	}
	c := &chunk{done: make(chan struct{})}
	s.loaded[i] = c
	go func() {
		// Others may wait for the chunk when the search that asked is cancelled.
		c.cards, c.err = s.load(context.WithoutCancel(ctx), i)
		if c.err != nil {
			s.mu.Lock()
			s.loaded[i] = nil
			s.mu.Unlock()
		}
		close(c.done)
	}()
	return c
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
