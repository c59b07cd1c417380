package engine

import "github.com/vitrine-search/vitrine/shared/wire"

// plan is a request as the engine understood and checked it: what to find, and by
// which order.
type plan struct {
	understanding
	conditions []condition
	prices     priceOrder
	// stage is the second stage that is to rank, nil for the first stage's order.
	stage *secondStage
}

// plan fails with a *RequestError.
func (e *Engine) plan(request wire.SearchRequest) (plan, error) {
	stage, err := e.stage(request.Stages)
	if err != nil {
		return plan{}, err
	}
	p := plan{understanding: e.read(request), stage: stage}
	if p.conditions, err = e.conditions(p.filters); err != nil {
		return plan{}, err
	}
	if p.prices, err = e.priceOrder(request.Sort, p.conditions); err != nil {
		return plan{}, err
	}
	return p, nil
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
