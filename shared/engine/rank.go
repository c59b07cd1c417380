package engine

import (
	"context"
	"math"

	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/rank"
	"github.com/vitrine-search/vitrine/shared/text"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Scores are rounded to 1/scoreScale before they are ordered, so that the last
// bits of a float, in which hosts may differ, never decide.
const scoreScale = 1e5

// scratch is the memory of one search.
type scratch struct {
	scores  *lexical.Accumulator
	naming  *lexical.Naming
	counter counter
	top     top
	// words counts those of the query, required those whose clauses are not
	// optional.
	words, required int
	// mostOfName is what no product's name scores more than.
	mostOfName float64
	// passed are the products that are found, bases (passed) their scores without
	// what their names add. nearly[field] are those that only the filter of the
	// field keeps out.
	passed []uint32
	bases  []int64
	nearly [][]uint32
	// unnamed are the best of the passed by their bases.
	unnamed []candidate
	// complete counts the found products that match every required word, and answered
	// says whether any does, filtered or not.
	complete int
	answered bool
	// exact lists the products that come first, see tier.go.
	exact []uint32
	// ranked are the best of the passed, best first.
	ranked []candidate
	// reader is what the second stage knows of the query, nil before it is there.
	reader *reader
	// read is what it knows of the candidates, which are readDocs, and readBest the
	// first stage's best score of them; none if it did not rank this search.
	read     []rank.Features
	readDocs []uint32
	readBest int64
	taken    takenSet
	// meant are the products without a word of the query that the second stage finds.
	meant []uint32
	// candidates are those of the second stage, and others what the first chose and
	// did not make one.
	candidates, others []candidate
}

// score is the sum of what the words score and of what the product's name
// adds, times the square root of the share of the words that the product matches:
// who matches all comes before who matches one very well, but a rare word still
// tells more than a common one. 0 without words.
func (s *scratch) score(doc uint32, name float64) int64 {
	score := (s.scores.Score(doc) + name) * coverFactor(s.scores.Cover(doc), s.words)
	return int64(math.Round(score * scoreScale))
}

// namedScore is the score with what the product's name adds.
func (s *scratch) namedScore(doc uint32) int64 {
	return s.score(doc, s.naming.Score(s.named(doc)))
}

// named is what the product's name has of the query. The front of its title counts
// only where the product has every word: it tells what was asked for from what goes
// with that, and where words are missing, neither is there.
func (s *scratch) named(doc uint32) lexical.Named {
	m := s.naming.Match(doc)
	if s.scores.Words(doc) < s.required {
		m.Front = 0
	}
	return m
}

// expect makes the scratch ready for the words of a query.
func (s *scratch) expect(q query) {
	s.words, s.required = len(q.words), 0
	for i := range q.words {
		if !q.words[i].clause.Optional {
			s.required++
		}
	}
	s.naming.Reset()
	words := q.finished()
	// A unit, or the x of 4 x 8, is a measure after a number.
	number := false
	for i := range words {
		word := words[i].token.Word
		measure := number && (word == "x" || text.IsUnit(word))
		number = isDigit(word[0])
		gap := i > 0 && words[i].token.Position > words[i-1].token.Position+1
		s.naming.Expect(words[i].clause, gap, measure || number)
	}
	s.mostOfName = s.naming.Most()
}

func coverFactor(cover float64, words int) float64 {
	return math.Sqrt(cover / float64(max(1, words)))
}

func (e *Engine) newScratch() *scratch {
	return &scratch{
		scores: e.index.NewAccumulator(), naming: e.index.NewNaming(),
		counter: e.newCounter(), top: top{engine: e}, nearly: make([][]uint32, len(e.columns)),
	}
}

// Ranked is one product of a ranking.
type Ranked struct {
	ID    string
	Score float64
}

// Rank is Search without the cards and facets, to any depth: the identifiers and
// scores in the order in which Search pages through them.
func (e *Engine) Rank(_ context.Context, request wire.SearchRequest) ([]Ranked, error) {
	stage, err := e.stage(request.Stages)
	if err != nil {
		return nil, err
	}
	r := e.read(request)
	conditions, err := e.conditions(r.filters)
	if err != nil {
		return nil, err
	}
	prices, err := e.priceOrder(request.Sort, conditions)
	if err != nil {
		return nil, err
	}
	if request.Limit < 0 || request.Offset < 0 {
		return nil, badRequest("limit and offset must not be negative")
	}
	s := e.scratches.Get().(*scratch)
	defer e.scratches.Put(s)
	e.find(s, r.query, conditions, prices, request.Offset+request.Limit, stage)
	var ranked []Ranked
	for _, c := range page(s.ranked, request.Offset) {
		ranked = append(ranked, Ranked{ID: e.ids.At(int(c.doc)), Score: float64(c.score) / scoreScale})
	}
	return ranked, nil
}

// priceOrder gives each product its place in an order by price.
type priceOrder struct {
	// direction is 1 for ascending, -1 for descending, 0 for neither.
	direction int32
	column    *columns.Column
	// wanted marks the prices that pass the filter on prices; nil for all.
	wanted []bool
}

func (e *Engine) priceOrder(sort string, conditions []condition) (priceOrder, error) {
	var o priceOrder
	switch sort {
	case "", "relevance":
		return o, nil
	case "price_asc":
		o.direction = 1
	case "price_desc":
		o.direction = -1
	default:
		return o, badRequest("cannot sort by %q: choose relevance, price_asc or price_desc", sort)
	}
	field, ok := e.byName[product.FieldPrice]
	if !ok {
		return o, badRequest("cannot sort by price: no product of this bundle has one")
	}
	o.column = e.columns[field]
	o.wanted = chosen(conditions, field)
	return o, nil
}

// key is the place of the price that the hit shows: the product's lowest, or the
// lowest of its variants' that passes the filter. It is negated for a descending
// order; a product without a price comes last in both.
func (o priceOrder) key(doc uint32) int32 {
	if o.direction == 0 {
		return 0
	}
	for _, v := range o.column.Values(doc) {
		if o.wanted == nil || o.wanted[v] {
			return o.direction * int32(v)
		}
	}
	return math.MaxInt32
}

// page returns the candidates from the offset on.
func page(all []candidate, offset int) []candidate { return all[min(offset, len(all)):] }
