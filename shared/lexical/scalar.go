package lexical

import "math"

// Scalar is the kernel in plain Go.
var Scalar Kernel = scalar{}

type scalar struct{}

// none stands for no term.
const none = ^uint32(0)

func (scalar) Scan(data []byte, products, fields int, counts []Count, marks []Mark) int {
	s := scan{data: data, counts: counts, marks: marks}
	at := 0
	for product := range uint32(products) {
		for range fields {
			if at = s.field(at, product+1); at < 0 {
				return -1
			}
		}
	}
	if at != len(data) {
		return -1
	}
	return s.found
}

// scan is the work of Scan; found counts the marks.
type scan struct {
	data   []byte
	counts []Count
	marks  []Mark
	found  int
}

// field reads the text of one field of a product, numbered from 1, and returns the
// place after it, or -1.
func (s *scan) field(at int, product uint32) int {
	data, counts := s.data, s.counts
	// last is the term before, pending the one that is to be joined with the next
	// word; same says that the next term stands where the last does.
	last, pending, same := none, none, false
	for at < len(data) {
		code, next := uint32(data[at]), at+1
		if code < threeByte && next < len(data) {
			var more int
			code, more = shortCode(code, data[next])
			next += more
		} else if code, next = nextCode(data, at); next < 0 {
			return -1
		}
		switch {
		case code >= firstTermCode:
			term := code - firstTermCode
			if term >= uint32(len(counts)) {
				return -1
			}
			counts[term].add(product)
			if pending != none && !same {
				if s.found < len(s.marks) {
					s.marks[s.found] = Mark{First: pending, Second: term, Product: product}
				}
				s.found++
				pending = none
			}
			last, same = term, false
		case same:
			return -1
		case code == codeSamePosition && last != none:
			same = true
		case pending != none:
			return -1
		case code == codeEndOfField:
			return next
		case code == codeGap:
			last = none
		case code == codeJoined && last != none:
			pending = last
		default:
			return -1
		}
		at = next
	}
	return -1
}

func (scalar) Invert(t *Texts, to *Inverted) {
	out, marks := to.Streams[:0], 0
	at := 0
	for doc := range uint32(t.Products) {
		to.Starts[doc] = uint32(len(out))
		to.Lengths[doc] = 0
		field := uint32(0)
		for _, absent := range t.Absent {
			for {
				code, next := nextCode(t.Data, at)
				if code == codeJoined {
					code = t.Joined[marks]
					marks++
					out = appendCode(append(out, codeSamePosition), code)
				} else {
					out = append(out, t.Data[at:next]...)
				}
				at = next
				if code >= firstTermCode {
					to.add(t.Ranked[code-firstTermCode], doc, field)
				} else if code == codeEndOfField {
					break
				}
			}
			for range absent {
				out = append(out, codeEndOfField)
			}
			field += 1 + absent
		}
	}
	to.Starts[t.Products] = uint32(len(out))
}

// add notes that a term stands in a field of a product.
func (to *Inverted) add(term, doc, field uint32) {
	weight := Weights[field]
	to.Lengths[doc] += uint32(weight)
	r := &to.Runs[term]
	r.Fields |= 1 << field
	if r.Last != doc {
		to.Docs[r.End], to.TFs[r.End] = doc, weight
		r.Last = doc
		r.End++
	} else if tf := &to.TFs[r.End-1]; *tf <= math.MaxUint16-weight {
		*tf += weight
	}
}

func (scalar) Weigh(docs []uint32, tfs []uint16, norms []float64, factor float64, impacts []float32) {
	for i, doc := range docs {
		tf := float64(tfs[i])
		impacts[i] = float32(float64(tf*factor) / (tf + norms[doc]))
	}
}
