// Package bleveindex offers a compiled index to bleve: it implements bleve's
// index.IndexReader, so that any bleve query runs on a bundle, in tests and on
// the command line. There bleve's own searchers are the oracle for the compiled
// index: they must give the same hits and scores on it as on the index that it
// was compiled from.
//
// It is made for truth rather than for speed: the postings of a field are made
// from the streams, with all positions, when the field is first asked for. The
// bundle keeps no byte offsets, so locations have positions only.
package bleveindex

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// Reader is a bleve IndexReader on a compiled index. It is safe for concurrent
// use.
type Reader struct {
	index   *lexical.Index
	ids     bundle.Strings
	numbers map[string]Numbers
	byID    map[string]uint32

	mu     sync.Mutex
	fields map[string]*field
}

// Numbers returns the values of a product in a field that holds numbers.
type Numbers func(doc uint32) []float64

var (
	_ index.BM25Reader          = (*Reader)(nil)
	_ index.IndexReaderFuzzy    = (*Reader)(nil)
	_ index.IndexReaderRegexp   = (*Reader)(nil)
	_ index.IndexReaderContains = (*Reader)(nil)
)

// New returns a reader on an index, the identifiers of its products, and the
// fields that hold numbers by name.
func New(x *lexical.Index, ids bundle.Strings, numbers map[string]Numbers) *Reader {
	r := &Reader{
		index: x, ids: ids, numbers: numbers,
		byID:   make(map[string]uint32, ids.Len()),
		fields: make(map[string]*field),
	}
	for i := range ids.Len() {
		r.byID[ids.At(i)] = uint32(i)
	}
	return r
}

// Close does nothing: a compiled index is memory.
func (r *Reader) Close() error { return nil }

// DocCount returns the number of products.
func (r *Reader) DocCount() (uint64, error) { return uint64(r.ids.Len()), nil }

// Fields returns the names of the fields, texts before numbers.
func (r *Reader) Fields() ([]string, error) {
	names := make([]string, 0, len(r.numbers))
	for name := range r.numbers {
		names = append(names, name)
	}
	slices.Sort(names)
	return append(slices.Clone(lexical.Fields), names...), nil
}

// FieldCardinality returns the number of distinct terms of a field.
func (r *Reader) FieldCardinality(name string) (int, error) { return len(r.field(name).terms), nil }

// GetInternal returns nothing: a bundle keeps no internal values.
func (r *Reader) GetInternal([]byte) ([]byte, error) { return nil, nil }

// ExternalID returns the identifier of a product.
func (r *Reader) ExternalID(id index.IndexInternalID) (string, error) {
	doc, err := number(id)
	if err != nil {
		return "", err
	}
	if int(doc) >= r.ids.Len() {
		return "", fmt.Errorf("no product has the number %d", doc)
	}
	return r.ids.At(int(doc)), nil
}

// InternalID returns the internal identifier of a product, nil if there is none.
func (r *Reader) InternalID(id string) (index.IndexInternalID, error) {
	doc, ok := r.byID[id]
	if !ok {
		return nil, nil
	}
	return internalID(nil, doc), nil
}

// Document returns a document without fields, because a bundle stores none; nil
// if there is no such product.
func (r *Reader) Document(id string) (index.Document, error) {
	if _, ok := r.byID[id]; !ok {
		return nil, nil
	}
	return document.NewDocument(id), nil
}

// TermFieldReader returns the postings of a term in a field.
func (r *Reader) TermFieldReader(_ context.Context, term []byte, name string, freq, norm, vectors bool) (index.TermFieldReader, error) {
	f := r.field(name)
	p := &postings{field: f, name: name, term: string(term), freq: freq, norm: norm, vectors: vectors}
	if i, ok := slices.BinarySearch(f.terms, string(term)); ok {
		p.list = f.postings[i]
	}
	return p, nil
}

// internalID writes a product's number as bleve's scorch does, so that internal
// identifiers order like numbers.
func internalID(dst index.IndexInternalID, doc uint32) index.IndexInternalID {
	return binary.BigEndian.AppendUint64(dst[:0], uint64(doc))
}

func number(id index.IndexInternalID) (uint32, error) {
	if len(id) != 8 {
		return 0, fmt.Errorf("an internal identifier has 8 bytes, this one %d", len(id))
	}
	return uint32(binary.BigEndian.Uint64(id)), nil
}
