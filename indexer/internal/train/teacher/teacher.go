// Package teacher has a large embedding model, behind any server that speaks
// OpenAI's protocol, tell what the words of a shop mean: each word of the
// catalogue and each title is embedded once, and what comes back is reduced to a
// short vector for each word, from which training starts (see package vectors).
//
// The answers are kept on disk as they come, by the model's name and the text, so
// that nothing is paid for twice: a build that fails or is cancelled goes on where
// it stopped, another shop with the same words asks for none of them, and a
// rebuild of the same catalogue needs neither network nor key and gives the same
// bytes. Nothing of it is needed where shoppers search.
package teacher

import (
	"cmp"
	"context"
	"fmt"

	"github.com/vitrine-search/vitrine/indexer/internal/vectors"
	"github.com/vitrine-search/vitrine/shared/llm"
)

// DefaultDims is the length of a row where Options name none. Training reduces
// the rows once more, to its table's; the expansion of queries by near words
// uses them in full.
const DefaultDims = 48

// Options say who teaches, and what is kept of it.
type Options struct {
	// Server is the server and its model. Its dimensions are those that the model
	// is asked for, which Dims reduces further.
	Server llm.Options
	// Cache is the folder of the answers. Several shops and models can share one.
	Cache string
	// Prefix is put before every text, for models that want to be told what a text
	// is for ("query: " with the E5 family).
	Prefix string
	// Dims is the length of a row; 0 stands for DefaultDims.
	Dims int
	// Progress, if not nil, is told what is being done, and how much of it is; it is
	// never called twice at a time.
	Progress func(stage string, done, total int)
}

// Learn returns the catalogue's words in their order, each with a row of length 1,
// or of zeros where nothing is known; the mean of all words is removed. It asks
// the server for what the cache lacks, and keeps every answer at once; if it
// fails, or ctx is cancelled, what came until then is kept, and nothing else is
// left behind.
func Learn(ctx context.Context, catalogue Catalogue, options Options) (*vectors.Vectors, error) {
	options.Dims = cmp.Or(options.Dims, DefaultDims)
	if options.Dims < 1 {
		return nil, fmt.Errorf("rows of %d numbers cannot be learned from a teacher", options.Dims)
	}
	if options.Progress == nil {
		options.Progress = func(string, int, int) {}
	}
	if err := catalogue.check(); err != nil {
		return nil, err
	}
	nothing := vectors.New(options.Dims, catalogue.Words, make([]float32, len(catalogue.Words)*options.Dims))
	if len(catalogue.Words) == 0 {
		return nothing, nil
	}
	kept, err := openCache(options.Cache, options.Server.Model, options.Server.Dimensions)
	if err != nil {
		return nil, err
	}
	l := newLesson(catalogue, options, kept)
	if len(l.texts) == 0 {
		return nothing, nil
	}
	if err := l.ask(ctx); err != nil {
		return nil, err
	}
	words, titles, err := l.reduce(ctx)
	if err != nil {
		return nil, err
	}
	distil(options.Dims, words, titles, catalogue.Titles)
	return vectors.New(options.Dims, catalogue.Words, words), nil
}
