package lexical

// Bounds of the search for words by likeness.
const (
	// maxTyped bounds the bytes of a word that is looked for by likeness; nobody
	// types a longer one, and a pasted one is no typing error.
	maxTyped = 40
	// maxEdits bounds how far a word may be from what was typed.
	maxEdits = 2
)

// Similar calls visit for every term whose word lies within so many edits, at most
// 2, of the given one: a letter more, less or other, or two neighbours exchanged
// (optimal string alignment, Damerau 1964). Edits are counted in bytes, since
// folded words of the scripts that are corrected are all but ASCII.
//
// The terms are ascending, so that neighbours share the rows of the table of
// distances for the bytes that they share, and once a row has nothing within
// the bound every term that begins so is passed over. A row is a few words of bits
// (Wu and Manber, "Fast Text Searching Allowing Errors", 1992).
func (x *Index) Similar(word string, edits int, visit func(term uint32, distance int)) {
	if word == "" || len(word) > maxTyped || edits < 0 {
		return
	}
	t := newTable(word, min(edits, maxEdits))
	for number, shared := range x.shared {
		if t.dead && int(shared) >= t.depth {
			continue // it begins like a term that is too far away
		}
		t.keep(int(shared))
		term := x.terms[number]
		kept, ending := x.words.parts(uint32(number), len(term))
		length := kept + len(ending)
		if length < len(word)-t.edits || length > len(word)+t.edits {
			continue
		}
		if t.extend(term[:kept]) && t.finish(term[:kept], ending) {
			if d := t.distance(length); d <= t.edits {
				visit(uint32(number), d)
			}
		}
	}
}

// row is one row of a table of distances: bit i of row[d] says that the first i
// bytes of what was typed lie within d edits.
type row [maxEdits + 1]uint64

// table is the table of distances between what was typed and the beginnings of a
// term. Row r belongs to the first r bytes of the term.
type table struct {
	edits int
	// places has for each byte the bit i where it is the i-th that was typed, from 1.
	places [256]uint64
	// whole is the bit of all that was typed.
	whole uint64
	// rows are as many as a word within the bound can have, and one more.
	rows [maxTyped + maxEdits + 2]row
	// depth is how many rows after the first are right for the current term.
	depth int
	// dead says that the last row has nothing within the bound.
	dead bool
}

func newTable(typed string, edits int) *table {
	t := &table{edits: edits, whole: 1 << len(typed)}
	for i := range len(typed) {
		t.places[typed[i]] |= 2 << i
	}
	for d := range t.rows[0] {
		t.rows[0][d] = 2<<d - 1
	}
	return t
}

// keep goes back to the first n rows, if there are more.
func (t *table) keep(n int) {
	if n < t.depth {
		t.depth = n
		t.dead = false
	}
}

// extend adds the rows for the rest of the bytes that a word shares with its term,
// until one is dead, and says whether none is.
func (t *table) extend(kept string) bool {
	for !t.dead && t.depth < len(kept) {
		before := byteBefore(kept, t.depth)
		t.depth++
		t.dead = !t.fill(t.depth, kept[t.depth-1], before)
	}
	return !t.dead
}

// finish adds the rows for how the word ends otherwise than its term, in the place
// of those for the rest of the term, and says whether none is dead.
func (t *table) finish(kept, ending string) bool {
	before := byteBefore(kept, len(kept))
	for i := range len(ending) {
		if !t.fill(len(kept)+1+i, ending[i], before) {
			return false
		}
		before = ending[i]
	}
	return true
}

// byteBefore returns the last of the first n bytes, 0 for none.
func byteBefore(s string, n int) byte {
	if n == 0 {
		return 0
	}
	return s[n-1]
}

// fill computes row r of a word whose r-th byte is c and the one before it before,
// and says whether anything in it is within the bound.
func (t *table) fill(r int, c, before byte) bool {
	this, above, same := &t.rows[r], &t.rows[r-1], t.places[c]
	this[0] = above[0] << 1 & same
	for d := 1; d <= maxEdits; d++ {
		bits := above[d]<<1&same | above[d-1] | above[d-1]<<1 | this[d-1]<<1
		if r > 1 {
			bits |= t.rows[r-2][d-1] << 2 & t.places[before] & (same << 1)
		}
		this[d] = bits & (t.whole<<1 - 1)
	}
	return this[t.edits] != 0
}

// distance returns that of the first bytes of the current word, or more than the
// bound.
func (t *table) distance(length int) (d int) {
	for d <= t.edits && t.rows[length][d]&t.whole == 0 {
		d++
	}
	return d
}
