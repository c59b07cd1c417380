// Package embeddings is the part of a bundle that says which words mean alike: a
// small vector for each of the catalogue's terms that are not too rare, and for
// words that the catalogue lacks and shoppers use all the same. The indexer learns
// them from the catalogue; the engine makes the vectors of products and queries
// of them when it has the part, so that those are not downloaded. A bundle may be
// without the part, and searching works before it is there.
package embeddings

import (
	"math"
	"slices"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// MaxDims is the longest row of a table.
const MaxDims = 1024

// Table is a list of directions, first those of the catalogue's terms and then
// those of the general words. The zero Table has no rows.
type Table struct {
	// Dims is the length of a row.
	Dims int
	// Terms are the numbers of the terms that have a row, ascending.
	Terms []uint32
	// Words are the general words, as terms of the analyzer, ascending in bytes.
	// None of them is a term of the catalogue.
	Words []string
	// Rows (len(Terms)+len(Words), Dims) are directions: only the proportions of a
	// row's numbers count, the largest of which is 127 or -127.
	Rows []int8
	// Weights (len(Terms)+len(Words)) is how much each row counts in the mean that
	// stands for a text: 0 to 255, in proportion.
	Weights []uint8
	// Near lists for each row (Len()) rows of terms that mean about the same in the
	// language at large, best first.
	Near Lists
}

// Len counts the rows.
func (t *Table) Len() int { return len(t.Terms) + len(t.Words) }

// Row returns a row (Dims), which must not be changed.
func (t *Table) Row(i int) []int8 { return t.Rows[i*t.Dims : (i+1)*t.Dims : (i+1)*t.Dims] }

// OfTerm returns the row of a term of the catalogue.
func (t *Table) OfTerm(number uint32) (row int, ok bool) {
	return slices.BinarySearch(t.Terms, number)
}

// OfWord returns the row of a general word. A word that is a term of the
// catalogue has none; see OfTerm.
func (t *Table) OfWord(term string) (row int, ok bool) {
	i, ok := slices.BinarySearch(t.Words, term)
	return len(t.Terms) + i, ok
}

// Encode lays the table out as a part. Instead of the terms it writes by how much
// each is greater than the one before it.
func Encode(t *Table) *bundle.Builder {
	b := bundle.NewBuilder(bundle.PartEmbeddings)
	steps := make([]uint32, len(t.Terms))
	previous := uint32(0)
	for i, term := range t.Terms {
		steps[i] = term - previous
		previous = term
	}
	rows := make([]byte, len(t.Rows))
	for i, v := range t.Rows {
		rows[i] = byte(v)
	}
	weights := make([]uint32, len(t.Weights))
	for i, w := range t.Weights {
		weights[i] = uint32(w)
	}
	b.Number("dims", float64(t.Dims))
	b.Uints("terms", steps)
	b.SharedStrings("words", t.Words)
	b.Bytes("rows", rows)
	b.Uints("weights", weights)
	b.Uints("near.counts", t.Near.counts)
	b.Uints("near", t.Near.all)
	return b
}

// Decode reads the part that Encode lays out, for a catalogue of so many terms. It
// fails with a *bundle.Error.
func Decode(p *bundle.Part, terms int) (*Table, error) {
	t := &Table{Dims: p.Int("dims"), Terms: p.Uints("terms"), Words: p.SharedStrings("words")}
	rows, weights := p.Bytes("rows"), p.Uints("weights")
	counts, near := p.Uints("near.counts"), p.Uints("near")
	if p.Err() != nil {
		return nil, p.Err()
	}
	var fits bool
	t.Near, fits = newLists(counts, near, uint32(len(t.Terms)))
	switch {
	case t.Dims < 1 || t.Dims > MaxDims:
		p.Fail("has rows of an impossible length")
	case len(rows) != t.Len()*t.Dims || len(weights) != t.Len():
		p.Fail("has not one row and weight for each of its words")
	case !t.sum(terms):
		p.Fail("has rows of terms that are not there")
	case !fits || t.Near.Len() != t.Len():
		p.Fail("has rows near to its words that are not there")
	case !ascending(t.Words):
		p.Fail("has words that do not ascend")
	}
	t.Rows = make([]int8, len(rows))
	for i, v := range rows {
		t.Rows[i] = int8(v)
	}
	t.Weights = make([]uint8, len(weights))
	for i, w := range weights {
		if w > math.MaxUint8 {
			p.Fail("has weights above 255")
			break
		}
		t.Weights[i] = uint8(w)
	}
	if p.Err() != nil {
		return nil, p.Err()
	}
	return t, nil
}

// sum makes terms of the steps between them. It returns false if they do not
// ascend or do not stay below the number of terms.
func (t *Table) sum(terms int) bool {
	var sum uint64
	for i, step := range t.Terms {
		sum += uint64(step)
		if step == 0 && i > 0 || sum >= uint64(terms) {
			return false
		}
		t.Terms[i] = uint32(sum)
	}
	return true
}

func ascending(words []string) bool {
	for i := 1; i < len(words); i++ {
		if words[i] <= words[i-1] {
			return false
		}
	}
	return true
}
