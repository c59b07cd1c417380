package lexical

import (
	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Fields are the fields of a product that are searched, in the order in which
// they stand in the streams.
var Fields = []string{"title", "brand", "category", "attributes", "description"}

// Weights (Fields) is how many occurrences of a term one occurrence in a field
// counts for: BM25 over weighted fields as in Robertson, Zaragoza and Taylor,
// "Simple BM25 Extension to Multiple Weighted Fields", 2004. A title counted twice
// is better on all development sets than once, and not worse than three times.
var Weights = []uint16{2, 1, 1, 1, 1}

// Token is one term of a product's text as the compiler finds it.
type Token struct {
	// Doc is the product's number, Field an index into Fields.
	Doc, Field uint32
	// Position counts words from 1.
	Position uint32
	// Term is an index into the sorted terms.
	Term uint32
}

// Encode lays out the index of so many products. The terms are distinct and
// ascending in bytes, each with the word that stands for it; the tokens are
// ordered by product, field and position.
func Encode(products int, terms, words []string, tokens []Token) *bundle.Builder {
	frequencies := make([]uint32, len(terms))
	for _, t := range tokens {
		frequencies[t.Term]++
	}
	codes := make([]uint32, len(terms))
	for rank, term := range ranks(frequencies) {
		codes[term] = firstTermCode + uint32(rank)
	}
	b := bundle.NewBuilder(bundle.PartLexicon)
	b.Strings("fields", Fields)
	b.Number("products", float64(products))
	encodeTerms(b, terms)
	encodeWords(b, terms, words)
	b.Uints("frequencies", frequencies)
	b.Bytes("streams", encodeStreams(products, tokens, codes))
	return b
}

// encodeTerms writes each term as the length of the prefix it shares with the
// one before it, and the rest.
func encodeTerms(b *bundle.Builder, terms []string) {
	shared := make([]uint32, len(terms))
	rests := make([]string, len(terms))
	previous := ""
	for i, t := range terms {
		n := sharedPrefix(t, previous)
		shared[i], rests[i] = uint32(n), t[n:]
		previous = t
	}
	b.Uints("terms.shared", shared)
	b.Strings("terms", rests)
}

func encodeStreams(products int, tokens []Token, codes []uint32) []byte {
	var stream []byte
	next := 0
	for doc := range uint32(products) {
		for field := range uint32(len(Fields)) {
			position := uint32(0)
			for next < len(tokens) && tokens[next].Doc == doc && tokens[next].Field == field {
				t := tokens[next]
				if t.Position == position {
					stream = appendCode(stream, codeSamePosition)
				}
				for position+1 < t.Position {
					stream = appendCode(stream, codeGap)
					position++
				}
				position = t.Position
				stream = appendCode(stream, codes[t.Term])
				next++
			}
			stream = appendCode(stream, codeEndOfField)
		}
	}
	return stream
}
