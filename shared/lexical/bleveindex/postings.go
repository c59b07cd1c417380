package bleveindex

import (
	"sort"

	index "github.com/blevesearch/bleve_index_api"
)

// postings enumerates the products of one term.
type postings struct {
	field               *field
	name, term          string
	list                []posting
	next                int
	freq, norm, vectors bool
}

// Next returns the next product, nil at the end.
func (p *postings) Next(reuse *index.TermFieldDoc) (*index.TermFieldDoc, error) {
	if p.next >= len(p.list) {
		return nil, nil
	}
	if reuse == nil {
		reuse = &index.TermFieldDoc{}
	}
	at := p.list[p.next]
	p.next++
	reuse.Term = p.term
	reuse.ID = internalID(reuse.ID, at.doc)
	if p.freq {
		reuse.Freq = uint64(at.frequency)
	}
	if p.norm {
		reuse.Norm = p.field.norm(at.doc)
	}
	if p.vectors {
		for _, position := range at.positions {
			reuse.Vectors = append(reuse.Vectors, &index.TermFieldVector{Field: p.name, Pos: uint64(position)})
		}
	}
	return reuse, nil
}

// Advance skips to the product or the first one after it.
func (p *postings) Advance(id index.IndexInternalID, reuse *index.TermFieldDoc) (*index.TermFieldDoc, error) {
	doc, err := number(id)
	if err != nil {
		return nil, err
	}
	rest := p.list[p.next:]
	p.next += sort.Search(len(rest), func(i int) bool { return rest[i].doc >= doc })
	return p.Next(reuse)
}

// Count returns how many products have the term.
func (p *postings) Count() uint64 { return uint64(len(p.list)) }

// Close does nothing.
func (p *postings) Close() error { return nil }

// Size is bleve's estimate of memory; the postings belong to the field.
func (p *postings) Size() int { return 0 }
