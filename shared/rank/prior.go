package rank

// Prior returns the model that training begins with: what was found on the
// development sets, where no catalogue's own net of words in titles did better than
// the first stage on the others. So it weighs meaning alone, and nearly all of that
// only as far as no product has the words.
func Prior() *Model {
	m := &Model{Mix: 1, Floor: 0.3, Net: Net{Direct: make([]float32, Count)}}
	m.Net.Direct[Evidence] = 0.3
	m.Net.Direct[EvidenceInstead] = 4
	m.Net.Direct[AttendedInstead] = 1.5
	return m
}
