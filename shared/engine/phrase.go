package engine

import (
	"slices"

	"github.com/vitrine-search/vitrine/shared/lexical"
	textquery "github.com/vitrine-search/vitrine/shared/query"
	"github.com/vitrine-search/vitrine/shared/text"
)

// productSet is a set of products by number, a bit each; nil is all of them.
type productSet []uint64

func (s productSet) has(doc uint32) bool { return s == nil || s[doc/64]>>(doc%64)&1 != 0 }

func (s productSet) add(doc uint32)    { s[doc/64] |= 1 << (doc % 64) }
func (s productSet) remove(doc uint32) { s[doc/64] &^= 1 << (doc % 64) }

// allowed returns the products that have the phrases of a text and none of what
// it excludes.
func (e *Engine) allowed(s string, said textquery.Query) productSet {
	var all productSet
	for _, p := range said.Phrases {
		forms, ok := e.forms(p.In(s))
		if !ok {
			continue
		}
		having := make(productSet, (e.ids.Len()+63)/64)
		for _, form := range forms {
			for _, doc := range e.index.FindPhrase(form, 0) {
				if all.has(doc) {
					having.add(doc)
				}
			}
		}
		all = having
	}
	for _, x := range said.Exclusions {
		all = e.exclude(all, s, x)
	}
	return all
}

// exclude takes the products out of a set that have what is excluded. What is
// said in words speaks of the thing and not of its text: a description may say
// much, and a product that says "without light" itself is the very one.
func (e *Engine) exclude(all productSet, s string, x textquery.Exclusion) productSet {
	forms, _ := e.forms(x.In(s))
	var same []lexical.Phrase
	if x.Spoken {
		same, _ = e.forms(x.Whole.In(s))
	}
	if all == nil && len(forms) > 0 {
		all = make(productSet, (e.ids.Len()+63)/64)
		for i := range all {
			all[i] = ^uint64(0)
		}
	}
	for _, form := range forms {
		for _, doc := range e.index.FindPhrase(form, 0) {
			if !x.Spoken || e.says(doc, form) > e.saysAny(doc, same) {
				all.remove(doc)
			}
		}
	}
	return all
}

// says counts how often a phrase stands in a product outside its description.
func (e *Engine) says(doc uint32, p lexical.Phrase) int {
	byField := make([]int, len(lexical.Fields))
	total := e.index.CountPhrase(doc, p, byField)
	return total - byField[slices.Index(lexical.Fields, "description")]
}

// saysAny is the most often that any of the phrases stands there.
func (e *Engine) saysAny(doc uint32, phrases []lexical.Phrase) int {
	most := 0
	for _, p := range phrases {
		most = max(most, e.says(doc, p))
	}
	return most
}

// stands says whether some product has the words of a text next to each other.
func (e *Engine) stands(s string) bool {
	forms, _ := e.forms(s)
	return slices.ContainsFunc(forms, func(p lexical.Phrase) bool { return len(e.index.FindPhrase(p, 1)) > 0 })
}

// forms returns the phrases as which a text may stand in a product: as a product's
// text is analysed and as a query's is, since the second forms of the one and the
// joined forms of the other take their places differently. A form with a word
// that no product has is left out. There is nothing to find, and ok is false, if
// the text has no words but stop words.
func (e *Engine) forms(s string) (forms []lexical.Phrase, ok bool) {
	// The space ends the last word, which is not being typed.
	asQuery := e.analyzer.AnalyzeQuery(s + " ")
	for _, tokens := range [][]text.Token{asQuery, e.analyzer.Analyze(s)} {
		if p := e.phrase(tokens); p != nil {
			forms = append(forms, p)
		}
	}
	return forms, len(asQuery) > 0
}

// phrase returns the terms of tokens by their places, nil if a place's are
// unknown.
func (e *Engine) phrase(tokens []text.Token) lexical.Phrase {
	if len(tokens) == 0 {
		return nil
	}
	first, last := tokens[0].Position, tokens[len(tokens)-1].Position
	p := make(lexical.Phrase, last-first+1)
	stands := make([]bool, len(p))
	for _, t := range tokens {
		place := t.Position - first
		stands[place] = true
		if term, known := e.index.Lookup(t.Term); known {
			p[place] = append(p[place], term)
		}
	}
	for place := range p {
		if stands[place] && p[place] == nil {
			return nil
		}
	}
	return p
}
