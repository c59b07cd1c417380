package engine

import (
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/lexical"
	textquery "github.com/vitrine-search/vitrine/shared/query"
	"github.com/vitrine-search/vitrine/shared/text"
)

// continuationWeight is what a term is worth that only continues the word being
// typed, beside 1 for the word itself: low enough that "lamp" finds lamps before
// lampshades. Up to 0.4 the development queries hardly tell the difference; at 0.6
// the electronics shop loses a point of NDCG@10.
const continuationWeight = 0.3

// characterWeight is what a term is worth that begins with a Chinese character
// which the query has as a word of its own. It is of more use than a continuation
// of other words: 鞋 is a shoe in 鞋子 and in 运动鞋 alike. On titles of a marketplace
// 0.3 loses half a point of NDCG@10.
const characterWeight = 0.6

// maxWords bounds the words of a text that are searched for. Each may be compared
// with all words of the catalogue, and a text pasted by mistake must not keep the
// worker busy.
const maxWords = 64

// query is what a shopper typed, as the index understands it.
type query struct {
	words       []word
	corrections []correction
	// browsing says that there is nothing to search for: every product is wanted.
	browsing bool
	// allowed are the products that the query's phrases and exclusions leave.
	allowed productSet
}

// correction is what was read for a word that no product has.
type correction struct {
	token text.Token
	// meant is the word as it is written in the catalogue, or by the merchant.
	meant string
}

// word is one word of the query.
type word struct {
	token text.Token
	// typing is true for the last word if nothing follows it: it may be the
	// beginning of a longer one.
	typing bool
	clause lexical.Clause
	// settled says that a word is not to be corrected: it is quoted, is part of a
	// compound or a model number, or has synonyms of the merchant's.
	settled bool
	// doubted says that some products have the word, but likelier ones stand for it
	// too.
	doubted bool
	// corrected is the word that was read for one that no product has.
	corrected string
	// meant is the source of a synonym that was probably meant by the word.
	meant string
	// written are the other terms of the clause that stand for the whole word.
	written []string
}

// begins says whether longer words stand for the word: it is being typed, is a
// Chinese character, or is the beginning of a model number.
func (w *word) begins(known bool) bool {
	return w.typing || text.IsCharacter(w.token.Word) || !known && isCode(w.token.Word)
}

// parse analyses a query. A word that is repeated counts once. Verbatim looks for
// nothing but what was typed, and so do the quoted parts.
func (e *Engine) parse(s string, verbatim bool, quoted ...textquery.Span) query {
	var q query
	tokens := e.analyzer.AnalyzeQuery(s)
	tokens = tokens[:min(len(tokens), maxWords)]
	seen := make(map[string]bool, len(tokens))
	// covered is where the last word ends that a product lacks if it has it not.
	covered := 0
	for i, t := range tokens {
		w := word{token: t, typing: i == len(tokens)-1 && t.End == len(s)}
		w.settled = slices.ContainsFunc(quoted, func(s textquery.Span) bool { return s.Start <= t.Start && t.End <= s.End })
		if seen[t.Term] && !w.typing {
			continue
		}
		seen[t.Term] = true
		w.clause = e.clause(w)
		// Of words that overlap, as pairs of Chinese characters do, a product may
		// have the first and the third and yet all that was typed.
		if w.clause.Optional = t.Stop || t.Start < covered; !w.clause.Optional {
			covered = t.End
		}
		q.words = append(q.words, w)
	}
	if verbatim {
		return q
	}
	e.settle(&q)
	for i := range q.words {
		e.related(&q.words[i])
	}
	e.joinWords(&q)
	for i := range q.words {
		e.takeApart(&q.words[i])
	}
	e.correct(&q)
	e.joinCorrected(&q)
	for i := range q.words {
		e.evenIDF(&q.words[i])
	}
	e.addCodes(q.words)
	e.addConversions(q.words)
	e.addSynonyms(q.words)
	return q
}

// finished returns the words but for a stop word at the end, which stands for
// nothing but the longer words that it begins.
func (q query) finished() []word {
	if last := len(q.words) - 1; last >= 0 && q.words[last].token.Stop {
		return q.words[:last]
	}
	return q.words
}

// clause finds the terms that stand for a word.
func (e *Engine) clause(w word) lexical.Clause {
	var c lexical.Clause
	exact, known := e.index.Lookup(w.token.Term)
	if known = known && !w.token.Stop; known {
		c.Terms = append(c.Terms, e.weighed(exact, 1, 1, lexical.Typed))
	}
	if !w.begins(known) {
		return c
	}
	weight := continuationWeight
	if text.IsCharacter(w.token.Word) {
		weight = characterWeight
	}
	from, to := e.index.Prefix(w.token.Word)
	documents := 0
	for t := from; t < to; t++ {
		documents += e.index.DocumentFrequency(t)
	}
	// Together the continuations are at most as telling as one term that all of
	// their products had.
	idf := e.index.IDF(min(documents, e.index.Products()))
	for t := from; t < to; t++ {
		if !known || t != exact {
			c.Terms = append(c.Terms, lexical.Weighted{Term: t, Weight: weight, IDF: idf, Relation: lexical.Continued})
		}
	}
	return c
}

// matches says whether a token of a product's text is one that the word found.
func (w *word) matches(t text.Token) bool {
	if t.Term == w.token.Term && !w.token.Stop {
		return true
	}
	for _, related := range w.written {
		if t.Term == related {
			return true
		}
	}
	return w.begins(false) && (strings.HasPrefix(t.Term, w.token.Word) || strings.HasPrefix(t.Word, w.token.Word))
}
