package engine

import (
	"context"
	"errors"

	"github.com/vitrine-search/vitrine/shared/rank"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Candidate is what the second stage knows of a product that may be on the page.
type Candidate struct {
	Doc uint32
	ID  string
	// Score is the first stage's.
	Score    float64
	Features rank.Features
}

// Candidates returns the candidates of a query in the first stage's order, with
// the products that it did not find last. No product is too unlike to be proposed,
// so that training can find the floor. OpenReranker must have loaded a table; a
// model is not needed.
func (x *Inspector) Candidates(_ context.Context, query string) ([]Candidate, error) {
	e := x.engine
	stage := e.second.Load()
	if stage == nil {
		return nil, errors.New("the bundle has no embeddings, which candidates are read by")
	}
	q := e.read(wire.SearchRequest{Query: query}).query
	s := e.scratches.Get().(*scratch)
	defer e.scratches.Put(s)
	e.match(s, q, nil)
	e.findMeant(s, stage, q, nil, -1)
	found := e.gather(s, q, nil)
	candidates := make([]Candidate, len(found))
	for i, f := range s.features(found) {
		c := found[i]
		candidates[i] = Candidate{Doc: c.doc, ID: e.ids.At(int(c.doc)), Score: float64(c.score) / scoreScale, Features: f}
	}
	return candidates, nil
}
