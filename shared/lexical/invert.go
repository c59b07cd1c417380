package lexical

// roomForMarks is how many bytes of streams there are for each mark that is first
// made room for: more than enough for every real catalogue.
const roomForMarks = 16

// scanned is what is known of the streams before the terms have their numbers.
type scanned struct {
	marks []Mark
	// counts (spelt) are of the terms that are spelt out, by their codes less
	// firstTermCode. The codes behind those are of the joined terms.
	counts []Count
	// joined are the pairs that the marks stand for, numbers (marks) which of them
	// each does.
	joined  pairs
	numbers []uint32
}

// readStreams reads the streams of so many products, in which so many terms are spelt out,
// and says whether they make sense.
func readStreams(k Kernel, data []byte, products, fields, spelt int) (s scanned, ok bool) {
	s.marks = make([]Mark, len(data)/roomForMarks)
	s.counts = make([]Count, spelt)
	n := k.Scan(data, products, fields, s.counts, s.marks)
	if n > len(s.marks) {
		s.marks = make([]Mark, n)
		clear(s.counts)
		n = k.Scan(data, products, fields, s.counts, s.marks)
	}
	if n < 0 {
		return s, false
	}
	s.marks = s.marks[:n]
	s.numbers = make([]uint32, n)
	for i, m := range s.marks {
		s.numbers[i] = s.joined.add(m.First, m.Second, m.Product)
	}
	return s, true
}

// invert makes the streams to walk and the postings. A term has at most so many
// products as most says.
func (x *Index) invert(k Kernel, s *scanned, t *Texts, most []uint32) {
	t.Ranked = x.ranked
	t.Joined = s.numbers
	room := len(t.Data)
	for _, n := range t.Absent {
		room += t.Products * int(n)
	}
	for i, number := range s.numbers {
		code := firstTermCode + uint32(len(s.counts)) + number
		t.Joined[i] = code
		room += codeLength(code)
	}
	x.postings = make([]uint32, len(most)+1)
	to := Inverted{
		Streams: make([]byte, room),
		Starts:  make([]uint32, t.Products+1),
		Lengths: make([]uint32, t.Products),
		Runs:    make([]Run, len(most)),
	}
	for term, n := range most {
		x.postings[term+1] = x.postings[term] + n
		to.Runs[term] = Run{End: x.postings[term], Last: none}
	}
	to.Docs = make([]uint32, x.postings[len(most)])
	to.TFs = make([]uint16, x.postings[len(most)])
	k.Invert(t, &to)

	x.streams, x.starts, x.lengths, x.docs, x.tfs = to.Streams, to.Starts, to.Lengths, to.Docs, to.TFs
	x.counts = make([]uint32, len(most))
	x.fields = make([]uint8, len(most))
	for term, r := range to.Runs {
		x.fields[term] = uint8(r.Fields)
		x.counts[term] = r.End - x.postings[term]
	}
}

// weigh computes the impacts, once the lengths are known.
func (x *Index) weigh(k Kernel) {
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
	// BM25's factor of term frequency: tf * (k1 + 1) / (tf + norm).
	k.Weigh(x.docs, x.tfs, norms, x.bm25.K1+1, x.impacts)
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
