package lexical

// pairs are the pairs of terms that are joined. It is a hash table with open
// addressing: Go's map took a tenth of the time in which a lexicon opens.
type pairs struct {
	// all are the pairs, numbered as they came.
	all []pair
	// slots (a power of two) are the pairs' numbers and 1, or 0, each behind the
	// place that its hash gives, with no 0 between.
	slots []uint32
}

// pair is two terms that are joined, by their codes less firstTermCode.
type pair struct {
	first, second uint32
	count         Count
}

// add notes that a product has a pair and returns the pair's number.
func (p *pairs) add(first, second, product uint32) uint32 {
	if 2*len(p.all) >= len(p.slots) {
		p.grow()
	}
	slot := p.find(first, second)
	if *slot == 0 {
		p.all = append(p.all, pair{first: first, second: second})
		*slot = uint32(len(p.all))
	}
	p.all[*slot-1].count.add(product)
	return *slot - 1
}

// find returns the slot of a pair, or the one where it belongs. There is a slot
// left.
func (p *pairs) find(first, second uint32) *uint32 {
	// The multipliers are odd and their high bits mixed: a multiple of 2^64 / phi,
	// Knuth's for hashing, and a prime.
	hash := (uint64(first)*0x9e3779b97f4a7c15 ^ uint64(second)*0xc2b2ae3d27d4eb4f) >> 32
	mask := len(p.slots) - 1
	for i := int(hash) & mask; ; i = (i + 1) & mask {
		n := p.slots[i]
		if n == 0 || p.all[n-1].first == first && p.all[n-1].second == second {
			return &p.slots[i]
		}
	}
}

// grow makes room for as many pairs again, and for some at first.
func (p *pairs) grow() {
	p.slots = make([]uint32, max(1024, 2*len(p.slots)))
	for i, pair := range p.all {
		*p.find(pair.first, pair.second) = uint32(i + 1)
	}
}
