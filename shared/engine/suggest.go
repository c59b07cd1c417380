package engine

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// Bounds of a list of suggestions.
const (
	defaultSuggestions = 8
	maxSuggestions     = 20
	// longestTyped bounds the bytes of a text that anything but products is
	// suggested for; nobody waits for the end of a longer one.
	longestTyped = 256
)

// The kinds of suggestions on the wire.
const (
	kindQuery      = "query"
	kindCompletion = "completion"
	kindCategory   = "category"
	kindBrand      = "brand"
	kindProduct    = "product"
)

// Suggest proposes what a shopper may mean who has typed so much: whole queries
// that begin so, completions of the last word that go with the words before it,
// categories and brands, and products. Before anything is typed it proposes the
// largest categories. It fails as Search does.
func (e *Engine) Suggest(ctx context.Context, request wire.SuggestRequest) (*wire.SuggestResponse, error) {
	started := time.Now()
	limit := request.Limit
	switch {
	case limit < 0 || limit > maxSuggestions:
		return nil, badRequest("limit is %d and must be from 1 to %d, or 0 for %d", limit, maxSuggestions, defaultSuggestions)
	case limit == 0:
		limit = defaultSuggestions
	}
	s := e.newProposal(request.Query, limit)
	response := &wire.SuggestResponse{Query: request.Query, Suggestions: []wire.Suggestion{}}
	if s.typed == "" {
		s.addCategories()
	} else if len(s.typed) <= longestTyped {
		s.addTexts()
	}
	response.EngineMS = float64(time.Since(started).Microseconds()) / 1000
	if !request.NoProducts && !s.full() {
		if err := s.addProducts(ctx, request.Query); err != nil {
			return nil, err
		}
	}
	response.Suggestions = append(response.Suggestions, s.found...)
	return response, nil
}

// addCategories adds the largest categories, where a shopper may begin.
func (s *proposal) addCategories() {
	for _, entry := range s.suggestions.names {
		if s.suggestions.entries[entry].Kind == suggestions.Category {
			s.add(s.suggestion(entry))
		}
	}
}

// addTexts adds whole queries, completions and names. Where the text says more than
// words, what is put in its place must say it too, so that only completions are.
func (s *proposal) addTexts() {
	if s.understood {
		if s.last != "" {
			s.addCompletions()
		}
		return
	}
	s.addWhole()
	s.addCompletions()
	s.addNames()
	s.addNext()
	if len(s.found) == 0 {
		s.addNearby()
	}
}

// Terms returns the terms that a query searches for, in their order.
func (e *Engine) Terms(query string) []string {
	var terms []string
	for _, t := range e.analyzer.AnalyzeQuery(query) {
		if !t.Stop {
			terms = append(terms, t.Term)
		}
	}
	return terms
}

// addWhole adds the suggestions that begin with what was typed, then those that
// are read so, and to the first of them where in the shop it may be meant.
func (s *proposal) addWhole() {
	l := &s.suggestions
	from, to := l.beginning(s.typed)
	entries := l.popular(from, to, s.limit)
	read := l.read(s.typed, s.limit)
	for len(entries)+len(read) > 0 && !s.full() {
		var suggestion wire.Suggestion
		if len(entries) > 0 {
			suggestion = s.suggestion(entries[0])
			suggestion.Matches = s.typedPart(suggestion.Text, s.typed)
			entries = entries[1:]
		} else {
			suggestion = s.suggestion(read[0].entry)
			suggestion.Matches = []wire.Range{{End: syllablesEnd(suggestion.Text, read[0].syllables)}}
			read = read[1:]
		}
		if s.add(suggestion) && len(s.found) == 1 && suggestion.Scope == nil {
			s.addScoped(suggestion)
		}
	}
}

// suggestion returns an entry of the list as a suggestion.
func (s *proposal) suggestion(entry int) wire.Suggestion {
	found := wire.Suggestion{Text: s.suggestions.texts[entry], Kind: kindQuery}
	switch e := s.suggestions.entries[entry]; e.Kind {
	case suggestions.Category:
		found.Kind = kindCategory
		found.Scope = s.scope(product.FieldCategory, s.columnOf(e.Kind).Texts[e.Value])
	case suggestions.Brand:
		found.Kind = kindBrand
	}
	return found
}

// scope returns the filter on a value of a field.
func (e *Engine) scope(field, value string) *wire.Scope {
	return &wire.Scope{Field: field, Value: value, Label: lastStep(value)}
}

// addNames adds the categories and brands that have a word, other than the first,
// that begins with what was typed.
func (s *proposal) addNames() {
	l := &s.suggestions
	inside := " " + s.typed
	if r, _ := utf8.DecodeLastRuneInString(s.typed); unicode.Is(unicode.Han, r) {
		inside = s.typed // Chinese puts no space before a word
	}
	for _, entry := range l.names {
		if s.full() {
			return
		}
		if strings.Contains(l.keys[entry], inside) {
			suggestion := s.suggestion(entry)
			suggestion.Matches = s.typedPart(suggestion.Text, s.typed)
			s.add(suggestion)
		}
	}
}

// addProducts fills the list up with the products that are found.
func (s *proposal) addProducts(ctx context.Context, query string) error {
	r := s.read(wire.SearchRequest{Query: query})
	conditions, err := s.conditions(r.filters)
	if err != nil || r.query.browsing {
		return err
	}
	q := r.query
	memory := s.scratches.Get().(*scratch)
	s.find(memory, q, conditions, priceOrder{}, s.limit-len(s.found), nil)
	best := slices.Clone(memory.ranked)
	s.scratches.Put(memory)
	hits, err := s.hits(ctx, best, q, conditions)
	if err != nil {
		return err
	}
	for i := range hits {
		hit := &hits[i]
		suggestion := wire.Suggestion{Text: hit.Title, Kind: kindProduct, ID: hit.ID, URL: hit.URL, Image: hit.Image}
		if s.add(suggestion) {
			s.found[len(s.found)-1].Matches = hit.TitleMatches
		}
	}
	return nil
}
