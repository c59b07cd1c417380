package engine

import (
	"context"
	"strings"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/bundle/reranker"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/meaning"
	"github.com/vitrine-search/vitrine/shared/rank"
)

// secondStage is what ranks the best candidates of the first stage again, together
// with products that mean alike.
type secondStage struct {
	space   *meaning.Space
	shelves *shelves
	// shelfDirections (shelves, dims) are the means of their products.
	shelfDirections attention.Table
	// idf (terms) is how telling each term is.
	idf []float64
	// byCharacter lists terms by the Chinese characters in them.
	byCharacter map[rune][]uint32
	// model is nil in a bundle that is about to be trained.
	model *rank.Model
}

// OpenReranker loads the parts of the second stage, if the bundle has them, and
// ranks by it from then on; searches before and meanwhile are ranked by the first
// stage. It fails with a *bundle.Error, and then the first stage goes on alone.
func (e *Engine) OpenReranker(ctx context.Context) error {
	part, err := e.loadOptional(ctx, bundle.PartEmbeddings)
	if part == nil {
		return err
	}
	table, err := embeddings.Decode(part, e.index.Terms())
	if err != nil {
		return err
	}
	stage := &secondStage{shelves: e.newShelves(), byCharacter: byCharacter(e.index), idf: make([]float64, e.index.Terms())}
	for term := range stage.idf {
		stage.idf[term] = e.idf(uint32(term))
	}
	if part, err = e.loadOptional(ctx, bundle.PartReranker); err != nil {
		return err
	}
	if part != nil {
		if stage.model, err = reranker.Decode(part); err != nil {
			return err
		}
	}
	if stage.space, err = meaning.New(table, e.index, e.kernel, e.pause); err != nil {
		return err
	}
	if stage.shelfDirections, err = stage.shelves.directions(stage.space.Products()); err != nil {
		return err
	}
	if stage.model != nil && e.ids.Len() > 0 {
		e.rehearse(stage)
	}
	e.second.Store(stage)
	return nil
}

// rehearse searches once, for some words of a title, so that no shopper waits for
// the memory and, in a browser, for the compiling of what a first search needs.
func (e *Engine) rehearse(stage *secondStage) {
	if e.pause != nil {
		e.pause()
	}
	var words []string
	e.index.Walk(uint32(e.ids.Len()/2), func(field int, _, term uint32) {
		if field == lexical.TitleField && len(words) < 3 {
			words = append(words, e.index.Word(term))
		}
	})
	s := e.scratches.Get().(*scratch)
	e.find(s, e.parse(strings.Join(words, " "), false), nil, priceOrder{}, defaultLimit, stage)
	e.scratches.Put(s)
}

// loadOptional returns nil if the bundle has no such part.
func (e *Engine) loadOptional(ctx context.Context, name string) (*bundle.Part, error) {
	if _, err := e.manifest.Part(name); err != nil {
		return nil, nil //nolint:nilerr,nilnil // a bundle may be without it
	}
	return loadPart(ctx, e.manifest, e.source, name)
}
