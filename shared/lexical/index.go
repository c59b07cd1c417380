// Package lexical is the compiled index: the terms of the catalogue, the text of
// every product as a stream of term codes, and the postings that are made from
// the streams when the index is opened. It ranks by BM25 over weighted fields, on
// flat slices, since an interface call per document is what makes a
// search engine slow in WebAssembly.
//
// The sub-package compile makes the index from bleve's; bleveindex offers it to
// bleve's own searchers again.
package lexical

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/product"
)

// Index is an opened index. It is never changed, so that any number of searches
// may share it.
type Index struct {
	bm25 product.BM25
	// terms are ascending in bytes; a term's number is its place here.
	terms []string
	// shared (terms) is how many bytes each term's word shares with the term before
	// it, of those that it has from its own term.
	shared []uint32
	words  words
	// ranked maps a code, less firstTermCode, to a term's number.
	ranked []uint32
	// streams is the text of all products, starts (products+1) where each begins.
	streams []byte
	starts  []uint32
	// lengths (products) counts the terms of each product by the weights of their
	// fields.
	lengths []uint32
	average float64

	// postings (terms+1) says where each term's run in docs and tfs begins, and
	// counts (terms) how many products it has; a run may be longer than that.
	postings []uint32
	counts   []uint32
	// fields (terms) has bit f where the term stands in field f of any product.
	fields []uint8
	docs   []uint32
	tfs    []uint16
	// impacts is BM25's factor for each posting, without the idf.
	impacts []float32
}

// Open reads the part that Encode lays out. It fails with a *bundle.Error.
func Open(p *bundle.Part, bm25 product.BM25) (*Index, error) {
	return OpenWith(Scalar, p, bm25)
}

// OpenWith is Open with the host's kernel.
func OpenWith(k Kernel, p *bundle.Part, bm25 product.BM25) (*Index, error) {
	x := &Index{bm25: bm25}
	absent, ok := absentAfter(p.Strings("fields").All())
	if !ok {
		p.Fail("has other fields than this engine")
	}
	products := p.Int("products")
	x.terms, x.ranked = decodeTerms(p)
	x.words = decodeWords(p, x.terms)
	streams := p.Bytes("streams")
	if products < 0 || products > len(streams) {
		p.Fail("has fewer texts than products")
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	s, ok := readStreams(k, streams, products, len(absent), len(x.terms))
	if !ok {
		p.Fail("has texts that do not fit its terms")
		return nil, p.Err()
	}
	most, ok := x.merge(&s)
	if !ok {
		p.Fail("has terms that are too long")
		return nil, p.Err()
	}
	x.invert(k, &s, &Texts{Data: streams, Products: products, Absent: absent}, most)
	x.share()
	x.weigh(k)
	return x, nil
}

// absentAfter says for each of the named fields, which must be in the order of
// Fields and begin with its first, how many others of Fields follow it.
func absentAfter(names []string) (absent []uint32, ok bool) {
	for _, field := range Fields {
		switch {
		case len(absent) < len(names) && names[len(absent)] == field:
			absent = append(absent, 0)
		case len(absent) == 0:
			return nil, false
		default:
			absent[len(absent)-1]++
		}
	}
	return absent, len(absent) == len(names)
}

// Products returns the number of products.
func (x *Index) Products() int { return len(x.lengths) }

// Terms returns the number of distinct terms.
func (x *Index) Terms() int { return len(x.terms) }

// Term returns the term of a number.
func (x *Index) Term(number uint32) string { return x.terms[number] }

// Lookup returns the number of a term.
func (x *Index) Lookup(term string) (number uint32, ok bool) {
	i, ok := slices.BinarySearch(x.terms, term)
	return uint32(i), ok
}

// Prefix returns the range [from, to) of the numbers of the terms that begin
// with the prefix.
func (x *Index) Prefix(prefix string) (from, to uint32) {
	i, _ := slices.BinarySearch(x.terms, prefix)
	n := sort.Search(len(x.terms)-i, func(k int) bool { return !strings.HasPrefix(x.terms[i+k], prefix) })
	return uint32(i), uint32(i + n)
}

// Postings returns the products that have the term, ascending, and how often, by
// the weights of the fields.
func (x *Index) Postings(term uint32) (docs []uint32, tfs []uint16) {
	from := x.postings[term]
	to := from + x.counts[term]
	return x.docs[from:to], x.tfs[from:to]
}

// DocumentFrequency returns how many products have the term.
func (x *Index) DocumentFrequency(term uint32) int { return int(x.counts[term]) }

// Length returns the number of terms of a product by the weights of their fields.
func (x *Index) Length(doc uint32) int { return int(x.lengths[doc]) }

// AverageLength returns the mean of Length over all products.
func (x *Index) AverageLength() float64 { return x.average }

// IDF returns how telling it is that a product has a term that so many products
// have: ln(1 + (N - n + 0.5) / (n + 0.5)), Robertson and Zaragoza, "The
// Probabilistic Relevance Framework: BM25 and Beyond", 2009, with 1 added within
// the logarithm so that no term counts against a product.
func (x *Index) IDF(documents int) float64 {
	n, all := float64(documents), float64(x.Products())
	return math.Log(1 + (all-n+0.5)/(n+0.5))
}
