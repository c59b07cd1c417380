package engine

import "github.com/vitrine-search/vitrine/shared/lexical"

// Weight is one number that the ranking goes by.
type Weight struct {
	// Name is a short name, Description what the number does.
	Name, Description string
	Value             float64
}

// Weights lists what the ranking goes by. The first are worths of a match beside
// 1 for the very word that was typed.
func (x *Inspector) Weights() []Weight {
	bm25 := x.engine.settings.BM25
	return []Weight{
		{"typed", "a product has the word as it was typed", 1},
		{"converted", "it has the quantity in another unit", convertedWeight},
		{"corrected", "it has the word that was probably meant, as no product has the one typed", correctedWeight},
		{"synonymous", "it has a synonym from the shop's list", synonymWeight},
		{"compounded", "it has two words in one, or one in two", compoundWeight},
		{"character", "it has a word that begins with the Chinese character", characterWeight},
		{"inflected", "it has a word of the same root", inflectedWeight},
		{"doubted", "it has a likelier word, although a few products have the one typed", doubtedWeight},
		{"continued", "it has a longer word that begins with the one being typed", continuationWeight},
		{"head", "the title names the thing that is looked for", lexical.HeadWeight},
		{"neighbours", "two words stand side by side in the title as in the query", lexical.NeighbourWeight},
		{"front", "a word stands in the title before the first “for”, “with” or the like", lexical.FrontWeight},
		{"brand", "a word names the brand", lexical.BrandWeight},
		{"category", "the narrowest category ends with the thing that is looked for", lexical.CategoryWeight},
		{"head alone", "the title names the only word of the query", lexical.AloneWeight},
		{"k1", "how much more a word counts that stands in a product again and again", bm25.K1},
		{"b", "how much less a word counts in a long text, from 0 to 1", bm25.B},
	}
}
