// Package pseudo makes up queries from a catalogue, and says what every product is
// worth for each: what the second stage learns from where nobody has searched yet.
//
// A query is made of a product. It begins as clean words: some of its title, of its
// brand, category and attributes, or of what it and its like are described by. Then
// it is spoilt as shoppers spoil theirs: by a wrong letter, a blank too many, half a
// word, another word for the same thing. Gains go by the clean words, so that the
// second stage learns to see through the spoiling.
//
// The contract: the same index, options and seed give the same queries.
package pseudo

import (
	"context"
	"math/rand/v2"
	"strings"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// Kind is what was done to the words of a query.
type Kind int

// The kinds.
const (
	// Dropped has some of the words of a product's name, and not the others.
	Dropped Kind = iota
	// Misspelt has a letter more, less or other, or two exchanged.
	Misspelt
	// Parted has a compound in two words, Joined two words in one.
	Parted
	Joined
	// Abbreviated has but the beginning of a word, or its consonants.
	Abbreviated
	// Paraphrased has another word of a like meaning, which the product lacks.
	Paraphrased
	// Described has words that the product, or its like, is described by and not
	// called.
	Described

	// Kinds is how many there are.
	Kinds = iota
)

var kindNames = [Kinds]string{"dropped", "misspelt", "parted", "joined", "abbreviated", "paraphrased", "described"}

func (k Kind) String() string { return kindNames[k] }

// shares are how many of 100 queries are of each kind, where they can be made.
var shares = [Kinds]int{Dropped: 35, Misspelt: 10, Parted: 3, Joined: 3, Abbreviated: 4, Paraphrased: 15, Described: 30}

// Query is a made-up query.
type Query struct {
	// Text is what is typed.
	Text string
	Kind Kind
	// Source is the product that it was made of.
	Source uint32

	catalogue *catalogue
	// wanted are the clean words that gains go by.
	wanted []word
}

// Options say which queries to make. The zero Options are those to begin with.
type Options struct {
	// Count is how many to make at most; 0 stands for DefaultCount. A small
	// catalogue has fewer: no query is made twice.
	Count int
	// Seed makes other queries.
	Seed uint64
	// Neighbours returns words of a like meaning, nearest first, for a folded word;
	// nil where none are known. Then no query is paraphrased.
	Neighbours func(word string) []string
}

// DefaultCount is how many queries teach about as much as twice as many.
const DefaultCount = 1500

// perProduct bounds the queries that are made of one product, on average.
const perProduct = 8

// Queries makes queries of the catalogue that the index was made of, with the
// analyzer that it was made with. If ctx is cancelled it returns ctx's error.
func Queries(ctx context.Context, index *lexical.Index, analyzer *text.Analyzer, options Options) ([]Query, error) {
	if options.Count == 0 {
		options.Count = DefaultCount
	}
	c, err := newCatalogue(ctx, index, analyzer)
	if err != nil {
		return nil, err
	}
	m := &maker{
		catalogue: c, options: options,
		random: rand.New(rand.NewPCG(options.Seed, 2)), //nolint:gosec // reproducible, not secret
	}
	products := index.Products()
	count := min(options.Count, perProduct*products)
	seen := map[string]bool{}
	var queries []Query
	for tries := 0; len(queries) < count && tries < 10*count; tries++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		q, ok := m.make(uint32(m.random.IntN(products)), m.kind())
		if ok && !seen[q.Text] {
			seen[q.Text] = true
			queries = append(queries, q)
		}
	}
	return queries, nil
}

// maker makes one query after the other.
type maker struct {
	catalogue *catalogue
	options   Options
	random    *rand.Rand
}

// kind draws a kind.
func (m *maker) kind() Kind {
	drawn := m.random.IntN(100)
	for kind, share := range shares {
		if drawn < share {
			return Kind(kind)
		}
		drawn -= share
	}
	return Dropped
}

// make makes a query of a product; ok is false if the product has not the words.
func (m *maker) make(source uint32, kind Kind) (q Query, ok bool) {
	q = Query{Kind: kind, Source: source, catalogue: m.catalogue}
	var typed []word
	if kind == Described {
		typed = m.describe(source)
		q.wanted = typed
	} else {
		q.wanted = m.name(source)
		typed, ok = m.spoil(q.wanted, source, kind)
		if !ok {
			return q, false
		}
	}
	q.Text = phrase(typed)
	return q, q.Text != ""
}

// phrase writes words side by side: with blanks, but not between Chinese ones.
func phrase(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && (!w.isRun() || !words[i-1].isRun()) {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
