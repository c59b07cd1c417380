package lexical

import (
	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Fields are the fields of a product that are searched, in the order in which
// they stand in the streams.
var Fields = []string{"title", "brand", "category", "attributes", "description"}

// The places of the fields in Fields, and how many there are.
const (
	TitleField = iota
	BrandField
	CategoryField
	AttributesField
	DescriptionField
	FieldCount
)

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

// Encode lays out the index of so many products. The terms are distinct, Spellable
// and ascending in bytes, each with the word that stands for it; the tokens are
// ordered by product, field and position.
func Encode(products int, terms, words []string, tokens []Token) *bundle.Builder {
	joined := findJoined(terms, words, tokens)
	only := onlyJoined(len(terms), tokens, joined)
	e := encoder{tokens: tokens, joined: joined, codes: make([]uint32, len(terms))}
	var spelt, spoken []string
	for i, term := range terms {
		if !only[i] {
			e.codes[i] = uint32(len(spelt))
			spelt, spoken = append(spelt, term), append(spoken, words[i])
		}
	}
	of := tiers(e.frequencies(len(spelt)))
	e.recode(byTier(of))

	b := bundle.NewBuilder(bundle.PartLexicon)
	used := usedFields(tokens)
	b.Strings("fields", namesOf(used))
	b.Number("products", float64(products))
	b.Bytes("terms", appendTerms(nil, spelt))
	b.Uints("tiers", of)
	encodeWords(b, spelt, spoken)
	b.Bytes("streams", e.streams(products, used))
	return b
}

// usedFields returns the fields, as indices into Fields, that have text in any
// product, and the first in any case.
func usedFields(tokens []Token) []uint32 {
	has := make([]bool, len(Fields))
	has[0] = true
	for _, t := range tokens {
		has[t.Field] = true
	}
	var used []uint32
	for field, ok := range has {
		if ok {
			used = append(used, uint32(field))
		}
	}
	return used
}

func namesOf(fields []uint32) []string {
	names := make([]string, len(fields))
	for i, field := range fields {
		names[i] = Fields[field]
	}
	return names
}

// encoder writes the streams.
type encoder struct {
	tokens []Token
	// joined (tokens) says where a mark stands for the token.
	joined []bool
	// codes has the code of each term; until they are known, its number among
	// those that are spelt out.
	codes []uint32
}

// frequencies counts how often each term is spelt out in the streams.
func (e *encoder) frequencies(spelt int) []uint32 {
	counts := make([]uint32, spelt)
	for i, t := range e.tokens {
		if !e.joined[i] {
			counts[e.codes[t.Term]]++
		}
	}
	return counts
}

// recode gives the terms their codes.
func (e *encoder) recode(ranked []uint32) {
	codes := make([]uint32, len(ranked))
	for rank, spelt := range ranked {
		codes[spelt] = firstTermCode + uint32(rank)
	}
	for term, spelt := range e.codes {
		if int(spelt) < len(codes) {
			e.codes[term] = codes[spelt]
		}
	}
}

func (e *encoder) streams(products int, fields []uint32) []byte {
	var stream []byte
	next := 0
	for doc := range uint32(products) {
		for _, field := range fields {
			position := uint32(0)
			for next < len(e.tokens) && e.tokens[next].Doc == doc && e.tokens[next].Field == field {
				t := e.tokens[next]
				switch {
				case e.joined[next]:
					stream = appendCode(stream, codeJoined)
				case t.Position == position:
					stream = appendCode(appendCode(stream, codeSamePosition), e.codes[t.Term])
				default:
					for position+1 < t.Position {
						stream = appendCode(stream, codeGap)
						position++
					}
					stream = appendCode(stream, e.codes[t.Term])
				}
				position = t.Position
				next++
			}
			stream = appendCode(stream, codeEndOfField)
		}
	}
	return stream
}
