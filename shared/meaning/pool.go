package meaning

import "github.com/vitrine-search/vitrine/shared/attention"

// pool is the weighted mean of rows of words: the direction of a text.
type pool struct {
	space *Space
	sum   []float32 // (dims)
	// seen (rows) is the text that had each row last.
	seen []uint32
	text uint32
}

func newPool(s *Space) *pool {
	return &pool{space: s, sum: make([]float32, s.table.Dims), seen: make([]uint32, s.table.Len())}
}

// reset begins another text.
func (p *pool) reset() {
	clear(p.sum)
	p.text++
}

// addOnce adds a row to the text, unless it has it.
func (p *pool) addOnce(row int) {
	if p.seen[row] == p.text {
		return
	}
	p.seen[row] = p.text
	p.add(row)
}

// add adds a row by its weight. The product is converted, so that no host fuses it
// with the sum.
func (p *pool) add(row int) {
	factor := p.space.words.Scale(row) * float32(p.space.Weight(row))
	for k, v := range p.space.words.Row(row) {
		p.sum[k] += float32(factor * float32(v))
	}
}

// appendTo appends the text's direction (dims); texts without a row are zeros.
func (p *pool) appendTo(rows []int8) []int8 { return attention.AppendDirection(rows, p.sum) }
