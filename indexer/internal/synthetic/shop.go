package synthetic

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

// The shape of the shop. Its categories are a tree of three levels.
const (
	brandCount    = 500
	departments   = 12
	aisles        = 6
	shelves       = 5
	typesPerShelf = 4
	topicWords    = 150
)

// brand is a maker and the letters that its article numbers begin with.
type brand struct{ name, letters string }

// leaf is one of the narrowest categories.
type leaf struct {
	path []string
	// types are what is sold there, as nouns.
	types []string
	// topic holds ranks of the words that its texts are about.
	topic []int
	// price is the median.
	price float64
	// measure is how its products are measured, for example "%d W".
	measure string
}

var (
	colours   = strings.Fields("black white grey silver red blue green brown beige pink yellow orange purple gold")
	materials = strings.Fields("steel oak cotton plastic aluminium glass leather wool bamboo ceramic rubber brass")
	sizes     = strings.Fields("XS S M L XL XXL")
	measures  = []string{"%d W", "%d cm", "%d ml", "%d GB", "%d kg", "%d in.", "%d V", "%d pack"}
	functions = strings.Fields("the and with for of in a to is your this from it on as by or be that an are at not will")
)

func (g *Generator) newBrands() []brand {
	brands := make([]brand, brandCount)
	for i := range brands {
		name := g.words.name(i)
		brands[i] = brand{name: capital(name), letters: strings.ToUpper(name[:1] + name[len(name)-1:])}
	}
	return brands
}

// newLeaves makes the tree. The names of categories and types are words of the
// middle ranks, as they are in a shop: neither everywhere nor rare.
func (g *Generator) newLeaves(random *rand.Rand) []leaf {
	rank := 200
	noun := func() string {
		rank += 1 + random.IntN(3)
		return g.words.word(rank)
	}
	var leaves []leaf
	for range departments {
		department := capital(noun())
		for range aisles {
			aisle := capital(noun())
			for range shelves {
				l := leaf{
					path:    []string{department, aisle, capital(noun())},
					topic:   make([]int, topicWords),
					price:   math.Exp(2.5 + float64(3*random.Float64())),
					measure: measures[random.IntN(len(measures))],
				}
				for range typesPerShelf {
					l.types = append(l.types, noun())
				}
				for i := range l.topic {
					l.topic[i] = g.usual.draw(random)
				}
				leaves = append(leaves, l)
			}
		}
	}
	random.Shuffle(len(leaves), func(i, j int) { leaves[i], leaves[j] = leaves[j], leaves[i] })
	return leaves
}

// article returns an article number: one of a series that a brand uses for many
// products, or one of the product's own.
func article(random *rand.Rand, b brand, number int) string {
	if random.IntN(10) < 7 {
		return fmt.Sprintf("%s-%d", b.letters, 100*(1+random.IntN(20)))
	}
	return fmt.Sprintf("%s%d%c", b.letters, 10_000+number, 'A'+rune(random.IntN(6)))
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
