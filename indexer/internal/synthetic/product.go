package synthetic

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Bounds of the lengths of texts, in words.
const (
	shortestTitle, longestTitle             = 5, 12
	shortestDescription, longestDescription = 20, 60
)

// draft is a product and the words that a shopper would ask for it with.
type draft struct {
	product Product
	// kind is the noun of what it is, qualities are the words that tell it from
	// others, article is its number, which may be empty.
	kind, article string
	qualities     []string
}

// Product returns the product of a number from 0.
func (g *Generator) Product(number int) Product { return g.draft(number).product }

func (g *Generator) draft(number int) draft {
	random := g.random(productStream, uint64(number))
	b := g.brands[g.famous.draw(random)]
	l := &g.leaves[g.common.draw(random)]
	colour, material := pick(random, colours), pick(random, materials)
	d := draft{kind: pick(random, l.types)}
	if random.IntN(10) < 4 {
		d.article = article(random, b, number)
	}
	d.product = Product{
		ID:           fmt.Sprintf("%07d", number+1),
		Brand:        b.name,
		Category:     l.path,
		Price:        price(random, l.price),
		Availability: "in_stock",
		Attributes:   map[string]string{"colour": colour, "material": material},
	}
	if random.IntN(20) == 0 {
		d.product.Availability = "out_of_stock"
	}
	if reviews := int(3 * random.ExpFloat64()); reviews > 0 {
		d.product.Reviews = reviews
		d.product.Rating = 3 + float64(random.IntN(21))/10
	}
	if random.IntN(2) == 0 {
		d.product.Attributes["size"] = pick(random, sizes)
	}
	d.product.Title = g.title(random, &d, b, l, []string{colour, material})
	d.product.Description = g.description(random, l, d.kind)
	return d
}

// title puts the brand first, then what tells the product from others, what it
// is, and its looks and measures.
func (g *Generator) title(random *rand.Rand, d *draft, b brand, l *leaf, looks []string) string {
	length := shortestTitle + random.IntN(longestTitle-shortestTitle+1)
	front := []string{b.name}
	if d.article != "" {
		front = append(front, d.article)
	}
	back := []string{capital(d.kind)}
	if length > 6 {
		look := pick(random, looks)
		d.qualities = append(d.qualities, look)
		back = append(back, capital(look))
	}
	if length > 8 {
		back = append(back, strings.Fields(fmt.Sprintf(l.measure, 5*(1+random.IntN(24))))...)
	}
	for len(front)+len(back) < length {
		quality := g.word(random, l)
		d.qualities = append(d.qualities, quality)
		front = append(front, capital(quality))
	}
	return strings.Join(slices.Concat(front, back), " ")
}

// description is sentences of words, a quarter of them function words.
func (g *Generator) description(random *rand.Rand, l *leaf, kind string) string {
	var text strings.Builder
	length := shortestDescription + random.IntN(longestDescription-shortestDescription+1)
	begun := 0
	for i := range length {
		word := g.word(random, l)
		switch {
		case i == 2:
			word = kind
		case random.IntN(4) == 0:
			word = functions[g.connecting.draw(random)]
		}
		if i == begun {
			word = capital(word)
		}
		text.WriteString(word)
		if i == length-1 || i >= begun+3 && random.IntN(8) == 0 {
			text.WriteByte('.')
			begun = i + 1
		}
		if i < length-1 {
			text.WriteByte(' ')
		}
	}
	return text.String()
}

// word draws a word of the leaf's topic or of the whole language; one in eight
// is in the plural.
func (g *Generator) word(random *rand.Rand, l *leaf) string {
	rank := g.usual.draw(random)
	if random.IntN(3) == 0 {
		// The square favours the topic's first words.
		u := random.Float64()
		rank = l.topic[int(float64(u*u)*topicWords)]
	}
	if random.IntN(8) == 0 {
		return g.words.word(rank) + "s"
	}
	return g.words.word(rank)
}

// price spreads around the median by a factor of about two, and ends as prices do.
func price(random *rand.Rand, median float64) float64 {
	whole := math.Ceil(float64(median * math.Exp(float64(0.7*random.NormFloat64()))))
	return math.Round(100*(whole-pick(random, []float64{0, 0.01, 0.01, 0.05, 0.5}))) / 100
}

func pick[T any](random *rand.Rand, from []T) T { return from[random.IntN(len(from))] }
