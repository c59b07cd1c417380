// Package train learns from the catalogue, offline and from nothing else, which
// words mean alike. Its result is the table of the bundle's part embeddings.
//
// The table is learned by contrast: two texts about one product, such as a window
// of its description and its name, are to be more alike than texts about other
// products, of which the most instructive are those of the same category. A text
// is the mean of the rows of its words. The gradients are written out here; tests
// hold them to finite differences.
//
// The contract: the same index, options and seed give the same table to the last
// bit, on any number of processors of one kind. No sum depends on which goroutine
// was faster, and no random number either.
package train

import (
	"context"
	"math"
	"math/rand/v2"

	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Options say what table to learn. The zero Options are those to begin with.
type Options struct {
	// Dims is the length of a row; 0 stands for DefaultDims.
	Dims int
	// Seed makes another table of the same quality.
	Seed uint64
	// Start has vectors that are known beforehand, nil for none.
	Start *Start
	// MaxTerms and MaxWords bound the rows, of the catalogue's terms and of general
	// words; 0 stands for DefaultTerms and DefaultWords.
	MaxTerms, MaxWords int
	// Progress, if not nil, is called after every batch with how many of how many
	// are done, in the goroutine of the caller.
	Progress func(done, total int)
}

// The defaults of Options.
const (
	DefaultDims  = 32
	DefaultTerms = 12_000
	DefaultWords = 4_000
)

var T = struct {
	Batch, Mates, Epochs, MinBatches, MaxBatches int
	Temp, Rate, StartRate, Hold            float64
	LeastDF                         int
	NormWeight                      bool
	TrainCommon bool
	Least float64
}{256, 1, 10, 200, 4000, .1, .05, .05, 0, 2, false, false, 0}

// Table learns the table of a catalogue. If ctx is cancelled it returns ctx's error.
func Table(ctx context.Context, index *lexical.Index, analyzer *text.Analyzer, options Options) (*embeddings.Table, error) {
	dims := options.Dims
	if dims == 0 {
		dims = DefaultDims
	}
	maxTerms, maxWords := options.MaxTerms, options.MaxWords
	if maxTerms == 0 {
		maxTerms = DefaultTerms
	}
	if maxWords == 0 {
		maxWords = DefaultWords
	}
	var g *general
	if options.Start != nil {
		g = newGeneral(*options.Start, analyzer)
	}
	c := newCorpus(index, func(term uint32) int {
		if g != nil {
			if _, ok := g.byTerm[index.Term(term)]; ok {
				return 1
			}
		}
		return T.LeastDF
	}, maxTerms)
	random := rand.New(rand.NewPCG(options.Seed, 1))
	table := make([]float32, len(c.terms)*dims)
	for i := range table {
		table[i] = float32(random.NormFloat64() / math.Sqrt(float64(dims)))
	}
	weights := make([]float32, len(c.terms))
	for row, term := range c.terms {
		w := index.IDF(index.DocumentFrequency(term)) / index.IDF(1)
		weights[row] = float32(max(w, T.Least))
	}
	rate := T.Rate
	if g != nil {
		g.begin(index, c.terms, table, dims)
		rate = T.StartRate
	}
	d := newDescent(dims, float32(rate), float32(T.Hold), table, weights)
	if err := run(ctx, index, c, d, random, options.Progress); err != nil {
		return nil, err
	}
	var words []foreign
	var placed []float32
	if g != nil {
		words = g.choose(index, c.terms, maxWords)
		placed = g.place(index, c.terms, table, dims, words)
	}
	out := &embeddings.Table{Dims: dims, Terms: c.terms, Words: []string{}}
	var finals []float64
	norm := func(row []float32) float64 {
		if !T.NormWeight {
			return 1
		}
		return float64(normalise(append([]float32(nil), row...)))
	}
	for row, term := range c.terms {
		v := table[row*dims : (row+1)*dims]
		out.Rows = quantise(out.Rows, v)
		common := 1.0
		if g != nil {
			if i, ok := g.byTerm[index.Term(term)]; ok {
				common = g.commonness(i)
			}
		}
		finals = append(finals, float64(weights[row])*common*norm(v))
	}
	for i, word := range words {
		v := placed[i*dims : (i+1)*dims]
		out.Words = append(out.Words, word.term)
		out.Rows = quantise(out.Rows, v)
		finals = append(finals, .8*g.commonness(word.row)*norm(v))
	}
	greatest := 1e-9
	for _, f := range finals {
		greatest = max(greatest, f)
	}
	for _, f := range finals {
		out.Weights = append(out.Weights, share(f, greatest))
	}
	return out, nil
}

var LastLoss float64

func run(ctx context.Context, x *lexical.Index, c *corpus, d *descent, random *rand.Rand, progress func(done, total int)) error {
	n := c.products()
	size := min(T.Batch, n)
	total := min(T.MaxBatches, max(T.MinBatches, T.Epochs*n/T.Batch))
	near := newNeighbours(x, c, random)
	p := &pairs{corpus: c, random: random}
	left, right := newBags(d.dims), newBags(d.dims)
	loss := &contrast{temperature: float32(T.Temp)}
	var order []int
	inBatch := make([]int, n)
	sum := 0.0
	for batch := 1; batch <= total; batch++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		left.reset()
		right.reset()
		add := func(doc uint32) {
			if inBatch[doc] == batch || left.len() == size {
				return
			}
			inBatch[doc] = batch
			if l, r, ok := p.draw(doc); ok {
				left.add(l)
				right.add(r)
			}
		}
		for tries := 0; left.len() < size && tries < 2*size; tries++ {
			if len(order) == 0 {
				order = random.Perm(n)
			}
			doc := uint32(order[0])
			order = order[1:]
			add(doc)
			for range T.Mates {
				add(near.draw(doc))
			}
		}
		if left.len() > 1 {
			left.encode(d.table, d.weights)
			right.encode(d.table, d.weights)
			l := loss.step(left, right)
			left.back()
			right.back()
			d.gather(left)
			d.gather(right)
			d.step()
			if batch > total*9/10 {
				sum += l
				LastLoss = sum / float64(batch-total*9/10)
			}
		}
		if progress != nil {
			progress(batch, total)
		}
	}
	return nil
}
