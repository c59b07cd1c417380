package engine

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// mostWalked bounds the products whose texts are read for the next word; of more,
// every so many.
const mostWalked = 256

// shortestNext is how many letters a word must have to be proposed as the next:
// what is shorter is mostly a unit or a scrap.
const shortestNext = 3

// addNext goes on after a word that is finished: with the words that follow it in
// the titles of the products that have all the words. What is being typed is
// finished by the first suggestion, if there is one.
func (s *proposal) addNext() {
	text := s.before
	if !strings.HasSuffix(s.typed, " ") {
		if len(s.found) == 0 || s.found[0].Scope != nil || s.found[0].Kind == kindCompletion {
			return
		}
		text = s.found[0].Text
	}
	terms := s.Terms(text)
	if s.full() || len(terms) == 0 {
		return
	}
	before := strings.Join(strings.Fields(text), " ") + " "
	for _, term := range s.followers(terms) {
		whole := before + s.index.Word(term)
		s.add(wire.Suggestion{Text: whole, Kind: kindCompletion, Matches: s.typedPart(whole, s.typed)})
	}
}

// followers returns the terms that stand after the last of the given ones in the
// products that have all of them, the most frequent first.
func (s *proposal) followers(terms []string) []uint32 {
	last, known := s.index.Lookup(terms[len(terms)-1])
	if !known {
		return nil
	}
	var docs []uint32
	with := s.newWithin(nil)
	with.each(terms, func(doc uint32) { docs = append(docs, doc) })
	counts := make(map[uint32]int)
	step := len(docs)/mostWalked + 1
	for i := 0; i < len(docs); i += step {
		after := uint32(0)
		s.index.Walk(docs[i], func(field int, position, term uint32) {
			switch {
			case field != lexical.TitleField:
			case position == after:
				counts[term]++
			case term == last:
				after = position + 1
			}
		})
	}
	var found []uint32
	for term := range counts {
		if s.mayFollow(term, terms) {
			found = append(found, term)
		}
	}
	sort.Slice(found, func(i, j int) bool {
		a, b := found[i], found[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && a < b
	})
	return found[:min(len(found), s.limit)]
}

// mayFollow says whether a term is a word that is not there already.
func (s *proposal) mayFollow(term uint32, terms []string) bool {
	word := s.index.Word(term)
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) && len(word) >= shortestNext &&
		!slices.Contains(terms, s.index.Term(term))
}
