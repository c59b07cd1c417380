package engine

import (
	"slices"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/meaning"
)

// reader is what the second stage knows of one query, and the memory for it.
type reader struct {
	engine   *Engine
	stage    *secondStage
	query    *meaning.Query
	evidence evidence
	words    []readWord
	// whole is the sum of the words' weights, heaviest the greatest of them.
	whole, heaviest float64
	// first (terms) is the first entry of each term in standing, from 1; 0 for none.
	first    []uint32
	standing []standing
	marked   []uint32
	near     []uint32
	// nearest are the products that mean most alike, and shelved those of the shelves
	// that the query speaks of, both by their cosines, best first.
	nearest, shelved []attention.Neighbor
	strong           []uint32
	// likely are the products that may be candidates.
	likely []attention.Neighbor
	// characters are the Chinese ones of the query.
	characters []rune
}

// readWord is one word of the query and what it has of the product being read.
type readWord struct {
	// weight is the word's idf times how little it is used in the language at large.
	weight float64
	// fields (lexical.Fields) is the best match in each.
	fields [lexical.FieldCount]float64
	typed  bool
	// name and text attend to the words of the name and to all.
	name, text meaning.Attention
}

// standing says that a term stands for a word of the query.
type standing struct {
	word   int
	weight float64
	typed  bool
	next   uint32
}

const (
	// maxReadWords is how many words of a query are read.
	maxReadWords = 32
	// nearWeight is what a term counts as evidence that means about the same as a
	// word, beside the word. On the questions that may be tuned on, 0.2 to 0.5 are
	// alike.
	nearWeight = 0.3
	// foreignShare is the share of the rarest idf that a word counts which the
	// catalogue lacks and the table knows.
	foreignShare = 0.8
)

func (e *Engine) newReader(stage *secondStage) *reader {
	return &reader{
		engine: e, stage: stage, query: stage.space.NewQuery(),
		evidence: newEvidence(e.index, stage.shelves),
		first:    make([]uint32, e.index.Terms()),
	}
}

// read looks at the words of a query.
func (r *reader) read(q query) {
	for _, term := range r.marked {
		r.first[term] = 0
	}
	r.marked, r.standing, r.words, r.characters = r.marked[:0], r.standing[:0], r.words[:0], r.characters[:0]
	r.whole, r.heaviest = 0, 0
	r.query.Reset()
	r.evidence.reset()
	words := q.finished()
	for i := range words[:min(len(words), maxReadWords)] {
		r.readWord(&words[i])
	}
	r.query.Settle()
	r.evidence.settle()
}

// readWord weighs a word and finds what it means: the likeliest term that stands for
// it, or a word that only the table knows.
func (r *reader) readWord(w *word) {
	i := len(r.words)
	r.words = append(r.words, readWord{})
	if w.token.Stop {
		r.query.Add(0, false)
		return
	}
	idf := r.stand(i, w.clause)
	space, rarest := r.stage.space, r.engine.index.IDF(1)
	best, found := likeliest(w.clause)
	row, hasRow := 0, false
	if found {
		row, hasRow = space.OfTerm(best)
	} else if len(w.clause.Groups) == 0 {
		row, hasRow = space.OfWord(w.token.Term)
	}
	common := 1.0
	switch {
	case idf == 0 && hasRow:
		idf, common = foreignShare*rarest, space.Weight(row)/foreignShare
	case idf == 0:
		idf = rarest
	case hasRow:
		common = space.Weight(row) * rarest / idf
	}
	common = min(1, common)
	r.words[i].weight = idf * common
	r.whole += r.words[i].weight
	r.heaviest = max(r.heaviest, r.words[i].weight)
	r.query.Add(row, hasRow)
	r.addEvidence(w, best, found, row, hasRow, common)
}

// stand notes which terms stand for a word, and returns the word's idf.
func (r *reader) stand(word int, c lexical.Clause) (idf float64) {
	for _, t := range c.Terms {
		r.mark(t.Term, standing{word: word, weight: t.Weight, typed: t.Relation == lexical.Typed})
		idf = max(idf, t.IDF)
	}
	for _, group := range c.Groups {
		sum := 0.0
		for _, t := range group {
			r.mark(t.Term, standing{word: word, weight: t.Weight / float64(len(group)), typed: t.Relation == lexical.Typed})
			sum += t.IDF
		}
		idf = max(idf, sum)
	}
	return idf
}

func (r *reader) mark(term uint32, s standing) {
	if r.first[term] == 0 {
		r.marked = append(r.marked, term)
	}
	s.next = r.first[term]
	r.standing = append(r.standing, s)
	r.first[term] = uint32(len(r.standing))
}

// likeliest is the term of the greatest weight, if a single term stands for the word.
func likeliest(c lexical.Clause) (term uint32, ok bool) {
	weight := 0.0
	for _, t := range c.Terms {
		if t.Weight > weight {
			term, weight = t.Term, t.Weight
		}
	}
	return term, weight > 0
}

// addEvidence counts the shelves that a word speaks of: by the word, by what means
// the same, and in Chinese by its characters.
func (r *reader) addEvidence(w *word, best uint32, found bool, row int, hasRow bool, common float64) {
	if found {
		r.evidence.addOwn(common, best)
	}
	if hasRow {
		r.near = r.stage.space.AppendNear(r.near[:0], row)
		for _, term := range r.near {
			r.evidence.add(common*nearWeight, term)
		}
	}
	for _, c := range w.token.Term {
		if terms := r.stage.byCharacter[c]; len(terms) > 0 && !slices.Contains(r.characters, c) {
			r.characters = append(r.characters, c)
			r.evidence.addOwn(1, terms...)
		}
	}
}

// findShelved finds the products of the shelves that the query speaks of.
func (r *reader) findShelved() {
	r.strong = r.evidence.appendStrong(r.strong[:0])
	r.shelved = r.shelved[:0]
	for _, doc := range r.strong {
		cosine := r.query.Cosine(r.stage.space.Products(), int(doc))
		r.shelved = append(r.shelved, attention.Neighbor{Row: doc, Score: cosine})
	}
	slices.SortFunc(r.shelved, attention.Compare)
}
