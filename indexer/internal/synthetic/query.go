package synthetic

import (
	"math/rand/v2"
	"strings"
)

// longestQuery bounds the words of a query.
const longestQuery = 5

// Query returns the query of a number from 0: one to five words with which a
// shopper might ask for one of the first n products. One in eight has a typing
// error, one in eight ends within its last word, one in twelve is an article
// number.
func (g *Generator) Query(number, n int) string {
	random := g.random(queryStream, uint64(number))
	d := g.draft(random.IntN(n))
	if d.article != "" && random.IntN(5) == 0 {
		return strings.ToLower(d.article)
	}
	words := g.asked(random, d)
	switch random.IntN(8) {
	case 0:
		i := random.IntN(len(words))
		words[i] = mistype(random, words[i])
	case 1:
		last := &words[len(words)-1]
		*last = (*last)[:max(2, len(*last)/2)]
	}
	return strings.ToLower(strings.Join(words, " "))
}

// asked returns the words of a query: what the product is, or only its brand,
// after some of what it is like.
func (g *Generator) asked(random *rand.Rand, d draft) []string {
	var words []string
	if random.IntN(4) == 0 {
		words = append(words, d.product.Brand)
	}
	like := min(random.IntN(longestQuery-1), len(d.qualities))
	for _, i := range random.Perm(len(d.qualities))[:like] {
		words = append(words, d.qualities[i])
	}
	if len(words) == 0 || len(words) < longestQuery && random.IntN(5) > 0 {
		words = append(words, d.kind)
	}
	return words
}

// mistype makes one typing error: a letter left out, doubled, replaced, or
// changed with its neighbour. Words of three letters and fewer stay, and so do
// first letters.
func mistype(random *rand.Rand, word string) string {
	if len(word) < 4 {
		return word
	}
	i := 1 + random.IntN(len(word)-2)
	switch random.IntN(4) {
	case 0:
		return word[:i] + word[i+1:]
	case 1:
		return word[:i] + word[i:i+1] + word[i:]
	case 2:
		return word[:i] + string('a'+rune(random.IntN(26))) + word[i+1:]
	}
	return word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]
}
