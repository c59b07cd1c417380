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
// the bound every term that begins so is passed over. Of a row only the columns
// within the bound of the diagonal are computed (Ukkonen, "Algorithms for
// Approximate String Matching", 1985).
func (x *Index) Similar(word string, edits int, visit func(term uint32, distance int)) {
	if word == "" || len(word) > maxTyped || edits < 0 {
		return
	}
	t := table{typed: word, edits: min(edits, maxEdits)}
	for i := range t.rows[0] {
		t.rows[0][i] = uint8(i)
	}
	for number, shared := range x.shared {
		far := t.dead && int(shared) >= t.depth
		if far && x.words.isWhole(uint32(number)) {
			continue // it begins like a term that is too far away
		}
		term := x.terms[number]
		kept, ending := x.words.parts(uint32(number), len(term))
		if far && kept >= t.depth {
			continue
		}
		t.keep(min(int(shared), kept))
		if !t.extend(term[:kept]) || !t.finish(term[:kept], ending) {
			continue
		}
		if d := t.distance(kept + len(ending)); d <= t.edits {
			visit(uint32(number), d)
		}
	}
}

// row is one row of a table of distances: to each beginning of what was typed.
// What lies further from the diagonal than the bound is not computed, but for
// the first column on either side, which holds more than the bound.
type row [maxTyped + 2]uint8

// table is the table of distances between what was typed (columns) and the
// beginnings of a term (rows). Row r belongs to the first r bytes of the term.
type table struct {
	typed string
	edits int
	// rows are as many as a word within the bound can have, and one more.
	rows [maxTyped + maxEdits + 2]row
	// depth is how many rows after the first are right for the current term.
	depth int
	// dead says that the last row has nothing within the bound.
	dead bool
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
	from, to := r-t.edits, min(r+t.edits, len(t.typed))
	if from > len(t.typed) {
		return false
	}
	this, above, beyond := &t.rows[r], &t.rows[r-1], uint8(t.edits+1)
	least := beyond
	if from <= 0 {
		this[0] = uint8(r)
		least = uint8(r)
		from = 1
	} else {
		this[from-1] = beyond
	}
	for i := from; i <= to; i++ {
		d := above[i-1]
		if t.typed[i-1] != c {
			d = min(d, above[i], this[i-1]) + 1
			if r > 1 && i > 1 && t.typed[i-1] == before && t.typed[i-2] == c {
				d = min(d, t.rows[r-2][i-2]+1)
			}
		}
		this[i] = d
		least = min(least, d)
	}
	this[to+1] = beyond
	return least < beyond
}

// distance returns that of the first bytes of the current word, or more than the
// bound.
func (t *table) distance(length int) int {
	if length < len(t.typed)-t.edits || length > len(t.typed)+t.edits {
		return t.edits + 1
	}
	return int(t.rows[length][len(t.typed)])
}
