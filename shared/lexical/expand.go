package lexical

// expander makes of the streams in a lexicon those that an index walks: with a
// term's code in the place of every mark that stands for one, and with every
// field, also those that no product has. It checks them, and counts the terms.
type expander struct {
	data []byte
	// fields are the indices of the streams' fields in Fields, and the end.
	fields []int
	out    []byte
	// copied is how much of data is in out.
	copied int
	// counts is how often each term occurs, by its code less firstTermCode: first
	// the terms that are spelt out, spelt in number, then those in joined.
	counts []uint32
	spelt  int
	// joined are the pairs of terms that marks stand for, as they come; numbers
	// finds them again.
	joined  []pair
	numbers map[pair]uint32
}

// pair is two terms that are joined, by their codes less firstTermCode.
type pair struct{ first, second uint32 }

// none stands for no term.
const none = ^uint32(0)

// expand expands the streams of so many products, and says whether they make
// sense.
func (e *expander) expand(products int) bool {
	e.counts = make([]uint32, e.spelt)
	e.numbers = make(map[pair]uint32)
	absent := len(Fields) - len(e.fields) + 1
	e.out = make([]byte, 0, len(e.data)+len(e.data)/16+products*absent)
	at := 0
	for range products {
		for i, field := range e.fields[:len(e.fields)-1] {
			if at = e.field(at); at < 0 {
				return false
			}
			if next := e.fields[i+1]; next > field+1 {
				e.copyTo(at)
				for range next - field - 1 {
					e.out = appendCode(e.out, codeEndOfField)
				}
			}
		}
	}
	e.copyTo(len(e.data))
	return at == len(e.data)
}

// field expands the text of one field and returns the place after it, or -1.
func (e *expander) field(at int) int {
	// last is the term before, pending the one that is to be joined with the next
	// word; same says that the next term stands where the last does.
	last, pending, same := none, none, false
	for at < len(e.data) {
		code, next := uint32(e.data[at]), at+1
		if code >= oneByteCodes {
			if code, next = nextCode(e.data, at); next < 0 {
				return -1
			}
		}
		switch {
		case code >= firstTermCode:
			term := code - firstTermCode
			if term >= uint32(e.spelt) {
				return -1
			}
			e.counts[term]++
			if pending != none && !same {
				e.copyTo(at)
				e.out = appendCode(appendCode(e.out, codeSamePosition), firstTermCode+e.join(pair{pending, term}))
				pending = none
			}
			last, same = term, false
		case same:
			return -1
		case code == codeSamePosition && last != none:
			same = true
		case pending != none:
			return -1
		case code == codeEndOfField:
			return next
		case code == codeGap:
			last = none
		case code == codeJoined && last != none:
			pending = last
			e.copyTo(at)
			e.copied = next
		default:
			return -1
		}
		at = next
	}
	return -1
}

// copyTo copies the data up to a place.
func (e *expander) copyTo(at int) {
	e.out = append(e.out, e.data[e.copied:at]...)
	e.copied = at
}

// join counts one more of a joined term and returns its code less firstTermCode.
func (e *expander) join(p pair) uint32 {
	number, known := e.numbers[p]
	if !known {
		number = uint32(e.spelt + len(e.joined))
		e.numbers[p] = number
		e.joined = append(e.joined, p)
		e.counts = append(e.counts, 0)
	}
	e.counts[number]++
	return number
}
