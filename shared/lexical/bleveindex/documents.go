package bleveindex

import (
	"slices"

	index "github.com/blevesearch/bleve_index_api"
)

// documents enumerates products by number.
type documents struct {
	docs []uint32
	next int
}

// DocIDReaderAll enumerates all products.
func (r *Reader) DocIDReaderAll() (index.DocIDReader, error) {
	docs := make([]uint32, r.ids.Len())
	for i := range docs {
		docs[i] = uint32(i)
	}
	return &documents{docs: docs}, nil
}

// DocIDReaderOnly enumerates those of the products that there are.
func (r *Reader) DocIDReaderOnly(ids []string) (index.DocIDReader, error) {
	var docs []uint32
	for _, id := range ids {
		if doc, ok := r.byID[id]; ok {
			docs = append(docs, doc)
		}
	}
	slices.Sort(docs)
	return &documents{docs: slices.Compact(docs)}, nil
}

// Next returns the next product, nil at the end.
func (d *documents) Next() (index.IndexInternalID, error) {
	if d.next >= len(d.docs) {
		return nil, nil
	}
	d.next++
	return internalID(nil, d.docs[d.next-1]), nil
}

// Advance skips to the product or the first one after it.
func (d *documents) Advance(id index.IndexInternalID) (index.IndexInternalID, error) {
	doc, err := number(id)
	if err != nil {
		return nil, err
	}
	for d.next < len(d.docs) && d.docs[d.next] < doc {
		d.next++
	}
	return d.Next()
}

// Size is bleve's estimate of memory.
func (d *documents) Size() int { return 4 * len(d.docs) }

// Close does nothing.
func (d *documents) Close() error { return nil }

// values visits the terms of products, which bleve sorts and counts by.
type values struct {
	reader *Reader
	fields []string
	// terms[field][doc] are the terms of a product in a field.
	terms map[string][][]string
}

// DocValueReader visits the terms of products in the given fields.
func (r *Reader) DocValueReader(fields []string) (index.DocValueReader, error) {
	v := &values{reader: r, fields: fields, terms: make(map[string][][]string)}
	for _, name := range fields {
		f := r.field(name)
		byDoc := make([][]string, r.ids.Len())
		for i, term := range f.terms {
			for _, p := range f.postings[i] {
				byDoc[p.doc] = append(byDoc[p.doc], term)
			}
		}
		v.terms[name] = byDoc
	}
	return v, nil
}

// VisitDocValues visits the terms of one product.
func (v *values) VisitDocValues(id index.IndexInternalID, visit index.DocValueVisitor) error {
	doc, err := number(id)
	if err != nil {
		return err
	}
	for _, name := range v.fields {
		for _, term := range v.terms[name][doc] {
			visit(name, []byte(term))
		}
	}
	return nil
}

// BytesRead returns 0: nothing is read from a disk.
func (v *values) BytesRead() uint64 { return 0 }
