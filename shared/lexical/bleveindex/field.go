package bleveindex

import (
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/numeric"

	"github.com/vitrine-search/vitrine/shared/lexical"
)

// field is one field as bleve sees it: a dictionary and postings.
type field struct {
	// terms are ascending in bytes; postings[i] are those of terms[i].
	terms    []string
	postings [][]posting
	// lengths (products) counts the terms that bleve's analysis gave each product
	// here.
	lengths []uint32
}

// posting is one product of a term, with the term's positions in it.
type posting struct {
	doc       uint32
	frequency uint32
	// positions is nil in a field that holds numbers.
	positions []uint32
}

// norm is what bleve stores with a posting: 1/sqrt(length) as a float32.
func (f *field) norm(doc uint32) float64 {
	return float64(float32(1 / math.Sqrt(float64(f.lengths[doc]))))
}

// field returns a field, which is empty if the index has none of that name.
func (r *Reader) field(name string) *field {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.fields[name] == nil {
		r.fields[name] = r.makeField(name)
	}
	return r.fields[name]
}

func (r *Reader) makeField(name string) *field {
	if values, ok := r.numbers[name]; ok {
		return r.numberField(values)
	}
	if i := slices.Index(lexical.Fields, name); i >= 0 {
		return r.textField(i)
	}
	return &field{}
}

func (r *Reader) textField(wanted int) *field {
	lengths := make([]uint32, r.index.Products())
	byTerm := make([][]posting, r.index.Terms())
	for doc := range uint32(r.index.Products()) {
		r.index.Walk(doc, func(field int, position, term uint32) {
			if field != wanted {
				return
			}
			lengths[doc]++
			list := byTerm[term]
			if n := len(list); n == 0 || list[n-1].doc != doc {
				list = append(list, posting{doc: doc})
			}
			last := &list[len(list)-1]
			last.frequency++
			last.positions = append(last.positions, position)
			byTerm[term] = list
		})
	}
	f := &field{lengths: lengths}
	for term, list := range byTerm {
		if len(list) > 0 {
			f.terms = append(f.terms, r.index.Term(uint32(term)))
			f.postings = append(f.postings, list)
		}
	}
	return f
}

// numberField indexes numbers as bleve does: each value under its prefixes of
// decreasing precision, which is how bleve finds ranges.
func (r *Reader) numberField(values Numbers) *field {
	f := &field{lengths: make([]uint32, r.index.Products())}
	byTerm := make(map[string][]posting)
	for doc := range uint32(r.index.Products()) {
		for _, v := range values(doc) {
			for shift := uint(0); shift < 64; shift += document.DefaultPrecisionStep {
				coded, err := numeric.NewPrefixCodedInt64(numeric.Float64ToInt64(v), shift)
				if err != nil {
					break
				}
				f.lengths[doc]++
				list := byTerm[string(coded)]
				if n := len(list); n == 0 || list[n-1].doc != doc {
					list = append(list, posting{doc: doc})
				}
				list[len(list)-1].frequency++
				byTerm[string(coded)] = list
			}
		}
	}
	for term := range byTerm {
		f.terms = append(f.terms, term)
	}
	slices.Sort(f.terms)
	for _, term := range f.terms {
		f.postings = append(f.postings, byTerm[term])
	}
	return f
}
