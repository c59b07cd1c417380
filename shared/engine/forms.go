package engine

import (
	"strings"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/text"
)

// What a product is worth that has another word than the one typed, beside 1 for
// the word itself. Chosen on all development sets, where they have flat optima.
const (
	// inflectedWeight is for a related word: "lighting" for "light".
	inflectedWeight = 0.5
	// correctedWeight is for the likeliest correction of a word that no product
	// has; of the others, one that is e times less likely counts correctedDecay
	// of it.
	correctedWeight = 0.8
	correctedDecay  = 0.82
	// doubtedWeight is for a correction of a word that some products have. It is
	// low enough for a product with the word to come before those with the
	// correction.
	doubtedWeight = 0.4
	// mostDoubted is how many products may have a word that is doubted at all: a
	// frequent one is meant, and need not be compared with all others.
	mostDoubted = 30
)

// maxRelated bounds the terms that are looked at for related words: more begin
// with a root only if it is too short to tell.
const maxRelated = 400

// related adds the words that share the word's root.
func (e *Engine) related(w *word) {
	root := e.analyzer.Root(w.token.Word)
	if len(root) < 3 || w.token.Stop || text.IsCharacter(w.token.Word) || w.token.Term == w.token.Word && !isWord(w.token.Word) {
		return
	}
	// A root in -i stands for words in -y as well.
	from, to := e.index.Prefix(strings.TrimSuffix(root, "i"))
	if to-from > maxRelated {
		return
	}
	for t := from; t < to; t++ {
		if e.index.Term(t) != w.token.Term && e.analyzer.Root(e.index.Word(t)) == root {
			w.clause.Terms = append(w.clause.Terms, lexical.Weighted{Term: t, Weight: inflectedWeight, Relation: lexical.Inflected})
		}
	}
}

// isWord says whether a word is made of letters, and so may have relatives.
func isWord(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) {
			return false
		}
	}
	return true
}

// evenIDF notes how else a word is written and gives all its forms the idf of the
// commonest: a rare form must not win because it is rare. Continuations have theirs.
func (e *Engine) evenIDF(w *word) {
	c := &w.clause
	commonest := 0
	for _, t := range c.Terms {
		if t.Relation != lexical.Continued {
			commonest = max(commonest, e.index.DocumentFrequency(t.Term))
		}
	}
	idf := e.index.IDF(commonest)
	for i := range c.Terms {
		if c.Terms[i].Relation != lexical.Continued {
			c.Terms[i].IDF = idf
			w.written = append(w.written, e.index.Term(c.Terms[i].Term))
		}
	}
}
