package settings

import (
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/product"
)

// encodeSynonyms lays out the words of all lines one after the other, and how
// many each line has on its two sides.
func encodeSynonyms(b *bundle.Builder, synonyms []product.Synonym) {
	var words []string
	var from, to []uint32
	for _, s := range synonyms {
		words = append(append(words, s.From...), s.To...)
		from = append(from, uint32(len(s.From)))
		to = append(to, uint32(len(s.To)))
	}
	b.Strings("synonyms", words)
	b.Uints("synonyms.from", from)
	b.Uints("synonyms.to", to)
}

func decodeSynonyms(p *bundle.Part) []product.Synonym {
	words := p.Strings("synonyms").All()
	from, to := p.Uints("synonyms.from"), p.Uints("synonyms.to")
	if len(from) != len(to) {
		p.Fail("has not two sides for each synonym")
		return nil
	}
	take := func(n uint32) []string {
		if int(n) > len(words) {
			p.Fail("has too few words for its synonyms")
			n = uint32(len(words))
		}
		taken := words[:n:n]
		words = words[n:]
		return taken
	}
	var synonyms []product.Synonym
	for i := range from {
		synonyms = append(synonyms, product.Synonym{From: take(from[i]), To: take(to[i])})
	}
	return synonyms
}
