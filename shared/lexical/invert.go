package lexical

import "math"

// invert makes the postings from the streams, which an expander made. A term has
// at most so many products as most says.
func (x *Index) invert(products int, most []uint32) {
	x.postings = make([]uint32, len(most)+1)
	runs := make([]run, len(most))
	for term, n := range most {
		x.postings[term+1] = x.postings[term] + n
		runs[term] = run{end: x.postings[term], last: none}
	}
	room := x.postings[len(most)]
	x.docs = make([]uint32, room)
	x.tfs = make([]uint16, room)
	x.starts = make([]uint32, products+1)
	x.lengths = make([]uint32, products)

	streams, ranked, docs, tfs := x.streams, x.ranked, x.docs, x.tfs
	at := 0
	for doc := range uint32(products) {
		x.starts[doc] = uint32(at)
		length := uint32(0)
		for _, weight := range Weights {
			for {
				code := uint32(streams[at])
				if code < threeByte && at+1 < len(streams) {
					var more int
					code, more = shortCode(code, streams[at+1])
					at += 1 + more
				} else {
					code, at = nextCode(streams, at)
				}
				if code < firstTermCode {
					if code == codeEndOfField {
						break
					}
					continue
				}
				length += uint32(weight)
				r := &runs[ranked[code-firstTermCode]]
				if r.last != doc {
					docs[r.end], tfs[r.end] = doc, weight
					r.last = doc
					r.end++
				} else if tf := &tfs[r.end-1]; *tf <= math.MaxUint16-weight {
					*tf += weight
				}
			}
		}
		x.lengths[doc] = length
	}
	x.starts[products] = uint32(at)
	x.counts = make([]uint32, len(most))
	for term, r := range runs {
		x.counts[term] = r.end - x.postings[term]
	}
}

// run is the postings of one term as they grow: where the next goes, and the
// product of the last.
type run struct{ end, last uint32 }

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
