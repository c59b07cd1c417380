package engine

import (
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Attended is what the words of a query see in the name of a product: its title,
// brand, category and attributes.
type Attended struct {
	// Words are the query's, without those that do not count, such as "for".
	Words []AttendingWord
	Name  []AttendedWord
}

// AttendingWord is a word of the query.
type AttendingWord struct {
	Word string
	// Counts is the word's share of the query, and Seen its attended similarity: the
	// sum of its similarities with the words of the name by their shares.
	Counts, Seen float64
}

// AttendedWord is a word of the name.
type AttendedWord struct {
	Word, Field string
	// Similarities (Attended.Words) are the cosines of the meanings or, where Matches
	// says so, the weight of a match, 1 for the word itself.
	Similarities []float64
	Matches      []bool
	// Shares (Attended.Words) are how much of the attention of each word this one
	// gets: the softmax of the similarities times meaning.Sharpness.
	Shares []float64
}

// Attend has a query attend to a product. ok is false if the bundle has no such
// product or no table that says what words mean.
func (x *Inspector) Attend(query, id string) (a Attended, ok bool) {
	e := x.engine
	stage := e.second.Load()
	doc, known := x.docs[id]
	if stage == nil || !known {
		return Attended{}, false
	}
	q := e.read(wire.SearchRequest{Query: query}).query
	s := e.scratches.Get().(*scratch)
	defer e.scratches.Put(s)
	e.readSecond(s, stage, q)
	r := s.reader
	r.readTexts(doc)
	var counting []int
	for i, w := range r.words {
		if w.weight > 0 {
			counting = append(counting, i)
			a.Words = append(a.Words, AttendingWord{
				Word: q.finished()[i].token.Word, Counts: w.weight / r.whole, Seen: float64(w.name.Seen()),
			})
		}
	}
	e.index.Walk(doc, func(field int, _, term uint32) {
		if field != lexical.DescriptionField {
			a.Name = append(a.Name, r.attended(counting, term, field))
		}
	})
	return a, true
}

// attended says what so many words of the query see in a term of the product that
// they attend to.
func (r *reader) attended(words []int, term uint32, field int) AttendedWord {
	seen := AttendedWord{
		Word: r.engine.index.Word(term), Field: lexical.Fields[field],
		Similarities: make([]float64, len(words)), Matches: make([]bool, len(words)), Shares: make([]float64, len(words)),
	}
	row, hasRow := r.stage.space.OfTerm(term)
	for k, i := range words {
		see := func(similarity float32) {
			seen.Similarities[k] = max(seen.Similarities[k], float64(similarity))
			seen.Shares[k] += float64(r.words[i].name.Share(similarity))
		}
		for at := r.first[term]; at != 0; at = r.standing[at-1].next {
			if standing := &r.standing[at-1]; standing.word == i {
				seen.Matches[k] = true
				see(float32(standing.weight))
			}
		}
		if hasRow && !seen.Matches[k] {
			similarity := r.query.Similarity(i, row)
			seen.Similarities[k], seen.Shares[k] = float64(similarity), float64(r.words[i].name.Share(similarity))
		}
	}
	return seen
}
