package train

import "context"

// How a table is learned. Batches in which products stand beside their neighbours
// by BM25 made worse tables of two development sets, since many of those are as
// good an answer as the product itself; beside others of their category they
// gained nothing on the demo catalogue.
const (
	batchPairs  = 256
	temperature = 0.1
	rate        = 0.1
	// epochs is how often every product is seen, within the bounds on the batches:
	// a small catalogue needs more rounds, a large one may not take for ever.
	epochs        = 20
	fewestBatches = 300
	mostBatches   = 4000
	// holdAll is how strongly rows with a starting vector are held to it, over all
	// batches together. Left alone, words that go together ("faucet", "handle")
	// would drive out those that mean the same.
	holdAll = 3
)

// fit trains the table; warm says that it has starting vectors. It returns ctx's
// error if that is cancelled.
func (m *model) fit(ctx context.Context, warm bool, progress func(done, total int)) error {
	n := m.corpus.products()
	total := min(mostBatches, max(fewestBatches, epochs*n/batchPairs))
	at := pace{rate: rate}
	if warm {
		at.hold = holdAll / float32(total)
	}
	b := newBatch(m)
	loss := &contrast{temperature: temperature}
	d := newDescent(m.dims, at, m.table, m.weights)
	for done := range total {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.fill()
		if b.left.len() > 1 {
			b.left.encode(m.table, m.weights)
			b.right.encode(m.table, m.weights)
			loss.step(b.left, b.right)
			for _, side := range []*bags{b.left, b.right} {
				side.back()
				d.gather(side)
			}
			d.step()
		}
		if progress != nil {
			progress(done+1, total)
		}
	}
	return nil
}

// batch is the pairs that are told apart from each other.
type batch struct {
	pairs       pairs
	left, right *bags
	// order are the products that have not had their turn.
	order []int
	// taken (products) is the number of the last batch that a product was in.
	taken  []int
	number int
}

func newBatch(m *model) *batch {
	return &batch{
		pairs: pairs{corpus: m.corpus, random: m.random},
		left:  newBags(m.dims), right: newBags(m.dims),
		taken: make([]int, m.corpus.products()),
	}
}

// fill draws the pairs of the next batch, of no product twice. There are fewer
// than batchPairs where the products have not the words for them.
func (b *batch) fill() {
	b.left.reset()
	b.right.reset()
	b.number++
	size := min(batchPairs, len(b.taken))
	for tries := 0; b.left.len() < size && tries < 2*size; tries++ {
		if len(b.order) == 0 {
			b.order = b.pairs.random.Perm(len(b.taken))
		}
		doc := b.order[0]
		b.order = b.order[1:]
		if b.taken[doc] == b.number {
			continue
		}
		b.taken[doc] = b.number
		if left, right, ok := b.pairs.draw(uint32(doc)); ok {
			b.left.add(left)
			b.right.add(right)
		}
	}
}
