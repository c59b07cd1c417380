// Package suggestions is the part of a bundle that holds what is proposed while a
// shopper types: frequent phrases of titles, what shoppers searched for, and the
// names of categories and brands. The indexer chooses them and says how popular
// each is, so that the engine only compares beginnings.
package suggestions

import (
	"math"

	"github.com/vitrine-search/vitrine/shared/bundle"
)

// Kind is what a suggestion is.
type Kind uint8

// The kinds. A category or a brand has no text of its own: it is named by its
// place among the distinct values of its column.
const (
	Query Kind = iota
	Category
	Brand
)

// Entry is one suggestion.
type Entry struct {
	Kind Kind
	// Text is what is shown and searched for, empty for a category or a brand.
	Text string
	// Value is the number of a category's or a brand's value in its column.
	Value uint32
	// Popularity is comparable within a bundle only; it grows with the logarithm.
	Popularity uint8
}

// Reading is one way to read an entry that has Chinese characters.
type Reading struct {
	// Entry is the entry's place in the list.
	Entry uint32
	// Syllables are parted by spaces and have no tones: "sha fa". What is not
	// Chinese in the text stands among them as it is, folded.
	Syllables string
}

// List is the content of the part.
type List struct {
	// Entries are ascending by their keys; see Key.
	Entries []Entry
	// Readings are ascending by their syllables.
	Readings []Reading
}

// Encode lays the list out as a part. Texts share their beginnings with the text
// before them, as the terms of the lexicon do.
func Encode(l List) *bundle.Builder {
	b := bundle.NewBuilder(bundle.PartSuggestions)
	n := len(l.Entries)
	kinds, popularity := make([]uint32, n), make([]uint32, n)
	var texts []string
	var values []uint32
	for i, e := range l.Entries {
		kinds[i], popularity[i] = uint32(e.Kind), uint32(e.Popularity)
		if e.Kind == Query {
			texts = append(texts, e.Text)
		} else {
			values = append(values, e.Value)
		}
	}
	entries := make([]uint32, len(l.Readings))
	syllables := make([]string, len(l.Readings))
	for i, r := range l.Readings {
		entries[i], syllables[i] = r.Entry, r.Syllables
	}
	b.Uints("kinds", kinds)
	b.Uints("popularity", popularity)
	b.Uints("values", values)
	b.SharedStrings("texts", texts)
	b.Uints("readings.entries", entries)
	b.SharedStrings("readings", syllables)
	return b
}

// Decode reads the part that Encode lays out. It fails with a *bundle.Error. The
// values of categories and brands are for the caller to check, who has the
// columns.
func Decode(p *bundle.Part) (List, error) {
	kinds, popularity, values := p.Uints("kinds"), p.Uints("popularity"), p.Uints("values")
	texts := p.SharedStrings("texts")
	entries := p.Uints("readings.entries")
	syllables := p.SharedStrings("readings")
	if p.Err() == nil && (len(popularity) != len(kinds) || len(texts)+len(values) != len(kinds) || len(syllables) != len(entries)) {
		p.Fail("describes its suggestions incompletely")
	}
	if p.Err() != nil {
		return List{}, p.Err()
	}
	l := List{Entries: make([]Entry, len(kinds)), Readings: make([]Reading, len(entries))}
	for i, k := range kinds {
		e := &l.Entries[i]
		e.Kind, e.Popularity = Kind(min(k, math.MaxUint8)), uint8(min(popularity[i], math.MaxUint8))
		switch {
		case k == uint32(Query) && len(texts) > 0:
			e.Text, texts = texts[0], texts[1:]
		case (k == uint32(Category) || k == uint32(Brand)) && len(values) > 0:
			e.Value, values = values[0], values[1:]
		default:
			p.Fail("has suggestions of an unknown kind")
			return List{}, p.Err()
		}
	}
	for i, entry := range entries {
		if int(entry) >= len(kinds) {
			p.Fail("has readings of suggestions that are not there")
			return List{}, p.Err()
		}
		l.Readings[i] = Reading{Entry: entry, Syllables: syllables[i]}
	}
	return l, nil
}
