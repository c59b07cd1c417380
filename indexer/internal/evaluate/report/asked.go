package report

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/rank"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// confidence is how sure the engine is of what it found.
type confidence int

const (
	sure confidence = iota
	// unsure: no product has all the words, or a word was read as another.
	unsure
	// nothing was found.
	nothing
)

// asked is what the engine says of one query.
type asked struct {
	text       string
	confidence confidence
	// lacks is the share of the query that even the product lacks which has most of
	// its words; 0 without a second stage.
	lacks float64
	// note says in plain words why it is not sure.
	note string
}

// ask searches for every query as a shopper would.
func (r *Report) ask(ctx context.Context) ([]asked, error) {
	all := make([]asked, len(r.Queries))
	inspector := r.Engine.NewInspector()
	_, hasSecond := inspector.SecondStage()
	for i, query := range r.Queries {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if r.Progress != nil {
			r.Progress(i, len(r.Queries))
		}
		response, err := r.Engine.Search(ctx, wire.SearchRequest{Query: query.Text, Limit: 1})
		if err != nil {
			return nil, fmt.Errorf("%q: %w", query.Text, err)
		}
		var lacks float64
		if hasSecond {
			if lacks, err = lacking(ctx, inspector, query.Text); err != nil {
				return nil, fmt.Errorf("%q: %w", query.Text, err)
			}
		}
		all[i] = read(query.Text, response, lacks)
	}
	return all, nil
}

// lacking returns the share of a query, by what its words tell, that every candidate
// of the second stage lacks.
func lacking(ctx context.Context, inspector *engine.Inspector, query string) (float64, error) {
	candidates, err := inspector.Candidates(ctx, query)
	had := float32(0)
	for _, c := range candidates {
		had = max(had, c.Features[rank.Text])
	}
	return float64(1 - min(had, 1)), err
}

func read(text string, response *wire.SearchResponse, lacks float64) asked {
	a := asked{text: text, lacks: lacks}
	var notes []string
	for _, u := range response.Understood {
		notes = append(notes, fmt.Sprintf("“%s” read as a filter", u.Text))
	}
	if response.CorrectedQuery != "" {
		a.confidence = unsure
		notes = append(notes, fmt.Sprintf("read as “%s”", response.CorrectedQuery))
	}
	switch {
	case response.Total == 0:
		a.confidence = nothing
		notes = append(notes, "nothing found")
	case response.AllWords == 0:
		a.confidence = unsure
		note := "no product has all the words"
		if lacks > 0 {
			note += fmt.Sprintf("; the nearest has %.0f %% of the query", math.Floor(100*(1-lacks)))
		}
		notes = append(notes, note)
	}
	a.note = strings.Join(notes, "; ")
	return a
}

// list is the queries that share a want of confidence, cut to mostListed.
type list struct {
	Count int
	First []listItem
}

type listItem struct{ Text, Note string }

// mostListed is how many of them are read at a glance; the table has all.
const mostListed = 60

// More counts those that are not in the list.
func (l list) More() int { return l.Count - len(l.First) }

// listed puts those first of which the products have least.
func listed(all []asked, want confidence) list {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b asked) int { return cmp.Compare(b.lacks, a.lacks) })
	var l list
	for _, a := range all {
		if a.confidence != want {
			continue
		}
		l.Count++
		if len(l.First) < mostListed {
			l.First = append(l.First, listItem{a.text, a.note})
		}
	}
	return l
}
