package engine

import (
	"context"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Inspector looks at single products and how they meet a query, whether or not a
// search would return them: for reports and debugging. It knows every identifier,
// which a search has no need of, and no browser makes one.
type Inspector struct {
	engine *Engine
	docs   map[string]uint32
}

// NewInspector returns an inspector of the engine's bundle.
func (e *Engine) NewInspector() *Inspector {
	x := &Inspector{engine: e, docs: make(map[string]uint32, e.ids.Len())}
	for doc := range e.ids.Len() {
		x.docs[e.ids.At(doc)] = uint32(doc)
	}
	return x
}

// Title returns the product's title; ok is false if the bundle has no such
// product. It fails with a *bundle.Error if its card cannot be had.
func (x *Inspector) Title(ctx context.Context, id string) (title string, ok bool, err error) {
	doc, ok := x.docs[id]
	if !ok {
		return "", false, nil
	}
	cards, err := x.engine.cards.get(ctx, []uint32{doc})
	if err != nil {
		return "", false, err
	}
	return cards[0].Title, true, nil
}

// Explain takes the product's score for the query apart, as Search does with
// SearchRequest.Explain. A product that no word finds has no parts.
func (x *Inspector) Explain(query, id string) (explanation *wire.Explanation, ok bool) {
	doc, ok := x.docs[id]
	if !ok {
		return nil, false
	}
	e := x.engine
	q := e.read(wire.SearchRequest{Query: query}).query
	s := e.scratches.Get().(*scratch)
	defer e.scratches.Put(s)
	e.find(s, q, nil, priceOrder{}, 0, e.second.Load())
	return e.explain(s, doc, q), true
}

// Alignment is which word of a query found a product by what.
type Alignment struct {
	// Words are the query's as the engine reads them, Title those of the product's
	// title as they are written; a word may be several that are read as one.
	Words, Title []string
	Matches      []AlignedMatch
}

// AlignedMatch is one term by which a word of the query found the product.
type AlignedMatch struct {
	// Word is the place in Alignment.Words, Title the places in Alignment.Title
	// where the term stands, and Fields the other fields that have it.
	Word   int
	Title  []int
	Fields []string
	Term   string
	// Relation says what the term has to do with the word, such as "matches".
	Relation string
	// Score is the term's part of the product's score.
	Score float64
}

// Align lays the query beside the product's title. ok is false if the bundle has
// no such product.
func (x *Inspector) Align(ctx context.Context, query, id string) (a Alignment, ok bool, err error) {
	title, ok, err := x.Title(ctx, id)
	if err != nil || !ok {
		return Alignment{}, false, err
	}
	e, doc := x.engine, x.docs[id]
	q := e.read(wire.SearchRequest{Query: query}).query
	places := x.titlePlaces(&a, title)
	matches, factor := e.matches(doc, q)
	for i, m := range matches {
		a.Words = append(a.Words, q.words[i].token.Word)
		for _, t := range m.Terms {
			term := e.index.Term(t.Term)
			match := AlignedMatch{Word: i, Title: places[term], Term: term, Relation: relations[t.Relation], Score: t.Score * factor}
			for field, n := range t.ByField {
				if n > 0 && lexical.Fields[field] != "title" {
					match.Fields = append(match.Fields, lexical.Fields[field])
				}
			}
			a.Matches = append(a.Matches, match)
		}
	}
	return a, true, nil
}

// titlePlaces appends the title's words, one for each position, and returns where
// each term stands among them.
func (x *Inspector) titlePlaces(a *Alignment, title string) map[string][]int {
	places := make(map[string][]int)
	position, start, end := 0, 0, 0
	for _, t := range x.engine.analyzer.Analyze(title) {
		if t.Position != position {
			position, start, end = t.Position, t.Start, t.End
			a.Title = append(a.Title, "")
		}
		start, end = min(start, t.Start), max(end, t.End)
		last := len(a.Title) - 1
		a.Title[last] = title[start:end]
		places[t.Term] = append(places[t.Term], last)
	}
	return places
}
