package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate/peer"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// measuring is what all systems are measured on.
type measuring struct {
	dir          string
	half         evaluate.Half
	queries      []evaluate.Query
	judgments    evaluate.Judgments
	relevantFrom float64
	progress     *progress
}

// read reads the queries of the half and the judgments, which must be about the
// same ones.
func (m *measuring) read(s streams, queriesFile, qrelsFile string) (err error) {
	if m.queries, err = readInput(s, queriesFile, evaluate.ReadQueries); err != nil {
		return err
	}
	m.queries = slices.DeleteFunc(m.queries, func(query evaluate.Query) bool { return !m.half.Holds(query.Text) })
	if len(m.queries) == 0 {
		return fmt.Errorf("%s: no query is in the %s half", queriesFile, m.half)
	}
	if m.judgments, err = readInput(s, qrelsFile, evaluate.ReadJudgments); err != nil {
		return err
	}
	if m.judged() == 0 {
		return fmt.Errorf("%s judges none of the queries of %s (hint: the first columns must agree)", qrelsFile, queriesFile)
	}
	return nil
}

// judged counts the queries with judgments.
func (m *measuring) judged() int {
	n := 0
	for _, query := range m.queries {
		if m.judgments[query.ID] != nil {
			n++
		}
	}
	return n
}

// measure ranks every query by one system and shows how far it is.
func (m *measuring) measure(name string, search evaluate.Search) (system, error) {
	done := 0
	outcomes, err := evaluate.MeasureEach(m.queries, m.judgments, m.relevantFrom, func(query evaluate.Query, judged evaluate.Grades) (first, returned evaluate.Ranking, err error) {
		m.progress.show("ranking by "+name, done, len(m.queries))
		done++
		return search(query, judged)
	})
	return system{name: name, outcomes: outcomes}, err
}

// own measures the bundle's ranking by so many stages, as in wire.SearchRequest, to the
// end of its products, where judged ones may stand.
func (m *measuring) own(ctx context.Context, name string, e *engine.Engine, stages int) (system, error) {
	return m.measure(name, func(query evaluate.Query, _ evaluate.Grades) (first, returned evaluate.Ranking, err error) {
		all, err := rankAll(ctx, e, wire.SearchRequest{Query: query.Text, Limit: e.Health().Products, Stages: stages})
		return all, all, err
	})
}

func rankAll(ctx context.Context, e *engine.Engine, request wire.SearchRequest) (evaluate.Ranking, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ranked, err := e.Rank(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", request.Query, err)
	}
	ranking := make(evaluate.Ranking, len(ranked))
	for i, r := range ranked {
		ranking[i] = r.ID
	}
	return ranking, nil
}

// bleve measures the peer on the texts that were kept with the bundle. The error
// is fs.ErrNotExist if they were not.
func (m *measuring) bleve(ctx context.Context) (measured system, err error) {
	texts, err := build.ReadTexts(os.DirFS(m.dir))
	if err != nil {
		return system{}, err
	}
	m.progress.show("indexing for bleve", 0, len(texts))
	index, err := peer.New(ctx, texts)
	if err != nil {
		return system{}, err
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	return m.measure(bleveName, func(query evaluate.Query, judged evaluate.Grades) (first, returned evaluate.Ranking, err error) {
		return index.Search(ctx, query.Text, judged)
	})
}
