// Package instant makes the file from which a storefront answers a shopper's first
// letters before the engine is there: a table from what was typed to finished
// suggestions and hits, so that a browser only looks up.
//
// The contract: every answer is the engine's own, word for word; the file is at most
// as large as it may be, compressed; and the same bundle gives the same bytes. What is
// answered is chosen by how many keystrokes of likely queries it answers for its bytes,
// since a shop has far more beginnings than fit.
package instant

import (
	"context"

	"github.com/vitrine-search/vitrine/indexer/internal/suggest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// File is the name of the file in the bundle's folder.
const File = "instant.json"

// Format is the version of the file.
const Format = 1

// Limit bounds the bytes of the file as gzip.
const Limit = 30_000

// What a storefront's panel asks for and shows at first.
const (
	shownSuggestions = 6
	shownHits        = 6
)

// Shard is the content of the file.
type Shard struct {
	Format int `json:"format"`
	// Bundle is the name of the lexicon's file: answers belong to the bundle that
	// has it.
	Bundle string `json:"bundle"`
	// Currency is that of every price.
	Currency string `json:"currency"`
	// Hits are the products of all answers, each once. They have no highlights, no
	// scores and no categories.
	Hits []wire.Hit `json:"hits"`
	// Prefixes has the answers by what was typed, as Key writes it. The empty text is
	// what is shown before anything was typed.
	Prefixes map[string]Answer `json:"prefixes"`
}

// Answer is what is shown for one beginning of a query.
type Answer struct {
	Suggestions []wire.Suggestion `json:"s"`
	// Hits are places in Shard.Hits, best first; nil if it is left to the engine what
	// is found.
	Hits []int `json:"h,omitempty"`
	// Total counts all products that match.
	Total int `json:"t,omitempty"`
}

// Input is what a shard is made of.
type Input struct {
	// Engine has opened the bundle, with all that it ranks by.
	Engine *engine.Engine
	// Bundle is the name of the lexicon's file.
	Bundle string
	// Likely are the queries that shoppers are likely to type.
	Likely suggest.Made
	// Titles are those of all products.
	Titles []string
	// Limit bounds the bytes of the file as gzip.
	Limit int
}

// Make answers what is likely to be typed and returns the file. If ctx is cancelled it
// returns ctx's error.
func Make(ctx context.Context, in Input) ([]byte, error) {
	all, err := ask(ctx, in.Engine, beginnings(in.Likely, in.Titles))
	if err != nil {
		return nil, err
	}
	return all.fit(in.Bundle, in.Limit), nil
}
