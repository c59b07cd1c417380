package engine

import (
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
)

// synonymWeight is what a product is worth that has a merchant's synonym of a
// word, beside 1 for the word itself: the merchant vouches that they mean the
// same, and still what was typed comes first between equals.
const synonymWeight = 0.8

// synonyms are the merchant's, by the first term of what was typed. They are
// looked up by terms, so that an inflected or corrected word finds them.
type synonyms map[string][]synonym

// synonym is one way from words of a query to terms of the catalogue.
type synonym struct {
	// written is the source as the merchant writes it.
	written string
	from    []placed
	to      []uint32
}

// placed is a term and its position, counted from that of the first.
type placed struct {
	term   string
	offset int
}

// newSynonyms resolves the merchant's lines. What is not in the catalogue finds
// nothing and is left out as a target; as a source it is what synonyms are for.
func (e *Engine) newSynonyms(lines []product.Synonym) synonyms {
	found := make(synonyms)
	for _, line := range lines {
		to := line.To
		if len(to) == 0 {
			to = line.From
		}
		targets := make([][]uint32, len(to))
		for i, words := range to {
			targets[i] = e.termsOf(words)
		}
		for _, words := range line.From {
			from := e.placed(words)
			for i, target := range targets {
				if len(from) > 0 && len(target) > 0 && to[i] != words {
					found[from[0].term] = append(found[from[0].term], synonym{words, from, target})
				}
			}
		}
	}
	return found
}

// placed analyses the words of a synonym.
func (e *Engine) placed(words string) []placed {
	var all []placed
	// The space ends the last word, which is not being typed.
	tokens := e.analyzer.AnalyzeQuery(words + " ")
	for _, t := range tokens {
		all = append(all, placed{t.Term, t.Position - tokens[0].Position})
	}
	return all
}

// termsOf returns the terms of the words, nil if the catalogue lacks one.
func (e *Engine) termsOf(words string) []uint32 {
	var terms []uint32
	for _, p := range e.placed(words) {
		term, known := e.index.Lookup(p.term)
		if !known {
			return nil
		}
		terms = append(terms, term)
	}
	return terms
}

// addSynonyms adds the synonyms of a query's words to their clauses.
func (e *Engine) addSynonyms(words []word) {
	if len(e.synonyms) == 0 {
		return
	}
	// The clauses are read as they were, so that no synonym leads to another.
	added := make([]lexical.Clause, len(words))
	for i := range words {
		e.eachReading(&words[i], func(term string, weight float64) {
			for _, s := range e.synonyms[term] {
				if weight := min(weight, e.agreement(words[i:], s.from)); weight > 0 {
					e.addSynonym(words, added, i, s, weight)
				}
			}
		})
	}
	for i := range words {
		words[i].clause.Terms = append(words[i].clause.Terms, added[i].Terms...)
		words[i].clause.Groups = append(words[i].clause.Groups, added[i].Groups...)
	}
}

// eachReading visits the terms as which a word is understood: as it was typed,
// and as it was corrected.
func (e *Engine) eachReading(w *word, visit func(term string, weight float64)) {
	if !w.token.Stop {
		visit(w.token.Term, 1)
	}
	if w.meant != "" {
		visit(w.meant, correctedWeight)
	}
	for _, t := range w.clause.Terms {
		if t.Relation == lexical.Corrected {
			visit(e.index.Term(t.Term), t.Weight)
		}
	}
}

// agreement returns the weight with which the words begin with the placed terms,
// 0 if they do not.
func (e *Engine) agreement(words []word, from []placed) float64 {
	if len(words) < len(from) {
		return 0
	}
	least := 1.0
	for i, p := range from {
		best := 0.0
		if words[i].token.Position-words[0].token.Position == p.offset {
			e.eachReading(&words[i], func(term string, weight float64) {
				if term == p.term {
					best = max(best, weight)
				}
			})
		}
		least = min(least, best)
	}
	return least
}

// addSynonym adds a synonym to the clauses of the words that it stands for. Each
// takes its share, so that a product is scored once for them; and together no
// more than the words that were typed are worth, or a rare synonym would come
// before them.
func (e *Engine) addSynonym(words []word, added []lexical.Clause, first int, s synonym, weight float64) {
	share := 1 / float64(max(len(s.from), len(s.to)))
	typed, meant := 0.0, 0.0
	for i := range s.from {
		typed += e.typedIDF(&words[first+i])
	}
	group := make([]lexical.Weighted, len(s.to))
	for i, term := range s.to {
		group[i] = e.weighed(term, float64(weight*synonymWeight), 1, lexical.Synonymous)
		meant += group[i].IDF
	}
	meant = float64(meant*float64(len(s.from))) / float64(max(len(s.from), len(s.to)))
	if meant > typed {
		share = float64(share*typed) / meant
	}
	for i := range group {
		group[i].IDF = float64(share * group[i].IDF)
	}
	for i := first; i < first+len(s.from); i++ {
		if len(group) == 1 {
			added[i].Terms = append(added[i].Terms, group[0])
		} else {
			added[i].Groups = append(added[i].Groups, group)
		}
		for _, term := range s.to {
			if name := e.index.Term(term); !slices.Contains(words[i].written, name) {
				words[i].written = append(words[i].written, name)
			}
		}
	}
}

// typedIDF is the idf of a word's own term, the largest there is if the catalogue
// lacks it.
func (e *Engine) typedIDF(w *word) float64 {
	for _, t := range w.clause.Terms {
		if t.Relation == lexical.Typed || t.Relation == lexical.Corrected {
			return t.IDF
		}
	}
	return e.index.IDF(0)
}
