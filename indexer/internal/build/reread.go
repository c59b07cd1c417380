package build

import (
	"context"
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// reread opens the compiled lexicon as an engine will, for who needs it: the log,
// which keeps the queries that are answered, and the learner, whose parts it returns.
func reread(ctx context.Context, shop product.Shop, options text.Options, products []product.Product, lexicon *bundle.Builder, with Options, progress Progress) ([]*bundle.Builder, error) {
	if with.Learner == nil && len(with.Log.Queries) == 0 {
		return nil, nil
	}
	index, err := openLexicon(lexicon, shop.BM25)
	if err != nil {
		return nil, fmt.Errorf("opening the compiled index: %w", err)
	}
	analyzer := text.New(options)
	with.Log.keepAnswered(index, analyzer)
	if with.Learner == nil {
		return nil, nil
	}
	titles := make([]string, len(products))
	for i := range products {
		titles[i] = products[i].Title
	}
	return with.Learner.Parts(ctx, learn.Catalogue{Index: index, Analyzer: analyzer, Titles: titles}, learn.Progress(progress))
}

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
