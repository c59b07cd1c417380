package lexical

// expander makes of the streams in a lexicon those that an index walks: with a
// term's code in the place of every mark that stands for one, and with every
// field, also those that no product has. It checks them, and counts in how many
// products the terms are.
type expander struct {
	data []byte
	// absent says for each field of the streams how many of Fields without text
	// follow it.
	absent []int
	out    []byte
	// copied is how much of data is in out.
	copied int
	// counts (spelt) are of the terms that are spelt out, by their codes less
	// firstTermCode. The codes behind those are of the joined terms.
	counts []count
	joined pairs
}

// count is how many products have a term, as far as they are known, and the last of
// them, numbered from 1.
type count struct{ products, last uint32 }

// add notes that a product has the term, without a branch, since no processor
// could foretell it.
func (c *count) add(product uint32) {
	more := uint32(0)
	if c.last != product {
		more = 1
	}
	c.products += more
	c.last = product
}

// none stands for no term.
const none = ^uint32(0)

// expand expands the streams of so many products, in which so many terms are spelt
// out, and says whether they make sense.
func (e *expander) expand(products, spelt int) bool {
	e.counts = make([]count, spelt)
	e.out = make([]byte, 0, len(e.data)+len(e.data)/16+products*(len(Fields)-len(e.absent)))
	var ends [8]byte // all are codeEndOfField, and there are fewer fields
	at := 0
	for product := range uint32(products) {
		for _, absent := range e.absent {
			if at = e.field(at, product+1); at < 0 {
				return false
			}
			if absent > 0 {
				e.copyTo(at)
				e.out = append(e.out, ends[:absent]...)
			}
		}
	}
	e.copyTo(len(e.data))
	return at == len(e.data)
}

// field expands the text of one field of a product, numbered from 1, and returns
// the place after it, or -1.
func (e *expander) field(at int, product uint32) int {
	data, counts := e.data, e.counts
	// last is the term before, pending the one that is to be joined with the next
	// word, for which there is a mark; same says that the next term stands where the
	// last does.
	last, pending, mark, same := none, none, 0, false
	for at < len(data) {
		code, next := uint32(data[at]), at+1
		if code < threeByte && next < len(data) {
			var more int
			code, more = shortCode(code, data[next])
			next += more
		} else if code, next = nextCode(data, at); next < 0 {
			return -1
		}
		switch {
		case code >= firstTermCode:
			term := code - firstTermCode
			if term >= uint32(len(counts)) {
				return -1
			}
			counts[term].add(product)
			if pending != none && !same {
				e.copyTo(mark)
				e.copied++
				joined := uint32(len(counts)) + e.joined.add(pending, term, product)
				e.out = appendCode(append(e.out, codeSamePosition), firstTermCode+joined)
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
			pending, mark = last, at
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
