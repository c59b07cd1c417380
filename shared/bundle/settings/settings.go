// Package settings is the part of a bundle that says how to read the others:
// the shop, its language, and the fields that can be filtered on. The indexer
// decides all of it once, so that no host has defaults of its own.
package settings

import (
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/product"
)

// Settings is what an engine must know besides the index.
type Settings struct {
	Shop, Language, Currency string
	// StopWords is the complete list; Protected words are not stemmed.
	StopWords, Protected []string
	Synonyms             []product.Synonym
	// Words, which ascend, WordCosts and Variants are those of text.Options.
	Words     []string
	WordCosts []uint32
	Variants  string
	BM25      product.BM25
	// Fields can be filtered on, in the order in which facets are shown. The
	// i-th has the i-th column.
	Fields []Field
}

// Field is one field that can be filtered on.
type Field struct {
	// Name is what filters say, Label what people read.
	Name, Label string
	Kind        product.Kind
	Unit        string
	// Facet offers the field with counts.
	Facet bool
	// Bounds split a number's facet into ranges, ascending.
	Bounds []float64
}

// Encode lays the settings out as a part.
func (s Settings) Encode() *bundle.Builder {
	b := bundle.NewBuilder(bundle.PartSettings)
	b.Text("shop", s.Shop)
	b.Text("language", s.Language)
	b.Text("currency", s.Currency)
	b.Strings("stop_words", s.StopWords)
	b.Strings("protected", s.Protected)
	encodeSynonyms(b, s.Synonyms)
	s.encodeWords(b)
	b.Number("bm25.k1", s.BM25.K1)
	b.Number("bm25.b", s.BM25.B)

	var names, labels, kinds, units []string
	var facets, counts []uint32
	var bounds []float64
	for _, f := range s.Fields {
		names = append(names, f.Name)
		labels = append(labels, f.Label)
		kinds = append(kinds, string(f.Kind))
		units = append(units, f.Unit)
		facet := uint32(0)
		if f.Facet {
			facet = 1
		}
		facets = append(facets, facet)
		counts = append(counts, uint32(len(f.Bounds)))
		bounds = append(bounds, f.Bounds...)
	}
	b.Strings("fields.name", names)
	b.Strings("fields.label", labels)
	b.Strings("fields.kind", kinds)
	b.Strings("fields.unit", units)
	b.Uints("fields.facet", facets)
	b.Uints("fields.bounds.count", counts)
	b.Floats("fields.bounds", bounds)
	return b
}

// Decode reads the part that Encode lays out. It fails with a *bundle.Error.
func Decode(p *bundle.Part) (Settings, error) {
	s := Settings{
		Shop:      p.Text("shop"),
		Language:  p.Text("language"),
		Currency:  p.Text("currency"),
		StopWords: p.Strings("stop_words").All(),
		Protected: p.Strings("protected").All(),
		Synonyms:  decodeSynonyms(p),
		BM25:      product.BM25{K1: p.Number("bm25.k1"), B: p.Number("bm25.b")},
	}
	s.decodeWords(p)
	names, labels := p.Strings("fields.name"), p.Strings("fields.label")
	kinds, units := p.Strings("fields.kind"), p.Strings("fields.unit")
	facets, counts := p.Uints("fields.facet"), p.Uints("fields.bounds.count")
	bounds := p.Floats("fields.bounds")
	n := names.Len()
	if labels.Len() != n || kinds.Len() != n || units.Len() != n || len(facets) != n || len(counts) != n {
		p.Fail("describes its fields incompletely")
		return Settings{}, p.Err()
	}
	for i := range n {
		if int(counts[i]) > len(bounds) {
			p.Fail("has too few bounds for its ranges")
			return Settings{}, p.Err()
		}
		s.Fields = append(s.Fields, Field{
			Name:   names.At(i),
			Label:  labels.At(i),
			Kind:   product.Kind(kinds.At(i)),
			Unit:   units.At(i),
			Facet:  facets[i] != 0,
			Bounds: bounds[:counts[i]:counts[i]],
		})
		bounds = bounds[counts[i]:]
	}
	return s, p.Err()
}
