package embeddings

// Lists are short lists of rows, one after the other. The zero Lists has none.
type Lists struct {
	// counts (lists) is how long each is; ends (lists) where each ends in all.
	counts, ends []uint32
	all          []uint32
}

// Append adds a list.
func (l *Lists) Append(rows []uint32) {
	l.all = append(l.all, rows...)
	l.counts = append(l.counts, uint32(len(rows)))
	l.ends = append(l.ends, uint32(len(l.all)))
}

// Len counts the lists.
func (l *Lists) Len() int { return len(l.counts) }

// At returns a list, which must not be changed.
func (l *Lists) At(i int) []uint32 {
	end := l.ends[i]
	return l.all[end-l.counts[i] : end : end]
}

// newLists cuts the lists out of one run of rows. It returns false if they do not
// fill it, or if a row is not below the bound.
func newLists(counts, all []uint32, bound uint32) (l Lists, ok bool) {
	l = Lists{counts: counts, ends: make([]uint32, len(counts)), all: all}
	var sum uint64
	for i, n := range counts {
		sum += uint64(n)
		l.ends[i] = uint32(sum)
	}
	for _, row := range all {
		if row >= bound {
			return Lists{}, false
		}
	}
	return l, sum == uint64(len(all))
}
