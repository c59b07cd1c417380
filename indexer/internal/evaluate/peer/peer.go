// Package peer is the search engine that Vitrine is measured against: bleve as
// it comes, with its English analyzer, its BM25 and twice the weight on titles,
// in memory, over the same texts.
//
// It is no straw man: it is what a shop gets that follows bleve's documentation,
// and what our own index is built with.
package peer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// fields are searched, each with its weight.
var fields = []struct {
	name  string
	boost float64
}{{"title", 2}, {"brand", 1}, {"category", 1}, {"attributes", 1}, {"description", 1}}

// Index is a bleve index in memory.
type Index struct {
	bleve bleve.Index
}

// New indexes the documents. They go in as one batch and so into one segment,
// since bleve's BM25 takes its mean lengths from each segment by itself.
func New(ctx context.Context, documents []build.Document) (*Index, error) {
	x, err := bleve.NewUsing("", newMapping(), scorch.Name, bleve.Config.DefaultMemKVStore, nil)
	if err != nil {
		return nil, fmt.Errorf("bleve: %w", err)
	}
	batch := x.NewBatch()
	for i, d := range documents {
		if err := ctx.Err(); err != nil {
			return nil, errors.Join(err, x.Close())
		}
		err := batch.Index(d.ID, map[string]any{
			"title": d.Title, "brand": d.Brand, "category": d.Category,
			"attributes": d.Attributes, "description": d.Description,
		})
		if err != nil {
			return nil, errors.Join(fmt.Errorf("bleve: product %d: %w", i+1, err), x.Close())
		}
	}
	if err := x.Batch(batch); err != nil {
		return nil, errors.Join(fmt.Errorf("bleve: %w", err), x.Close())
	}
	return &Index{bleve: x}, nil
}

func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = en.AnalyzerName
	m.ScoringModel = index.BM25Scoring
	// What is not shown need not be stored; it changes no score.
	m.StoreDynamic, m.DocValuesDynamic = false, false
	return m
}

// Close frees the index.
func (x *Index) Close() error { return x.bleve.Close() }

// Search ranks the products that match any word of the text. The judged ones are
// ranked by a search of their own, since reading the identifiers of all matches
// takes bleve a hundred times as long as finding them; the condition weighs
// nothing and leaves the order of the scores as it is.
func (x *Index) Search(ctx context.Context, text string, judged evaluate.Grades) (first, returned evaluate.Ranking, err error) {
	matches := bleve.NewDisjunctionQuery()
	for _, field := range fields {
		match := bleve.NewMatchQuery(text)
		match.SetField(field.name)
		match.SetBoost(field.boost)
		matches.AddQuery(match)
	}
	if first, err = x.rank(ctx, matches, evaluate.Deepest); err != nil {
		return nil, nil, fmt.Errorf("bleve: %q: %w", text, err)
	}
	among := bleve.NewDocIDQuery(slices.Sorted(maps.Keys(judged)))
	among.SetBoost(0)
	if returned, err = x.rank(ctx, bleve.NewConjunctionQuery(matches, among), len(judged)); err != nil {
		return nil, nil, fmt.Errorf("bleve: %q: %w", text, err)
	}
	return first, returned, nil
}

// rank returns the first products of a query. Bleve breaks ties by numbers that
// it gives the documents of a batch in any order; here they go by identifier, so
// that the figures can be had again. For that it must see the whole of the tie
// that the last rank cuts.
func (x *Index) rank(ctx context.Context, q query.Query, size int) (evaluate.Ranking, error) {
	var hits search.DocumentMatchCollection
	for n := size + 1; ; n *= 2 {
		result, err := x.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, n, 0, false))
		if err != nil {
			return nil, err
		}
		hits = result.Hits
		if len(hits) < n || size == 0 || hits[n-1].Score < hits[size-1].Score {
			break
		}
	}
	slices.SortFunc(hits, func(a, b *search.DocumentMatch) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	ranking := make(evaluate.Ranking, min(size, len(hits)))
	for i := range ranking {
		ranking[i] = hits[i].ID
	}
	return ranking, nil
}
