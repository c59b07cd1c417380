package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate/peer"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// measuring is what all systems are measured on.
type measuring struct {
	dir          string
	queries      []evaluate.Query
	judgments    evaluate.Judgments
	relevantFrom float64
	progress     *progress
}

// read reads the queries and the judgments, which must be about the same ones.
func (m *measuring) read(s streams, queriesFile, qrelsFile string) (err error) {
	if m.queries, err = readInput(s, queriesFile, evaluate.ReadQueries); err != nil {
		return err
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

// measure measures one system and shows how far it is.
func (m *measuring) measure(system string, search evaluate.Search) (evaluate.Metrics, error) {
	done := 0
	return evaluate.Measure(m.queries, m.judgments, m.relevantFrom, func(query evaluate.Query, judged evaluate.Grades) (first, returned evaluate.Ranking, err error) {
		m.progress.show("ranking by "+system, done, len(m.queries))
		done++
		return search(query, judged)
	})
}

// vitrine measures the bundle through the browser's path.
func (m *measuring) vitrine(ctx context.Context) (evaluate.Metrics, error) {
	e, err := openEngine(ctx, m.dir)
	if err != nil {
		return evaluate.Metrics{}, err
	}
	return m.measure("vitrine", func(query evaluate.Query, _ evaluate.Grades) (first, returned evaluate.Ranking, err error) {
		all, err := rankAll(ctx, e, query.Text)
		return all, all, err
	})
}

// rankAll ranks to the end of the catalogue, where judged products may stand.
func rankAll(ctx context.Context, e *engine.Engine, text string) (evaluate.Ranking, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ranked, err := e.Rank(ctx, wire.SearchRequest{Query: text, Limit: e.Health().Products})
	if err != nil {
		return nil, fmt.Errorf("%q: %w", text, err)
	}
	ranking := make(evaluate.Ranking, len(ranked))
	for i, r := range ranked {
		ranking[i] = r.ID
	}
	return ranking, nil
}

// bleve measures the peer on the texts that were kept with the bundle. The error
// is fs.ErrNotExist if they were not.
func (m *measuring) bleve(ctx context.Context) (metrics *evaluate.Metrics, err error) {
	texts, err := build.ReadTexts(os.DirFS(m.dir))
	if err != nil {
		return nil, err
	}
	m.progress.show("indexing for bleve", 0, len(texts))
	index, err := peer.New(ctx, texts)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	measured, err := m.measure("bleve", func(query evaluate.Query, judged evaluate.Grades) (first, returned evaluate.Ranking, err error) {
		return index.Search(ctx, query.Text, judged)
	})
	return &measured, err
}

// foreign measures a run that another system wrote.
func (m *measuring) foreign(name string, run evaluate.Run) (evaluate.Metrics, error) {
	return m.measure(name, run.Search)
}
