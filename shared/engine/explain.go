package engine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// explain takes a product's score apart: that of the first stage and, if the second
// ranked the product of this search, what that added.
func (e *Engine) explain(s *scratch, doc uint32, q query) *wire.Explanation {
	first := e.explainFirst(s, doc, q)
	i := slices.Index(s.readDocs, doc)
	if i < 0 {
		return first
	}
	return explainSecond(first, s.reader.stage.model, &s.read[i], float64(s.readBest)/scoreScale)
}

// explainFirst has one part for each term that a word of the query found, and for
// each thing that the product's name has of the query.
func (e *Engine) explainFirst(s *scratch, doc uint32, q query) *wire.Explanation {
	x := &wire.Explanation{Description: "sum over the words of the query", Details: []wire.Explanation{}}
	matches, factor := e.matches(doc, q)
	for i, m := range matches {
		x.Value += m.Score * factor
		for _, t := range m.Terms {
			x.Details = append(x.Details, e.explainTerm(doc, q.words[i], t, factor))
		}
	}
	for _, part := range s.explainName(doc, q, factor) {
		x.Value += part.Value
		x.Details = append(x.Details, part)
	}
	return x
}

// matches returns how each word of the query scored a product, and the factor of
// coverage that the scores are multiplied by.
func (e *Engine) matches(doc uint32, q query) (matches []lexical.Match, factor float64) {
	matches = make([]lexical.Match, len(q.words))
	cover := 0.0
	for i := range q.words {
		matches[i], _ = e.index.Explain(doc, q.words[i].clause)
		cover += matches[i].Weight
	}
	return matches, coverFactor(cover, len(q.words))
}

const coverage = "coverage: root of the share of the words that match"

// relations (lexical.Relation) say what a term has to do with a word.
var relations = []string{
	lexical.Typed:      "matches",
	lexical.Continued:  "is continued by",
	lexical.Inflected:  "is related to",
	lexical.Compounded: "is also written",
	lexical.Converted:  "is in another unit",
	lexical.Synonymous: "is also called",
	lexical.Corrected:  "was corrected to",
}

func (e *Engine) explainTerm(doc uint32, w word, m lexical.TermMatch, factor float64) wire.Explanation {
	name := fmt.Sprintf("%q %s %q", w.token.Word, relations[m.Relation], e.index.Term(m.Term))
	bm25 := e.settings.BM25
	return wire.Explanation{
		Value:       m.Score * factor,
		Description: name + " in " + fieldCounts(m.ByField) + ": weight * idf * frequency factor * coverage",
		Details: []wire.Explanation{
			{Value: m.Weight, Description: "weight of the match"},
			{
				Value: m.IDF,
				Description: fmt.Sprintf("idf of the commonest form; %d of %d products have this one",
					e.index.DocumentFrequency(m.Term), e.index.Products()),
			},
			{
				Value: m.Impact,
				Description: fmt.Sprintf("frequency factor: %d times in %d terms by weight (%.1f on average), k1 = %g, b = %g",
					m.Frequency, e.index.Length(doc), e.index.AverageLength(), bm25.K1, bm25.B),
			},
			{Value: factor, Description: coverage},
		},
	}
}

// fieldCounts says where a term stands, for example "title (1), description (2)".
func fieldCounts(byField []int) string {
	var names []string
	for field, n := range byField {
		if n > 0 {
			names = append(names, fmt.Sprintf("%s (%d)", lexical.Fields[field], n))
		}
	}
	return strings.Join(names, ", ")
}
