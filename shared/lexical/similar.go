package lexical

// maxTyped bounds the bytes of a word that is looked for by likeness; nobody
// types a longer one, and a pasted one is no typing error.
const maxTyped = 40

// Similar calls visit for every term whose word lies within so many edits of the
// given one: a letter more, less or other, or two neighbours exchanged (optimal
// string alignment, Damerau 1964). Edits are counted in bytes, since folded
// words of the scripts that are corrected are all but ASCII.
//
// The terms are ascending, so that neighbours share the rows of the table of
// distances for the bytes that they share, and once a row has nothing within
// the bound every term that begins so is passed over.
func (x *Index) Similar(word string, edits int, visit func(term uint32, distance int)) {
	if word == "" || len(word) > maxTyped {
		return
	}
	t := newTable(word, edits)
	for number, term := range x.terms {
		t.keep(int(x.shared[number]))
		t.extend(term)
		kept, ending := x.words.parts(uint32(number), len(term))
		if kept > t.depth {
			continue // its beginning is already too far away
		}
		if d := t.finish(term[:kept], ending); d <= edits {
			visit(uint32(number), d)
		}
	}
}

// row is one row of a table of distances: to each beginning of the word.
type row [maxTyped + 1]uint8

// table is the table of distances between a word (columns) and the beginnings
// of a term (rows). Row r belongs to the first r bytes of the term.
type table struct {
	word  string
	edits uint8
	rows  []row
	// depth is how many rows after the first are right for the current term.
	depth int
	// dead says that the last row has nothing within the bound.
	dead bool
}

func newTable(word string, edits int) *table {
	t := &table{word: word, edits: uint8(edits), rows: make([]row, 1, maxTyped)}
	for i := range len(word) + 1 {
		t.rows[0][i] = uint8(i)
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

// extend adds the rows for the rest of a term until one is dead.
func (t *table) extend(term string) {
	for !t.dead && t.depth < len(term) {
		t.depth++
		if len(t.rows) <= t.depth {
			t.rows = append(t.rows, row{})
		}
		t.dead = !t.fill(&t.rows[t.depth], t.beneath(t.depth), term[:t.depth])
	}
}

// beneath returns the two rows that the row r is computed from, the nearer
// first; the second is nil for the first row.
func (t *table) beneath(r int) [2]*row {
	if r < 2 {
		return [2]*row{&t.rows[r-1], nil}
	}
	return [2]*row{&t.rows[r-1], &t.rows[r-2]}
}

// fill computes the row of s from the rows of s without its last byte and
// without its last two, and says whether anything in it is within the bound.
func (t *table) fill(to *row, from [2]*row, s string) bool {
	c := s[len(s)-1]
	to[0] = from[0][0] + 1
	least := to[0]
	for i := 1; i <= len(t.word); i++ {
		d := from[0][i-1]
		if t.word[i-1] != c {
			d++
		}
		d = min(d, from[0][i]+1, to[i-1]+1)
		if from[1] != nil && i > 1 && t.word[i-1] == s[len(s)-2] && t.word[i-2] == c {
			d = min(d, from[1][i-2]+1)
		}
		to[i] = d
		least = min(least, d)
	}
	return least <= t.edits
}

// finish returns the distance of a word that keeps the first bytes of the
// current term and ends differently, or more than the bound.
func (t *table) finish(kept, ending string) int {
	last := t.rows[len(kept)]
	var from [2]*row
	if ending != "" && kept != "" {
		from = [2]*row{&last, t.beneath(len(kept))[0]}
	} else {
		from = [2]*row{&last, nil}
	}
	word := kept + ending
	for end := len(kept) + 1; end <= len(word); end++ {
		var next row
		if !t.fill(&next, from, word[:end]) {
			return int(t.edits) + 1
		}
		from = [2]*row{&next, from[0]}
	}
	return int(from[0][len(t.word)])
}
