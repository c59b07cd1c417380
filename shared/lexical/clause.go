package lexical

// Clause is one word of a query: all that stands for it, each with a weight of at
// most 1. A product scores the best of them, once.
type Clause struct {
	Terms []Weighted
	// Groups stand for the word only together, as "closet" and "maid" do for
	// "closetmaid". A product that has every term of a group scores their sum.
	Groups [][]Weighted
	// Optional says that a product which lacks the word may have all that was typed.
	Optional bool
}

// Weighted is one term and what a match of it is worth.
type Weighted struct {
	Term uint32
	// Weight is from 0 to 1 and 1 for the word as it was typed.
	Weight float64
	// IDF is the idf to score with: a term that only continues a word being typed
	// takes that of all such terms, so that rare continuations do not win.
	IDF float64
	// Relation is why the term stands for the word.
	Relation Relation
}

func (t Weighted) factor() float64 { return t.Weight * t.IDF }

// Relation is what a term has to do with the word that was typed.
type Relation uint8

// The relations, the nearest first.
const (
	// Typed is the word itself.
	Typed Relation = iota
	// Continued is a longer word that begins with the one being typed.
	Continued
	// Inflected is a related word, of the same root.
	Inflected
	// Compounded is the word joined with its neighbour, or taken apart.
	Compounded
	// Converted is the same quantity in another unit.
	Converted
	// Synonymous is another word for it, by the merchant's list.
	Synonymous
	// Corrected is the word that was probably meant.
	Corrected
)
