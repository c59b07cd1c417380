package engine

import (
	"context"
	"time"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// Bounds of a page.
const (
	defaultLimit = 20
	maxLimit     = 100
)

// Search finds, ranks and returns one page of products, with their cards. It
// fails with a *RequestError, or a *bundle.Error if a chunk of cards cannot be
// had.
func (e *Engine) Search(ctx context.Context, request wire.SearchRequest) (*wire.SearchResponse, error) {
	started := time.Now()
	limit, err := pageSize(request.Limit, request.Offset)
	if err != nil {
		return nil, err
	}
	stage, err := e.stage(request.Stages)
	if err != nil {
		return nil, err
	}
	r := e.read(request)
	conditions, err := e.conditions(r.filters)
	if err != nil {
		return nil, err
	}
	prices, err := e.priceOrder(request.Sort, conditions)
	if err != nil {
		return nil, err
	}
	q := r.query
	s := e.scratches.Get().(*scratch)
	e.find(s, q, conditions, prices, request.Offset+limit, stage)
	best := append([]candidate(nil), page(s.ranked, request.Offset)...)
	response := &wire.SearchResponse{
		Query:      request.Query,
		Total:      len(s.passed),
		AllWords:   s.complete,
		Understood: r.understood,
		Currency:   e.settings.Currency,
		Stages:     1,
	}
	if stage != nil {
		response.Stages = 2
	}
	response.Corrections, response.CorrectedQuery = e.describe(request.Query, q)
	response.Facets, response.FacetOrder = e.facets(s, conditions)
	var explanations []*wire.Explanation
	if request.Explain {
		for _, c := range best {
			explanations = append(explanations, e.explain(s, c.doc, q))
		}
	}
	e.scratches.Put(s)
	response.EngineMS = float64(time.Since(started).Microseconds()) / 1000

	if response.Hits, err = e.hits(ctx, best, q, conditions); err != nil {
		return nil, err
	}
	for i, x := range explanations {
		response.Hits[i].Explanation = x
	}
	return response, nil
}

func pageSize(limit, offset int) (int, error) {
	switch {
	case limit < 0 || limit > maxLimit:
		return 0, badRequest("limit is %d and must be from 1 to %d, or 0 for %d", limit, maxLimit, defaultLimit)
	case offset < 0:
		return 0, badRequest("offset is %d and must not be negative", offset)
	case limit == 0:
		return defaultLimit, nil
	}
	return limit, nil
}

// stage is the second stage if it is loaded and so many stages are to rank.
func (e *Engine) stage(stages int) (*secondStage, error) {
	switch stages {
	case 0, 2:
		return e.second.Load(), nil
	case 1:
		return nil, nil //nolint:nilnil // none is to rank
	default:
		return nil, badRequest("stages is %d and must be 1, 2 or 0 for all there are", stages)
	}
}
