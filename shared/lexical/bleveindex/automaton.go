package bleveindex

import (
	"fmt"
	"regexp/syntax"

	index "github.com/blevesearch/bleve_index_api"
	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
	"github.com/blevesearch/vellum/regexp"
)

// FieldDictFuzzy enumerates the terms of a field that begin with the prefix and
// lie within so many edits of the term.
func (r *Reader) FieldDictFuzzy(name, term string, fuzziness int, prefix string) (index.FieldDict, error) {
	d, _, err := r.FieldDictFuzzyAutomaton(name, term, fuzziness, prefix)
	return d, err
}

// FieldDictFuzzyAutomaton is FieldDictFuzzy and the automaton that it uses: the
// one that bleve's own index uses, in which a transposition is one edit.
func (r *Reader) FieldDictFuzzyAutomaton(name, term string, fuzziness int, prefix string) (index.FieldDict, index.FuzzyAutomaton, error) {
	if fuzziness < 1 || fuzziness > 2 {
		return nil, nil, fmt.Errorf("fuzziness is %d and must be 1 or 2", fuzziness)
	}
	builder, err := levenshtein.NewLevenshteinAutomatonBuilder(uint8(fuzziness), true)
	if err != nil {
		return nil, nil, err
	}
	dfa, err := builder.BuildDfa(term, uint8(fuzziness))
	if err != nil {
		return nil, nil, err
	}
	f := r.field(name)
	d := &dictionary{field: f, distances: []uint8{}}
	for from, to := f.prefixed(prefix); from < to; from++ {
		if ok, distance := dfa.MatchAndDistance(f.terms[from]); ok {
			d.chosen = append(d.chosen, from)
			d.distances = append(d.distances, distance)
		}
	}
	return d, dfa, nil
}

// FieldDictRegexp enumerates the terms of a field that match a regular
// expression as a whole.
func (r *Reader) FieldDictRegexp(name, pattern string) (index.FieldDict, error) {
	d, _, err := r.FieldDictRegexpAutomaton(name, pattern)
	return d, err
}

// FieldDictRegexpAutomaton is FieldDictRegexp and the automaton that it uses.
func (r *Reader) FieldDictRegexpAutomaton(name, pattern string) (index.FieldDict, index.RegexAutomaton, error) {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, nil, err
	}
	re, err := regexp.NewParsedWithLimit(pattern, parsed, regexp.DefaultLimit)
	if err != nil {
		return nil, nil, err
	}
	f := r.field(name)
	d := &dictionary{field: f}
	for i, term := range f.terms {
		if vellum.AutomatonContains(re, []byte(term)) {
			d.chosen = append(d.chosen, i)
		}
	}
	return d, re, nil
}
