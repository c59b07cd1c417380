// Package suggest chooses what the bundle proposes while a shopper types: frequent
// phrases of the titles, what shoppers searched for, categories and brands. All
// the judgment is spent here, once, so that the engine only has to compare
// beginnings and popularities.
package suggest

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/text"
)

// maxPhrases bounds the phrases of titles and the logged queries together, and
// maxNames the categories and brands: about 60 kB of brotli for the largest shop.
const (
	maxPhrases = 12000
	maxNames   = 4000
)

// Input is what suggestions are made of.
type Input struct {
	Analyzer *text.Analyzer
	Titles   []string
	// Categories and Brands are the values of their columns.
	Categories, Brands []Name
	// Queries are a log of searches, as far as the catalogue answers them.
	Queries []Logged
}

// Name is what a category or a brand is called.
type Name struct {
	Text string
	// Value is the number of the value in its column, Products how many have it.
	Value    uint32
	Products int
}

// candidate is a suggestion that may be chosen.
type candidate struct {
	kind  suggestions.Kind
	text  string
	value uint32
	// score is proportional to how often it is likely to be searched for.
	score float64
	key   string
}

// Made is what Make chose.
type Made struct {
	// List is for the bundle.
	suggestions.List
	// Weighed are the suggestions of the list, in its order.
	Weighed []Weighed
}

// Weighed is a suggestion and how often it is likely to be searched for, in
// proportion to the others.
type Weighed struct {
	Text   string
	Weight float64
}

// Make returns the suggestions. The same input gives the same list.
func Make(in Input) Made {
	m := merger{analyzer: in.Analyzer, places: make(map[string]int)}
	for _, c := range names(in.Categories, suggestions.Category, categoryWorth) {
		m.add(c)
	}
	for _, c := range names(in.Brands, suggestions.Brand, brandWorth) {
		m.add(c)
	}
	for _, c := range phrases(in.Analyzer, in.Titles) {
		m.add(c)
	}
	for _, c := range hanPhrases(in.Titles) {
		m.add(c)
	}
	m.addLog(in.Queries)
	chosen := m.chosen()
	made := Made{List: list(in.Analyzer, chosen)}
	for _, c := range chosen {
		made.Weighed = append(made.Weighed, Weighed{Text: c.text, Weight: c.score})
	}
	return made
}

// What a product of a category or a brand counts for, beside one with a phrase in
// its title. Shoppers name kinds of things and makers far more often than titles
// do. Tuned on development queries for an electronics shop.
const (
	categoryWorth = 4
	brandWorth    = 2
)

// names turns the most frequent names into candidates. Of several categories of
// one name the largest keeps it.
func names(all []Name, kind suggestions.Kind, worth float64) []candidate {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Products, a.Products), cmp.Compare(a.Value, b.Value))
	})
	var found []candidate
	for _, n := range all[:min(len(all), maxNames)] {
		if n.Products > 0 && len(n.Text) <= maxText {
			found = append(found, candidate{kind: kind, text: n.Text, value: n.Value, score: worth * float64(n.Products)})
		}
	}
	return found
}

// maxText bounds the bytes of a suggestion: what is longer is no query.
const maxText = 80

// merger joins the candidates that search for the same words.
type merger struct {
	analyzer *text.Analyzer
	all      []candidate
	// places says where the candidate with the given words is.
	places map[string]int
}

// add adds a candidate, or its score to that of the one before it with the same
// words: the first keeps its text and kind. A phrase that is also a name counts as
// often as the more frequent of the two, since both count the same products.
func (m *merger) add(c candidate) {
	c.key = suggestions.Key(m.analyzer.Fold(c.text))
	words := signature(m.analyzer, c.text)
	if c.key == "" || words == "" {
		return
	}
	if i, ok := m.places[words]; ok {
		m.all[i].score = max(m.all[i].score, c.score)
		return
	}
	m.places[words] = len(m.all)
	m.all = append(m.all, c)
}

// logShare is how much of all popularity a log of queries decides, where there is
// one: what shoppers typed says more than what merchants wrote.
const logShare = 0.8

// addLog adds the queries of a log. Its counts and those of the catalogue are
// brought to a common sum and then weighted. One is added to each count, so that
// a query which was not counted is still worth something.
func (m *merger) addLog(queries []Logged) {
	var searched, written float64
	for _, q := range queries {
		searched += float64(q.Count + 1)
	}
	if searched == 0 {
		return
	}
	for i := range m.all {
		written += m.all[i].score
	}
	written = max(written, 1)
	for i := range m.all {
		m.all[i].score *= (1 - logShare) / written
	}
	for _, q := range queries {
		score := float64(q.Count+1) * (logShare / searched)
		if i, ok := m.places[signature(m.analyzer, q.Text)]; ok {
			m.all[i].score += score
			continue
		}
		m.add(candidate{text: q.Text, score: score})
	}
}

// chosen returns the best candidates, ascending by their keys.
func (m *merger) chosen() []candidate {
	slices.SortFunc(m.all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.key, b.key), cmp.Compare(a.text, b.text))
	})
	left := maxPhrases
	kept := m.all[:0]
	for _, c := range m.all {
		if c.kind == suggestions.Query {
			left--
		}
		if c.kind != suggestions.Query || left >= 0 {
			kept = append(kept, c)
		}
	}
	slices.SortFunc(kept, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(b.score, a.score), cmp.Compare(a.text, b.text))
	})
	return kept
}

// list brings the candidates to the form of the bundle.
func list(analyzer *text.Analyzer, chosen []candidate) suggestions.List {
	least, most := math.Inf(1), 0.0
	for _, c := range chosen {
		least, most = min(least, c.score), max(most, c.score)
	}
	var l suggestions.List
	for i, c := range chosen {
		e := suggestions.Entry{Kind: c.kind, Value: c.value, Popularity: popularity(c.score, least, most)}
		if c.kind == suggestions.Query {
			e.Text = c.text
		}
		l.Entries = append(l.Entries, e)
		for _, syllables := range readings(analyzer.Fold(c.text)) {
			l.Readings = append(l.Readings, suggestions.Reading{Entry: uint32(i), Syllables: syllables})
		}
	}
	slices.SortFunc(l.Readings, func(a, b suggestions.Reading) int {
		return cmp.Or(strings.Compare(a.Syllables, b.Syllables), cmp.Compare(a.Entry, b.Entry))
	})
	return l
}

// popularity is the place of the score between the least and the most on a
// logarithmic scale from 1 to 255.
func popularity(score, least, most float64) uint8 {
	if most <= least {
		return math.MaxUint8
	}
	return uint8(1 + math.Round(254*math.Log(score/least)/math.Log(most/least)))
}

// signature is the words that a text searches for, in an order of their own: two
// texts with the same find the same products. It is empty if there are none.
func signature(analyzer *text.Analyzer, s string) string {
	var terms []string
	for _, t := range analyzer.AnalyzeQuery(s) {
		if !t.Stop {
			terms = append(terms, t.Term)
		}
	}
	slices.Sort(terms)
	return strings.Join(slices.Compact(terms), "\n")
}
