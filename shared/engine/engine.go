// Package engine is the facade over everything that happens at search time: it
// opens a bundle and answers requests, the same in every host.
package engine

import (
	"context"
	"errors"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Version is the engine's version.
const Version = "0.1.0"

// Engine answers requests about one bundle. It is safe for concurrent use.
type Engine struct{}

// Open loads the parts that the manifest names and returns an engine on them.
// It fails with a *bundle.Error.
func Open(ctx context.Context, manifest bundle.Manifest, source bundle.Source) (*Engine, error) {
	return nil, errors.New("not yet written")
}

// RequestError is a request that cannot be answered as it is: the caller's fault.
type RequestError struct{ Message string }

func (e *RequestError) Error() string { return e.Message }

// Search finds, ranks and returns one page of products, with their cards. It
// fails with a *RequestError, or a *bundle.Error if a chunk of cards cannot be
// had.
func (e *Engine) Search(ctx context.Context, request wire.SearchRequest) (*wire.SearchResponse, error) {
	return nil, errors.New("not yet written")
}

// Suggest returns queries that begin with what was typed.
func (e *Engine) Suggest(ctx context.Context, request wire.SuggestRequest) (*wire.SuggestResponse, error) {
	return nil, errors.New("not yet written")
}

// Ranked is one product of a ranking.
type Ranked struct {
	ID    string
	Score float64
}

// Rank is Search without the cards and facets, to any depth: the identifiers and
// scores in the order in which Search pages through them.
func (e *Engine) Rank(ctx context.Context, request wire.SearchRequest) ([]Ranked, error) {
	return nil, errors.New("not yet written")
}

// Health describes what is open.
func (e *Engine) Health() wire.Health {
	return wire.Health{}
}
