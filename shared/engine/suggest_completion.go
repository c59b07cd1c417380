package engine

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/wire"
)

const (
	// tried bounds how many completions of a word are looked up.
	tried = 24
	// mostContinuations bounds how many terms of the index are looked through for
	// completions that the list does not have.
	mostContinuations = 4096
	// longestLast is how many Chinese characters at the end may be a word that is
	// being typed.
	longestLast = 4
	// fewestLetters is from how many letters on a word may have a typing error.
	fewestLetters = 4
)

// completion is a text that the last word may become.
type completion struct {
	text string
	// products have it together with the earlier words.
	products   int
	popularity uint8
}

// completion returns an entry as what the last word may become. The name of a
// category is a common word then.
func (l *suggestionList) completion(entry int) completion {
	c := completion{text: l.texts[entry], popularity: l.entries[entry].Popularity}
	if l.entries[entry].Kind == suggestions.Category {
		c.text = strings.ToLower(c.text)
	}
	return c
}

// addCompletions adds what the last word may become so that a product has it and
// the words before it.
func (s *proposal) addCompletions() {
	if s.full() {
		return
	}
	s.splitHan()
	if s.last == "" || len(s.earlier) == 0 && strings.TrimSpace(s.before) != "" {
		return
	}
	l := &s.suggestions
	from, to := l.beginning(s.last)
	var texts []completion
	if len(s.earlier) > 0 {
		for _, entry := range l.popular(from, to, tried) {
			texts = append(texts, l.completion(entry))
		}
	}
	if len(texts) < tried {
		texts = append(texts, s.continuations(tried-len(texts))...)
	}
	s.complete(texts)
}

// addNearby adds what would have been found if one letter had been typed
// otherwise, provided that nothing begins with the last word.
func (s *proposal) addNearby() {
	l := &s.suggestions
	if from, to := l.beginning(s.last); from < to || utf8.RuneCountInString(s.last) < fewestLetters {
		return
	}
	for _, entry := range l.nearby(strings.TrimSuffix(s.typed, " "), s.limit) {
		s.add(s.suggestion(entry))
	}
	if len(s.earlier) == 0 {
		return
	}
	var texts []completion
	for _, entry := range l.nearby(s.last, tried) {
		texts = append(texts, l.completion(entry))
	}
	s.complete(texts)
}

// splitHan takes for the last word as many Chinese characters at the end as begin
// a suggestion, if no space says where it begins and nothing begins with all.
func (s *proposal) splitHan() {
	if r, _ := utf8.DecodeLastRuneInString(s.last); len(s.found) > 0 || s.before != "" || !unicode.Is(unicode.Han, r) {
		return
	}
	runes := []rune(s.typed)
	for n := min(longestLast, len(runes)-1); n > 0; n-- {
		last := string(runes[len(runes)-n:])
		if from, to := s.suggestions.beginning(last); from < to {
			s.split(s.typed, len(s.typed)-len(last))
			return
		}
	}
}

// continuations returns the words of the index that begin with the last word and
// that most products have, at most n. Parts of Chinese words are not offered.
func (s *proposal) continuations(n int) []completion {
	r, _ := utf8.DecodeRuneInString(s.last)
	from, to := s.index.Prefix(s.last)
	if unicode.Is(unicode.Han, r) || to-from > mostContinuations {
		return nil
	}
	var best []uint32
	for term := from; term < to; term++ {
		at := len(best)
		for at > 0 && s.index.DocumentFrequency(best[at-1]) < s.index.DocumentFrequency(term) {
			at--
		}
		if at < n {
			best = slices.Insert(best, at, term)
			best = best[:min(len(best), n)]
		}
	}
	texts := make([]completion, len(best))
	for i, term := range best {
		texts[i] = completion{text: s.index.Word(term)}
	}
	return texts
}

// complete adds those of the completions that products have together with the
// earlier words, the most frequent first.
func (s *proposal) complete(texts []completion) {
	with := s.newWithin(s.earlier)
	for i := range texts {
		texts[i].products = with.count(s.Terms(texts[i].text))
	}
	with.release()
	sort.SliceStable(texts, func(i, j int) bool {
		a, b := texts[i], texts[j]
		return a.products > b.products || a.products == b.products && a.popularity > b.popularity
	})
	before := strings.Join(strings.Fields(s.before), " ")
	if before != "" && strings.HasSuffix(s.before, " ") {
		before += " "
	}
	for _, c := range texts {
		if c.products > 0 {
			text := before + c.text
			s.add(wire.Suggestion{Text: text, Kind: kindCompletion, Matches: s.typedPart(text, s.typed)})
		}
	}
}
