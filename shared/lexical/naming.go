package lexical

// What it is worth that a product is called what the query says, beside BM25,
// which knows no order and no field: shares of an idf. "phone case" finds cases
// for phones before phones in a case, and "camera" finds cameras before camera
// bags. Chosen on all development sets, where each has a flat optimum; no set has
// categories, so that theirs is as little as the brand's.
const (
	// NeighbourWeight is for two words of the query that follow one another in the
	// title too, times the lesser idf of the two.
	NeighbourWeight = 0.3
	// FrontWeight is for every word that stands in the title before the first word
	// that was dropped, times its idf: what follows "for" or "with" is what the
	// product goes with. The engine counts it for products that have every word. On
	// the development sets 0.1 to 0.2 are alike.
	FrontWeight = 0.15
	// HeadWeight is for the query's head, which says what is sought, where the
	// title names it, times its idf: in English and Chinese the last word, or the
	// last before "for", that is no measure. AloneWeight is for that of a query of
	// one word: no other word is there that a product could be named after.
	HeadWeight  = 0.4
	AloneWeight = 0.1
	// BrandWeight is for every word that names the brand of the product, times its
	// idf, and CategoryWeight for the head where the narrowest category ends with
	// it.
	BrandWeight    = 0.2
	CategoryWeight = 0.2
)

// maxNamingWords is how many words of a query are looked for in the names of
// products: the bits of a mark.
const maxNamingWords = 32

// Naming compares what products are called with one query after the other. It is
// made for one Index and is not safe for concurrent use.
type Naming struct {
	index *Index
	// marks (terms) has bit i where the term stands for the i-th word.
	marks  []uint32
	marked []uint32
	// worths (words) is the best that each word scores before BM25's factor.
	worths []float64
	// fields (words) has bit f where a term of the word stands in field f of any
	// product.
	fields []uint8
	// head is the place of the query's head among its words, -1 without words.
	head int
	// headed says that the words after the head have begun.
	headed bool
}

// Named is what the name of a product has of a query.
type Named struct {
	// Pairs has bit i where word i follows word i-1 in the title, and Front has it
	// where the word stands before any that was dropped between two of the title.
	Pairs, Front uint32
	// Brand has the bits of the words that stand in the brand, if the query has
	// all of the brand's.
	Brand uint32
	// Head says that the title names the query's head: after it comes a word that
	// was dropped ("for"), a number, or nothing. Category says that the narrowest
	// category ends with it.
	Head, Category bool
}

// NewNaming returns a Naming for the index; its query has no words yet.
func (x *Index) NewNaming() *Naming {
	return &Naming{index: x, marks: make([]uint32, x.Terms()), head: -1}
}

// Reset forgets the query, at the cost of its terms.
func (n *Naming) Reset() {
	for _, term := range n.marked {
		n.marks[term] = 0
	}
	n.marked, n.worths, n.fields = n.marked[:0], n.worths[:0], n.fields[:0]
	n.head, n.headed = -1, false
}

// Expect adds the next word of the query; gap says that a word between it and the
// one before was dropped, such as "for", and measure that it is a number or a unit,
// which is the head only if it is the first word. Words beyond the 32nd are not looked
// for.
func (n *Naming) Expect(c Clause, gap, measure bool) {
	if len(n.worths) == maxNamingWords {
		return
	}
	if n.headed = n.headed || gap && len(n.worths) > 0; !n.headed && (!measure || n.head < 0) {
		n.head = len(n.worths)
	}
	bit := uint32(1) << len(n.worths)
	n.fields = append(n.fields, 0)
	worth := 0.0
	for _, term := range c.Terms {
		n.mark(term.Term, bit)
		worth = max(worth, term.factor())
	}
	for _, group := range c.Groups {
		sum := 0.0
		for _, term := range group {
			n.mark(term.Term, bit)
			sum += term.factor()
		}
		worth = max(worth, sum)
	}
	n.worths = append(n.worths, worth)
}

// Head returns the place of the query's head among its words, -1 without words.
func (n *Naming) Head() int { return n.head }

func (n *Naming) mark(term, bit uint32) {
	n.marks[term] |= bit
	n.fields[len(n.fields)-1] |= n.index.fields[term]
	n.marked = append(n.marked, term)
}

// Match reads the name of a product: title, brand and category, its first fields.
func (n *Naming) Match(doc uint32) (m Named) {
	if len(n.worths) == 0 {
		return m
	}
	head := uint32(1) << n.head
	at := n.matchTitle(int(n.index.starts[doc]), head, &m)
	brand, whole, _, at := n.matchField(at)
	if whole {
		m.Brand = brand
	}
	_, _, end, _ := n.matchField(at)
	m.Category = end&head != 0
	return m
}

// matchTitle reads the title that begins at a place and returns the place after it.
func (n *Naming) matchTitle(at int, head uint32, m *Named) int {
	x := n.index
	// previous and current are the words at two positions, one after the other.
	var previous, current uint32
	begun, front := false, true
	for same := false; ; {
		var code uint32
		code, at = nextCode(x.streams, at)
		switch code {
		case codeEndOfField:
			m.Head = m.Head || current&head != 0
			return at
		case codeGap:
			m.Head = m.Head || current&head != 0
			previous, current = current, 0
			front = !begun
		case codeSamePosition:
			same = true
		default:
			term := x.ranked[code-firstTermCode]
			if !same {
				m.Head = m.Head || current&head != 0 && beginsWithDigit(x.terms[term])
				previous, current = current, 0
			}
			same, begun = false, true
			current |= n.marks[term]
			if front {
				m.Front |= n.marks[term]
			}
			m.Pairs |= previous << 1 & current
		}
	}
}

// matchField reads the field that begins at a place. It returns the words that
// stand in it, whether every term is one of them, the words at its last position,
// and the place after it.
func (n *Naming) matchField(at int) (words uint32, whole bool, end uint32, after int) {
	x := n.index
	whole = true
	for same := false; ; {
		var code uint32
		code, at = nextCode(x.streams, at)
		switch code {
		case codeEndOfField:
			return words, whole, end, at
		case codeGap:
			end = 0
		case codeSamePosition:
			same = true
		default:
			marks := n.marks[x.ranked[code-firstTermCode]]
			if !same {
				end = 0
			}
			same = false
			end |= marks
			words |= marks
			whole = whole && marks != 0
		}
	}
}

func beginsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }
