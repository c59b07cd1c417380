// Package learn is what a build learns from the catalogue for the second stage of
// the ranking: it opens what is known of words beforehand, or has a teacher tell,
// lets package train learn from the compiled index, and lays out the bundle's parts.
//
// The contract: the same catalogue, options and answers of the teacher give the
// same bytes on machines of one kind, and a failure gives none, with the way out in
// its error. What can be found wrong without a catalogue is found by New, before
// the long work.
package learn

import (
	"cmp"
	"context"

	"github.com/vitrine-search/vitrine/indexer/internal/train"
	"github.com/vitrine-search/vitrine/indexer/internal/train/teacher"
	"github.com/vitrine-search/vitrine/indexer/internal/vectors"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Learner is ready to learn.
type Learner struct {
	options Options
	known   known
	// start is where the table's training started, and report what Ranking found.
	start  *train.Start
	report *train.RerankerReport
}

// Catalogue is what is learned from: the compiled index, the analyzer that it was
// made with, and the titles of all products.
type Catalogue struct {
	Index    *lexical.Index
	Analyzer *text.Analyzer
	Titles   []string
}

// Progress is told what is being done, and how much of it is. It is never called
// concurrently.
type Progress func(stage string, done, total int)

// New checks the options and opens the vectors that they name. The language is the
// catalogue's, as a BCP 47 tag.
func New(options Options, language string) (*Learner, error) {
	if err := options.Check(); err != nil {
		return nil, failure{err}
	}
	if options.Teacher.URL != "" && options.Teacher.Cache == "" {
		var err error
		if options.Teacher.Cache, err = teacher.DefaultCache(); err != nil {
			return nil, failure{err}
		}
	}
	opened, err := openKnown(options.Vectors, language)
	if err != nil {
		return nil, failure{err}
	}
	return &Learner{options: options, known: opened}, nil
}

// Notices are the licences that what was learned has to be accompanied by, since it was
// learned from what this program has of the language; empty if there are none.
func (l *Learner) Notices() string { return l.known.notices }

// Table learns from the catalogue which words mean alike, and returns the part that
// says it. There is none if there is nothing to learn from. If ctx is cancelled it
// returns ctx's error.
func (l *Learner) Table(ctx context.Context, c Catalogue, progress Progress) (*bundle.Builder, error) {
	table, err := l.table(ctx, c, progress)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, failure{err}
	case table.Len() == 0:
		return nil, nil
	}
	return embeddings.Encode(table), nil
}

func (l *Learner) table(ctx context.Context, c Catalogue, progress Progress) (*embeddings.Table, error) {
	var taught *vectors.Vectors
	if l.options.Teacher.URL != "" {
		var err error
		if taught, err = l.ask(ctx, c, progress); err != nil {
			return nil, err
		}
	}
	l.start = l.known.start(taught)
	const stage = "training"
	progress(stage, 0, 1)
	return train.Table(ctx, c.Index, c.Analyzer, train.Options{
		Dims:     l.options.Dims,
		Seed:     l.options.Seed,
		Start:    l.start,
		Progress: func(done, total int) { progress(stage, done, total) },
	})
}

// ask has the teacher tell what the words of the catalogue mean, and those of the
// known vectors that the catalogue lacks.
func (l *Learner) ask(ctx context.Context, c Catalogue, progress Progress) (*vectors.Vectors, error) {
	asked := teacher.Read(c.Index, c.Analyzer, c.Titles)
	asked.Words = append(asked.Words, l.known.lacking(c, mostLacking)...)
	return teacher.Learn(ctx, asked, teacher.Options{
		Server:   l.options.Teacher.server(),
		Cache:    l.options.Teacher.Cache,
		Prefix:   l.options.Teacher.Prefix,
		Dims:     max(teacher.DefaultDims, cmp.Or(l.options.Dims, train.DefaultDims)),
		Progress: progress,
	})
}
