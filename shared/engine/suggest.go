package engine

import (
	"context"
	"slices"
	"strings"
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
// categories and brands, and products. It fails as Search does.
func (e *Engine) Suggest(ctx context.Context, request wire.SuggestRequest) (*wire.SuggestResponse, error) {
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
		return response, nil
	}
	s.addWhole()
	s.addCompletions()
	s.addNames()
	s.addNext()
	if len(s.found) == 0 {
		s.addNearby()
	}
	if !request.NoProducts && !s.full() {
		if err := s.addProducts(ctx, request.Query); err != nil {
			return nil, err
		}
	}
	response.Suggestions = append(response.Suggestions, s.found...)
	return response, nil
}

// proposal is a list of suggestions in the making.
type proposal struct {
	*Engine
	limit int
	// typed is the key of what was typed, with a space at its end if a word was
	// finished with one.
	typed string
	// before is what stands before the last word, as it was typed; earlier are its
	// words, and last is the key of the last word.
	before  string
	earlier []string
	last    string
	found   []wire.Suggestion
	// seen are the words and scopes of what was found.
	seen map[string]bool
}

func (e *Engine) newProposal(query string, limit int) *proposal {
	s := &proposal{Engine: e, limit: limit, typed: e.suggestionKey(query), seen: make(map[string]bool)}
	if s.typed == "" {
		return s
	}
	query = strings.TrimLeftFunc(query, unicode.IsSpace)
	if r, _ := utf8.DecodeLastRuneInString(query); unicode.IsSpace(r) {
		s.typed += " "
		s.split(query, len(query))
	} else {
		s.split(query, strings.LastIndexFunc(query, unicode.IsSpace)+1)
	}
	return s
}

// split sets where the last word begins.
func (s *proposal) split(query string, at int) {
	s.before, s.last = query[:at], s.suggestionKey(query[at:])
	s.earlier = s.Terms(s.before)
}

func (s *proposal) full() bool { return len(s.found) >= s.limit }

// add adds a suggestion unless the list is full or has one for the same words and
// scope.
func (s *proposal) add(suggestion wire.Suggestion) bool {
	terms := s.Terms(suggestion.Text)
	slices.Sort(terms)
	key := strings.Join(slices.Compact(terms), "\n")
	if key == "" {
		key = s.suggestionKey(suggestion.Text)
	}
	if suggestion.Scope != nil && suggestion.Kind != kindCategory {
		key += "\n" + suggestion.Scope.Field + "\n" + suggestion.Scope.Value
	}
	if s.full() || s.seen[key] {
		return false
	}
	s.seen[key] = true
	suggestion.Matches = inUTF16(suggestion.Text, suggestion.Matches)
	s.found = append(s.found, suggestion)
	return true
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
	s.find(memory, q, conditions, priceOrder{}, s.limit-len(s.found))
	best := slices.Clone(memory.top.sorted())
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
