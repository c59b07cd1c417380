package lexical

import "math"

// invert makes the postings from the streams and says whether the streams fit
// the number of products and the terms' frequencies. One pass: a term's
// frequency bounds its number of products.
func (x *Index) invert(products int, frequencies []uint32) bool {
	x.postings = make([]uint32, len(frequencies)+1)
	for term, f := range frequencies {
		x.postings[term+1] = x.postings[term] + f
	}
	tokens := x.postings[len(frequencies)]
	x.counts = make([]uint32, len(frequencies))
	x.fields = make([]uint8, len(frequencies))
	x.docs = make([]uint32, tokens)
	x.tfs = make([]uint16, tokens)
	x.starts = make([]uint32, products+1)
	x.lengths = make([]uint32, products)

	at := 0
	for doc := range uint32(products) {
		x.starts[doc] = uint32(at)
		for field := 0; field < len(Fields); {
			if at >= len(x.streams) {
				return false
			}
			var code uint32
			if code, at = nextCode(x.streams, at); at < 0 {
				return false
			}
			if code >= firstTermCode {
				rank := code - firstTermCode
				if rank >= uint32(len(x.ranked)) || !x.post(x.ranked[rank], doc, Weights[field]) {
					return false
				}
				x.fields[x.ranked[rank]] |= 1 << field
				x.lengths[doc] += uint32(Weights[field])
			} else if code == codeEndOfField {
				field++
			}
		}
	}
	x.starts[products] = uint32(at)
	return at == len(x.streams)
}

// post notes one more occurrence of a term in a product, of the given weight, and
// says whether there is room for it.
func (x *Index) post(term, doc uint32, weight uint16) bool {
	from, n := x.postings[term], x.counts[term]
	if n > 0 && x.docs[from+n-1] == doc {
		if x.tfs[from+n-1] <= math.MaxUint16-weight {
			x.tfs[from+n-1] += weight
		}
		return true
	}
	if from+n >= x.postings[term+1] {
		return false
	}
	x.docs[from+n], x.tfs[from+n] = doc, weight
	x.counts[term]++
	return true
}

// weigh computes the impacts, once the lengths are known.
func (x *Index) weigh() {
	var sum float64
	for _, n := range x.lengths {
		sum += float64(n)
	}
	if len(x.lengths) > 0 {
		x.average = sum / float64(len(x.lengths))
	}
	norms := make([]float64, len(x.lengths))
	for doc, n := range x.lengths {
		norms[doc] = x.lengthNorm(n)
	}
	x.impacts = make([]float32, len(x.docs))
	for term, n := range x.counts {
		from := x.postings[term]
		for i := from; i < from+n; i++ {
			x.impacts[i] = x.impact(x.tfs[i], norms[x.docs[i]])
		}
	}
}

// lengthNorm is k1 * (1 - b + b * length / average), the denominator's part that
// depends on the product alone. Every product of floats is converted, so that no
// host fuses it with the sum.
func (x *Index) lengthNorm(length uint32) float64 {
	if x.average == 0 {
		return x.bm25.K1
	}
	relative := float64(length) / x.average
	return float64(x.bm25.K1 * (1 - x.bm25.B + float64(x.bm25.B*relative)))
}

// impact is BM25's factor of term frequency: tf * (k1 + 1) / (tf + norm).
func (x *Index) impact(tf uint16, norm float64) float32 {
	return float32(float64(float64(tf)*(x.bm25.K1+1)) / (float64(tf) + norm))
}
