package bleveindex

import (
	"slices"
	"sort"
	"strings"

	index "github.com/blevesearch/bleve_index_api"
)

// dictionary enumerates terms of a field, in order of their bytes.
type dictionary struct {
	field *field
	// chosen are places in the field's terms, distances their edit distances where
	// the terms were found by likeness.
	chosen    []int
	distances []uint8
	next      int
}

// Next returns the next term, nil at the end.
func (d *dictionary) Next() (*index.DictEntry, error) {
	if d.next >= len(d.chosen) {
		return nil, nil
	}
	i := d.chosen[d.next]
	entry := &index.DictEntry{Term: d.field.terms[i], Count: uint64(len(d.field.postings[i]))}
	if d.distances != nil {
		entry.EditDistance = d.distances[d.next]
	}
	d.next++
	return entry, nil
}

// Contains says whether the field has the term.
func (d *dictionary) Contains(term []byte) (bool, error) {
	_, ok := slices.BinarySearch(d.field.terms, string(term))
	return ok, nil
}

// Cardinality returns the number of distinct terms of the field.
func (d *dictionary) Cardinality() int { return len(d.field.terms) }

// BytesRead returns 0: nothing is read from a disk.
func (d *dictionary) BytesRead() uint64 { return 0 }

// Close does nothing.
func (d *dictionary) Close() error { return nil }

// between returns a dictionary of the places [from, to).
func (f *field) between(from, to int) *dictionary {
	d := &dictionary{field: f}
	for i := from; i < to; i++ {
		d.chosen = append(d.chosen, i)
	}
	return d
}

// prefixed returns the places [from, to) of the terms with the prefix.
func (f *field) prefixed(prefix string) (from, to int) {
	from = sort.SearchStrings(f.terms, prefix)
	n := sort.Search(len(f.terms)-from, func(i int) bool { return !strings.HasPrefix(f.terms[from+i], prefix) })
	return from, from + n
}

// FieldDict enumerates all terms of a field.
func (r *Reader) FieldDict(name string) (index.FieldDict, error) {
	f := r.field(name)
	return f.between(0, len(f.terms)), nil
}

// FieldDictRange enumerates the terms between two, both included.
func (r *Reader) FieldDictRange(name string, start, end []byte) (index.FieldDict, error) {
	f := r.field(name)
	from := sort.SearchStrings(f.terms, string(start))
	to := len(f.terms)
	if len(end) > 0 {
		to = sort.Search(len(f.terms), func(i int) bool { return f.terms[i] > string(end) })
	}
	return f.between(from, to), nil
}

// FieldDictPrefix enumerates the terms with a prefix.
func (r *Reader) FieldDictPrefix(name string, prefix []byte) (index.FieldDict, error) {
	f := r.field(name)
	return f.between(f.prefixed(string(prefix))), nil
}

// FieldDictContains tests whether a field has a term.
func (r *Reader) FieldDictContains(name string) (index.FieldDictContains, error) {
	return r.field(name).between(0, 0), nil
}
