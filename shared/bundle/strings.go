package bundle

// Strings is a list of strings that stand back to back in one.
type Strings struct {
	text string
	// ends (n+1) holds where each string ends; ends[0] is 0.
	ends []uint32
}

// Strings returns a list of strings.
func (p *Part) Strings(name string) Strings {
	lengths := p.Uints(name + ".lengths")
	text := p.Bytes(name)
	ends := make([]uint32, len(lengths)+1)
	var end uint64
	for i, n := range lengths {
		end += uint64(n)
		ends[i+1] = uint32(end)
		if end > uint64(len(text)) {
			break
		}
	}
	if end != uint64(len(text)) {
		p.Fail("has strings " + name + " of the wrong length")
		return Strings{ends: []uint32{0}}
	}
	return Strings{text: string(text), ends: ends}
}

// Len returns the number of strings.
func (s Strings) Len() int { return len(s.ends) - 1 }

// At returns the i-th string.
func (s Strings) At(i int) string { return s.text[s.ends[i]:s.ends[i+1]] }

// All returns the strings as a slice; they share their bytes with s.
func (s Strings) All() []string {
	all := make([]string, s.Len())
	for i := range all {
		all[i] = s.At(i)
	}
	return all
}
