// Package synthetic makes catalogues of any size for measuring what size costs:
// invented products whose vocabulary grows as a real shop's does.
//
// A product depends on the seed and its number alone. So a catalogue streams in
// constant memory, a smaller one is the beginning of a larger one of the same
// seed, and a query can be made from any product without keeping it.
//
// What makes an index large or slow is copied from real shops, measured on three
// of them with 10,158 to 54,667 products (words of title, brand and description,
// products in random order): vocabulary follows Heaps' law, K * n^beta of n
// running words, with beta 0.45 to 0.59 and K 9 to 42; the frequency of the r-th
// most frequent word falls as r^-0.7 to r^-0.95 between the ranks 10 and 100, and
// as r^-1.4 to r^-1.7 between 1,000 and 10,000; 37 to 42 % of the words occur
// once; titles have 9 to 13 words. The tests hold the generator to these ranges.
package synthetic

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
)

// Product is one line of the catalogue, in the JSON that `vitrine build` reads.
type Product struct {
	ID           string            `json:"id"`
	Title        string            `json:"title"`
	Description  string            `json:"description"`
	Brand        string            `json:"brand"`
	Category     []string          `json:"category"`
	Price        float64           `json:"price"`
	Rating       float64           `json:"rating,omitempty"`
	Reviews      int               `json:"reviews,omitempty"`
	Availability string            `json:"availability"`
	Attributes   map[string]string `json:"attributes"`
}

// Generator makes the products and queries of one seed. It is never changed
// after New.
type Generator struct {
	seed   uint64
	words  words
	usual  distribution
	brands []brand
	// leaves are the narrowest categories; common and famous say which categories
	// and brands are large.
	leaves         []leaf
	common, famous distribution
	// connecting draws function words.
	connecting distribution
}

// New makes the shop of a seed: its words, brands and categories.
func New(seed uint64) *Generator {
	g := &Generator{seed: seed, words: newWords(seed), usual: newDistribution(vocabulary, wordWeight)}
	random := g.random(shopStream, 0)
	g.brands = g.newBrands()
	g.leaves = g.newLeaves(random)
	g.famous = newDistribution(len(g.brands), sizeWeight)
	g.connecting = newDistribution(len(functions), sizeWeight)
	g.common = newDistribution(len(g.leaves), sizeWeight)
	return g
}

// Streams of random numbers that must not disturb each other.
const (
	shopStream = iota
	productStream
	queryStream
)

// random returns the source for one thing, named by its stream and number.
func (g *Generator) random(stream, number uint64) *rand.Rand {
	return rand.New(rand.NewPCG(g.seed, stream<<56|number)) //nolint:gosec // made to be repeated, not to be secret
}

// WriteProducts writes the first n products as JSON lines. The progress, if set,
// is called after each with how many are written.
func (g *Generator) WriteProducts(w io.Writer, n int, progress func(done int)) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for i := range n {
		if err := lines.Encode(g.Product(i)); err != nil {
			return fmt.Errorf("product %d: %w", i+1, err)
		}
		if progress != nil {
			progress(i + 1)
		}
	}
	return nil
}

// WriteQueries writes so many queries about the first n products as
// tab-separated lines of an identifier and a text, as `vitrine eval` reads them.
func (g *Generator) WriteQueries(w io.Writer, n, queries int) error {
	for i := range queries {
		if _, err := fmt.Fprintf(w, "q%06d\t%s\n", i+1, g.Query(i, n)); err != nil {
			return fmt.Errorf("query %d: %w", i+1, err)
		}
	}
	return nil
}
