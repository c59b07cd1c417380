package build

import (
	"context"
	"fmt"
	"slices"

	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// reread opens the compiled lexicon as an engine will, for who needs it: the log,
// which keeps the queries that are answered, and the learner.
func reread(shop product.Shop, options text.Options, products []product.Product, lexicon *bundle.Builder, with Options) (c learn.Catalogue, err error) {
	if with.Learner == nil && len(with.Log.Queries) == 0 {
		return c, nil
	}
	if c.Index, err = openLexicon(lexicon, shop.BM25); err != nil {
		return c, fmt.Errorf("opening the compiled index: %w", err)
	}
	c.Analyzer = text.New(options)
	with.Log.keepAnswered(c.Index, c.Analyzer)
	for i := range products {
		c.Titles = append(c.Titles, products[i].Title)
	}
	return c, nil
}

// learned returns the parts that the learner makes of a bundle without them: the
// table, and by an engine that has opened it, the ranking. Neither ranks without the
// other.
func learned(ctx context.Context, l *learn.Learner, c learn.Catalogue, b writer.Bundle, progress Progress) ([]*bundle.Builder, error) {
	if l == nil {
		return nil, nil
	}
	table, err := l.Table(ctx, c, learn.Progress(progress))
	if err != nil || table == nil {
		return nil, err
	}
	b.Parts = append(slices.Clip(b.Parts), table)
	files, err := writer.Files(b)
	if err != nil {
		return nil, fmt.Errorf("laying out the bundle to train its ranking: %w", err)
	}
	e, err := open(ctx, files)
	if err != nil {
		return nil, fmt.Errorf("opening the bundle to train its ranking: %w", err)
	}
	ranking, err := l.Ranking(ctx, c, e.NewInspector(), learn.Progress(progress))
	if err != nil || ranking == nil {
		return nil, err
	}
	return []*bundle.Builder{table, ranking}, nil
}

// open opens a bundle that is still in memory, with all that it ranks by.
func open(ctx context.Context, files []writer.File) (*engine.Engine, error) {
	source := inMemory{}
	for _, file := range files {
		source[file.Name] = file.Data
	}
	manifest, err := bundlefs.ParseManifest(source[bundle.ManifestFile])
	if err != nil {
		return nil, err
	}
	e, err := engine.Open(ctx, manifest, source)
	if err != nil {
		return nil, err
	}
	if err := e.OpenReranker(ctx); err != nil {
		return nil, err
	}
	return e, nil
}

// inMemory is the files of a bundle by their names.
type inMemory map[string][]byte

func (m inMemory) Part(_ context.Context, file string) ([]byte, error) { return m[file], nil }

func openLexicon(lexicon *bundle.Builder, bm25 product.BM25) (*lexical.Index, error) {
	data, err := writer.Encode(lexicon)
	if err != nil {
		return nil, err
	}
	part, err := bundle.OpenPart(bundle.PartLexicon, bundle.PartLexicon, data)
	if err != nil {
		return nil, err
	}
	return lexical.Open(part, bm25)
}
