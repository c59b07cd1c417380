// Package engine is the facade over everything that happens at search time: it
// opens a bundle and answers requests, the same in the browser, at the edge and
// on the command line. It blocks only where it loads: in Open, and in Search for
// chunks of cards that were not needed before.
package engine

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Version is the engine's version.
const Version = "0.1.0"

// Engine answers requests about one bundle. It is safe for concurrent use.
type Engine struct {
	manifest bundle.Manifest
	source   bundle.Source
	settings settings.Settings
	analyzer *text.Analyzer
	kernel   attention.Kernel
	walker   lexical.Kernel
	index    *lexical.Index
	ids      bundle.Strings
	// columns[i] holds the values of settings.Fields[i].
	columns []*columns.Column
	byName  map[string]int
	// rangeOf[field] maps a number's value to the range that it is counted in.
	rangeOf [][]uint16
	cards   *cardStore
	// scratches holds what a search needs and can be used again.
	scratches   sync.Pool
	suggestions suggestionList
	// marks holds a byte for each product, all 0.
	marks    sync.Pool
	synonyms synonyms
	// numbers are the catalogue's, made when a quantity is first converted.
	numbers func() []numberTerm
	// pause is nil where nothing else waits for the thread.
	pause func()
	// second is nil until OpenReranker has loaded it.
	second atomic.Pointer[secondStage]
}

// Option says how an engine is to run; it changes no answer.
type Option func(*Engine)

// WithKernel has the engine compute dot products with the host's kernel instead
// of attention.Scalar. A kernel whose products are wrong is not used.
func WithKernel(k attention.Kernel) Option {
	return func(e *Engine) {
		if attention.Agrees(k) {
			e.kernel = k
		}
	}
}

// WithLexical has the engine open its index with the host's kernel instead of
// lexical.Scalar.
func WithLexical(k lexical.Kernel) Option {
	return func(e *Engine) { e.walker = k }
}

// WithPause has the engine call pause between the steps of OpenReranker. A host
// with one thread can answer searches in it.
func WithPause(pause func()) Option {
	return func(e *Engine) { e.pause = pause }
}

// Open loads the parts that the manifest names and returns an engine on them.
// It fails with a *bundle.Error.
func Open(ctx context.Context, manifest bundle.Manifest, source bundle.Source, options ...Option) (*Engine, error) {
	if err := bundle.CheckVersion(bundle.ManifestFile, manifest.Format, manifest.Features); err != nil {
		return nil, err
	}
	parts, err := load(ctx, manifest, source)
	if err != nil {
		return nil, err
	}
	e := &Engine{manifest: manifest, source: source, kernel: attention.Scalar, walker: lexical.Scalar}
	for _, option := range options {
		option(e)
	}
	if e.settings, err = settings.Decode(parts[bundle.PartSettings]); err != nil {
		return nil, err
	}
	if e.ids, err = bundle.DecodeDocuments(parts[bundle.PartDocuments]); err != nil {
		return nil, err
	}
	if e.index, err = lexical.OpenWith(e.walker, parts[bundle.PartLexicon], e.settings.BM25); err != nil {
		return nil, err
	}
	if e.columns, err = columns.Decode(parts[bundle.PartColumns], e.ids.Len()); err != nil {
		return nil, err
	}
	if err := e.check(); err != nil {
		return nil, err
	}
	e.byName = make(map[string]int, len(e.columns))
	for i, f := range e.settings.Fields {
		e.byName[f.Name] = i
	}
	e.analyzer = text.New(text.Options{
		Language:  e.settings.Language,
		StopWords: e.settings.StopWords,
		Protected: e.settings.Protected,
		Words:     e.settings.Words,
		WordCosts: e.settings.WordCosts,
		Variants:  e.settings.Variants,
	})
	e.rangeOf = e.newRangeOf()
	e.cards = newCardStore(manifest, source, e.ids.Len())
	e.scratches.New = func() any { return e.newScratch() }
	e.synonyms = e.newSynonyms(e.settings.Synonyms)
	e.numbers = sync.OnceValue(func() []numberTerm { return numberTerms(e.index) })
	e.marks.New = func() any { marks := make([]uint8, e.ids.Len()); return &marks }
	if e.suggestions, err = e.openSuggestions(parts[bundle.PartSuggestions]); err != nil {
		return nil, err
	}
	return e, nil
}

// check compares what the parts say of the same thing, since each alone may be
// sound and yet belong to another bundle.
func (e *Engine) check() error {
	n := e.ids.Len()
	mixed := func(detail string) error {
		return &bundle.Error{
			Code: bundle.Corrupt, File: bundle.ManifestFile,
			Detail: "names parts of different bundles: " + detail,
			Hint:   "upload the whole bundle again, or run the indexer again",
		}
	}
	if e.index.Products() != n || e.manifest.Products != n {
		return mixed(fmt.Sprintf("%d identifiers, %d texts, %d products", n, e.index.Products(), e.manifest.Products))
	}
	if len(e.columns) != len(e.settings.Fields) {
		return mixed(fmt.Sprintf("%d columns for %d fields", len(e.columns), len(e.settings.Fields)))
	}
	for i, f := range e.settings.Fields {
		if isNumber := f.Kind == product.Number; isNumber && e.columns[i].Texts != nil || !isNumber && e.columns[i].Numbers != nil {
			return mixed(fmt.Sprintf("the column of %q holds no %s", f.Name, f.Kind))
		}
	}
	per := e.manifest.CardsPerChunk
	if n > 0 && (per <= 0 || len(e.manifest.Cards) != (n+per-1)/per) {
		return mixed(fmt.Sprintf("%d chunks of %d cards for %d products", len(e.manifest.Cards), per, n))
	}
	return nil
}

// load fetches all parts at the same time, since each may cost a round trip.
func load(ctx context.Context, manifest bundle.Manifest, source bundle.Source) (map[string]*bundle.Part, error) {
	names := []string{bundle.PartSettings, bundle.PartDocuments, bundle.PartLexicon, bundle.PartColumns, bundle.PartSuggestions}
	opened := make([]*bundle.Part, len(names))
	errs := make([]error, len(names))
	var group sync.WaitGroup
	for i, name := range names {
		group.Go(func() { opened[i], errs[i] = loadPart(ctx, manifest, source, name) })
	}
	group.Wait()
	parts := make(map[string]*bundle.Part, len(names))
	for i, name := range names {
		if errs[i] != nil {
			return nil, errs[i]
		}
		parts[name] = opened[i]
	}
	return parts, nil
}

func loadPart(ctx context.Context, manifest bundle.Manifest, source bundle.Source, name string) (*bundle.Part, error) {
	info, err := manifest.Part(name)
	if err != nil {
		return nil, err
	}
	data, err := source.Part(ctx, info.File)
	if err != nil {
		return nil, err
	}
	return bundle.OpenPart(info.File, name, data)
}

// Health describes what is open.
func (e *Engine) Health() wire.Health {
	return wire.Health{
		Status:      "ok",
		Engine:      Version,
		Format:      e.manifest.Format,
		Shop:        e.settings.Shop,
		Products:    e.ids.Len(),
		Fields:      e.fields(),
		SIMD:        e.kernel != attention.Scalar,
		SecondStage: e.second.Load() != nil,
	}
}

// RequestError is a request that cannot be answered as it is: the caller's fault.
type RequestError struct{ Message string }

func (e *RequestError) Error() string { return e.Message }

func badRequest(format string, args ...any) error {
	return &RequestError{Message: fmt.Sprintf(format, args...)}
}
