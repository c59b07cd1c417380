package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/wire"
)

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
	// understood says that the text excludes something or says a filter, the words of
	// which are neither earlier nor last: "lamp -black".
	understood bool
	found      []wire.Suggestion
	// seen are the words and scopes of what was found.
	seen map[string]bool
}

func (e *Engine) newProposal(query string, limit int) *proposal {
	s := &proposal{Engine: e, limit: limit, typed: e.suggestionKey(query), seen: make(map[string]bool)}
	if s.typed == "" {
		return s
	}
	query = strings.TrimLeftFunc(query, unicode.IsSpace)
	read := s.readText(query, false)
	s.understood = read.Words != query
	if r, _ := utf8.DecodeLastRuneInString(query); unicode.IsSpace(r) {
		s.typed += " "
		s.split(query, read.Words, len(query))
	} else {
		s.split(query, read.Words, strings.LastIndexFunc(query, unicode.IsSpace)+1)
	}
	if quoted := read.Phrases; len(quoted) > 0 && quoted[len(quoted)-1].End > len(s.before) {
		s.understood, s.last = true, ""
	}
	return s
}

// split sets where the last word begins. Words is the query with spaces for what are
// no words.
func (s *proposal) split(query, words string, at int) {
	s.before, s.last = query[:at], s.suggestionKey(words[at:])
	s.earlier = s.Terms(words[:at])
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
