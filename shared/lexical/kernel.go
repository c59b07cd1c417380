package lexical

// Kernel walks the texts when a lexicon is opened: what it does is done for every
// code of every product, and WebAssembly that is written by hand takes a third of
// the time of what Go makes of the same loops. Scalar is the plain Go; the sizes of
// the slices are the caller's to get right.
type Kernel interface {
	// Scan checks the streams of a lexicon, in which each of so many products has so
	// many fields, adds to counts (terms spelt out) in how many products each term
	// is, and writes down the marks. It returns how many marks there are, more than
	// it had room to write if need be, or -1 if the streams make no sense.
	Scan(data []byte, products, fields int, counts []Count, marks []Mark) int
	// Invert writes the streams that an index walks, and the postings.
	Invert(t *Texts, to *Inverted)
	// Weigh writes to impacts (postings) the impact of each posting: tf * factor /
	// (tf + norm), where norms (products) are those of the products.
	Weigh(docs []uint32, tfs []uint16, norms []float64, factor float64, impacts []float32)
}

// Count is how many products have a term, as far as they are known, and the last of
// them, numbered from 1.
type Count struct{ Products, Last uint32 }

// add notes that a product has the term, without a branch, since no processor
// could foretell it.
func (c *Count) add(product uint32) {
	more := uint32(0)
	if c.Last != product {
		more = 1
	}
	c.Products += more
	c.Last = product
}

// Mark is a place in the streams of a lexicon where a joined term stands: of which
// two terms, by their codes less that of the first term, and in which product,
// numbered from 1.
type Mark struct{ First, Second, Product uint32 }

// Texts are the streams of a lexicon that Scan found to make sense.
type Texts struct {
	Data     []byte
	Products int
	// Absent says for each field of the streams how many of Fields without text
	// follow it.
	Absent []uint32
	// Joined has the code of the joined term for each mark.
	Joined []uint32
	// Ranked maps a code, less that of the first term, to a term's number.
	Ranked []uint32
}

// Inverted is what Invert writes to, and how much room it needs.
type Inverted struct {
	// Streams have a term's code in the place of every mark that stands for one, and
	// every one of Fields, also those that no product has.
	Streams []byte
	// Starts (products+1) is where the text of each product begins.
	Starts []uint32
	// Lengths (products) counts the terms of each product by the weights of their
	// fields.
	Lengths []uint32
	// Runs (terms) are the postings in Docs and TFs as they grow.
	Runs []Run
	Docs []uint32
	TFs  []uint16
}

// Run is the postings of one term as they grow: where the next goes, the product of
// the last, and a bit for each field of any of them.
type Run struct{ End, Last, Fields uint32 }
