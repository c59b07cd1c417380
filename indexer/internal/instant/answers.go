package instant

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// mostSearched is how many of the beginnings are searched for: hits take so many more
// bytes than suggestions that few can have them.
const mostSearched = 600

// answers are what the engine says to all beginnings, likeliest first.
type answers struct {
	currency string
	of       []answered
	// hits are the products of all answers, each once, as JSON.
	hits [][]byte
}

// answered is a beginning and what the engine says to it.
type answered struct {
	beginning
	// suggestions is their list as JSON.
	suggestions []byte
	// hits are places in answers.hits.
	hits  []int
	total int
}

// reply is what the engine said.
type reply struct {
	suggested *wire.SuggestResponse
	found     *wire.SearchResponse
	err       error
}

// ask has the engine answer the beginnings, on all cores.
func ask(ctx context.Context, e *engine.Engine, asked []beginning) (answers, error) {
	replies := make([]reply, len(asked))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := int(next.Add(1) - 1); i < len(asked) && ctx.Err() == nil; i = int(next.Add(1) - 1) {
				replies[i] = answer(ctx, e, asked[i].key, i < mostSearched)
			}
		})
	}
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return answers{}, err
	}
	var all answers
	places := make(map[string]int)
	for i, r := range replies {
		if r.err != nil {
			return answers{}, fmt.Errorf("answering %q: %w", asked[i].key, r.err)
		}
		a := answered{beginning: asked[i], suggestions: suggestionsJSON(r.suggested.Suggestions)}
		if r.found != nil {
			all.currency = r.found.Currency
			if isPlain(r.found) {
				a.total, a.hits = r.found.Total, all.place(r.found.Hits, places)
			}
		}
		all.of = append(all.of, a)
	}
	return all, nil
}

func answer(ctx context.Context, e *engine.Engine, typed string, search bool) (r reply) {
	request := wire.SuggestRequest{Query: typed, Limit: shownSuggestions, NoProducts: true}
	if r.suggested, r.err = e.Suggest(ctx, request); r.err == nil && search {
		r.found, r.err = e.Search(ctx, wire.SearchRequest{Query: typed, Limit: shownHits})
	}
	return r
}

// isPlain says whether an answer is told by its hits and their number alone: nothing
// was corrected, read as a filter, or found for want of something better.
func isPlain(found *wire.SearchResponse) bool {
	return found.AllWords > 0 && len(found.Corrections) == 0 && len(found.Understood) == 0
}

// place returns the hits' places among those of all answers, where it puts new ones.
func (a *answers) place(hits []wire.Hit, places map[string]int) []int {
	of := make([]int, len(hits))
	for i := range hits {
		data := string(hitJSON(hits[i]))
		at, known := places[data]
		if !known {
			at = len(a.hits)
			places[data] = at
			a.hits = append(a.hits, []byte(data))
		}
		of[i] = at
	}
	return of
}
