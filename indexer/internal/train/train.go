// Package train learns from the catalogue, offline and from nothing else, which
// words mean alike. Its result is the table of the bundle's part embeddings.
//
// The table is learned by contrast: two texts about one product, such as a window
// of its description and its name, are to be more alike than texts about other
// products. A text is the mean of the rows of its words. The gradients are written out here; tests
// hold them to finite differences.
//
// The contract: the same index, options and seed give the same table to the last
// bit, on any number of processors of one kind. No sum depends on which goroutine
// was faster, and no random number either.
//
// Reranker then trains the second stage on queries that are made up of the
// catalogue (package pseudo), and on those that people told about (package feedback).
package train

import (
	"cmp"
	"context"
	"fmt"

	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Options say what table to learn. The zero Options are those to begin with.
type Options struct {
	// Dims is the length of a row; 0 stands for DefaultDims.
	Dims int
	// Seed makes another table, of about the same quality.
	Seed uint64
	// Start has vectors that are known beforehand, nil for none.
	Start *Start
	// MaxTerms and MaxWords bound the rows, of the catalogue's terms and of general
	// words; 0 stands for DefaultTerms and DefaultWords.
	MaxTerms, MaxWords int
	// Progress, if not nil, is called after every batch with how many of how many
	// are done, in the goroutine of the caller.
	Progress func(done, total int)
}

// The defaults of Options: as many rows as take about half a megabyte. Rows of 48
// numbers find somewhat more products, and take half as much again.
const (
	DefaultDims  = 32
	DefaultTerms = 12_000
	DefaultWords = 4_000
)

// leastProducts is how many products must have a term for it to have a row, if it
// has no starting vector: one product teaches nothing about a word.
const leastProducts = 2

// Table learns the table of a catalogue. The analyzer is the one that the index
// was made with. If ctx is cancelled it returns ctx's error.
func Table(ctx context.Context, index *lexical.Index, analyzer *text.Analyzer, options Options) (*embeddings.Table, error) {
	options.Dims = cmp.Or(options.Dims, DefaultDims)
	options.MaxTerms = cmp.Or(options.MaxTerms, DefaultTerms)
	options.MaxWords = cmp.Or(options.MaxWords, DefaultWords)
	if options.Dims < 1 || options.Dims > embeddings.MaxDims {
		return nil, fmt.Errorf("a table of %d dimensions: from 1 to %d are possible", options.Dims, embeddings.MaxDims)
	}
	if options.MaxTerms < 0 || options.MaxWords < 0 {
		return nil, fmt.Errorf("a table of at most %d terms and %d words: neither can be negative", options.MaxTerms, options.MaxWords)
	}
	known := newGeneral(options.Start, analyzer)
	catalogue := newCorpus(index, options.MaxTerms, func(term string) int {
		if _, ok := known.byTerm[term]; ok {
			return 1
		}
		return leastProducts
	})
	m := newModel(index, catalogue, options)
	warm := known.begin(index, m)
	if err := m.fit(ctx, warm, options.Progress); err != nil {
		return nil, err
	}
	return m.result(index, known, known.choose(index, m, options.MaxWords)), nil
}
