// Package build turns a catalogue into a bundle: it decides the facets, orders
// the products, has bleve index them, compiles the index, and puts the files
// where the merchant wants them.
//
// The contract: the same products and the same shop give the same bytes, and
// whoever looks at the target directory sees the previous bundle or the new one,
// never a mixture and never a half. The work is done in memory and in a
// temporary directory, so that a build that fails or is cancelled has nothing to
// take back.
package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/vitrine-search/vitrine/indexer/internal/compress"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/cards"
	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/lexical/compile"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Progress is called from time to time with what is being done and how much of it
// is. It is never called concurrently.
type Progress func(stage string, done, total int)

// Options are what a bundle is made of beside the shop and its products. The zero
// Options make one without.
type Options struct {
	// Log, if not nil, is suggested from; its Unanswered is set.
	Log *Log
	// Learner, if not nil, learns from the catalogue for the second stage of the
	// ranking.
	Learner *learn.Learner
}

// Files makes the files of a bundle of at least one product; the manifest is the
// last. It may reorder the products. If ctx is cancelled it returns ctx's error.
func Files(ctx context.Context, shop product.Shop, products []product.Product, progress Progress) ([]writer.File, error) {
	return FilesWith(ctx, shop, products, Options{}, progress)
}

// FilesWith is Files with options.
func FilesWith(ctx context.Context, shop product.Shop, products []product.Product, with Options, progress Progress) ([]writer.File, error) {
	Order(products)
	plan := Decide(shop, products)
	options, err := analysis(shop, products)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(products))
	for i := range products {
		ids[i] = products[i].ID
	}

	lexicon, err := compileLexicon(ctx, shop, options, products, ids, progress)
	if err != nil {
		return nil, err
	}
	with.Log = cmp.Or(with.Log, new(Log))
	catalogue, err := reread(shop, options, products, lexicon, with)
	if err != nil {
		return nil, err
	}
	progress("suggesting", 0, len(products))
	values := plan.columns(products)
	suggestedFrom := suggestInput(options, products, plan, values, with.Log.Queries)
	proposed := suggest.Make(suggestedFrom)
	described := settings.Settings{
		Shop:      shop.Name,
		Language:  shop.Language,
		Currency:  shop.Currency,
		StopWords: options.StopWords,
		Protected: options.Protected,
		Synonyms:  shop.Synonyms,
		Words:     options.Words,
		WordCosts: options.WordCosts,
		Variants:  options.Variants,
		BM25:      shop.BM25,
		Fields:    plan.settings(),
	}
	content := writer.Bundle{
		Shop:          shop.Name,
		Products:      len(products),
		CardsPerChunk: cards.PerChunk,
		Parts: []*bundle.Builder{
			described.Encode(),
			lexicon,
			bundle.EncodeDocuments(ids),
			columns.Encode(values),
			suggestions.Encode(proposed.List),
		},
		Cards:     chunks(products),
		Encodings: compress.Encodings,
	}
	parts, err := learned(ctx, with.Learner, catalogue, content, progress)
	if err != nil {
		return nil, err
	}
	content.Parts = append(content.Parts, parts...)
	files, err := writer.Files(content)
	if err != nil {
		return nil, fmt.Errorf("laying out the bundle: %w", err)
	}
	shard, err := answerAtOnce(ctx, files, proposed, suggestedFrom.Titles, progress)
	if err != nil {
		return nil, err
	}
	progress("packing", 0, len(products))
	texts, err := encodeTexts(shop, products)
	if err != nil {
		return nil, fmt.Errorf("laying out the texts: %w", err)
	}
	packed, manifest := files[:len(files)-1], files[len(files)-1]
	if files, err = compress.Beside(ctx, append(slices.Clip(packed), shard)); err != nil {
		return nil, err
	}
	progress("packing", len(products), len(products))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(parts) > 0 {
		files = append(files, notices(with.Learner)...)
	}
	return append(files, writer.File{Name: TextsFile, Data: texts}, manifest), nil
}

// compileLexicon indexes the products with bleve in a temporary directory and
// compiles the index.
func compileLexicon(ctx context.Context, shop product.Shop, options text.Options, products []product.Product, ids []string, progress Progress) (lexicon *bundle.Builder, err error) {
	index, err := indexProducts(ctx, shop, options, products, progress)
	if err != nil {
		return nil, fmt.Errorf("indexing: %w", err)
	}
	defer func() { err = errors.Join(err, index.Close()) }()
	progress("compiling", 0, len(products))
	lexicon, err = compile.Compile(ctx, index.reader, ids, words(shop, options, products))
	if err != nil {
		return nil, fmt.Errorf("compiling the index: %w", err)
	}
	progress("compiling", len(products), len(products))
	return lexicon, nil
}

// chunks cuts the products' cards into the chunks that are fetched together.
func chunks(products []product.Product) []*bundle.Builder {
	encoded := make([]*bundle.Builder, 0, len(products)/cards.PerChunk+1)
	for chunk := range slices.Chunk(products, cards.PerChunk) {
		encoded = append(encoded, cards.Encode(chunk))
	}
	return encoded
}
