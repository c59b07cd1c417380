package bundle

// SharedStrings adds a list of strings, each as how many bytes it shares with the
// one before it, and the rest: ascending strings hardly take more than what is new
// in each.
func (b *Builder) SharedStrings(name string, v []string) {
	shared := make([]uint32, len(v))
	rests := make([]string, len(v))
	previous := ""
	for i, s := range v {
		n := 0
		for n < len(s) && n < len(previous) && s[n] == previous[n] {
			n++
		}
		shared[i], rests[i] = uint32(n), s[n:]
		previous = s
	}
	b.Uints(name+".shared", shared)
	b.Strings(name, rests)
}

// SharedStrings returns a list that the builder's SharedStrings added; the strings
// lie beside each other in one.
func (p *Part) SharedStrings(name string) []string {
	shared, rests := p.Uints(name+".shared"), p.Strings(name)
	if len(shared) != rests.Len() {
		p.Fail("has not one beginning for each of " + name)
		return nil
	}
	text := make([]byte, 0, 2*len(rests.text)) // about what the beginnings come to
	ends := make([]int, len(shared))
	previous := 0
	for i, n := range shared {
		start := len(text)
		if int(n) > start-previous {
			p.Fail("has " + name + " that do not fit together")
			return nil
		}
		text = append(append(text, text[previous:previous+int(n)]...), rests.At(i)...)
		previous, ends[i] = start, len(text)
	}
	all, start := string(text), 0
	texts := make([]string, len(ends))
	for i, end := range ends {
		texts[i] = all[start:end]
		start = end
	}
	return texts
}
