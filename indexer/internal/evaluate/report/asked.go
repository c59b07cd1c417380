package report

import (
	"context"
	"fmt"
	"strings"

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
	// note says in plain words why it is not sure.
	note string
}

// ask searches for every query as a shopper would.
func (r *Report) ask(ctx context.Context) ([]asked, error) {
	all := make([]asked, len(r.Queries))
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
		all[i] = read(query.Text, response)
	}
	return all, nil
}

func read(text string, response *wire.SearchResponse) asked {
	a := asked{text: text}
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
		notes = append(notes, "no product has all the words")
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

func listed(all []asked, want confidence) list {
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
