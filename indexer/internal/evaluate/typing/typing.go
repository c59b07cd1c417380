// Package typing measures suggestions: how early the query that a shopper has in
// mind is among those that are offered while it is typed, letter by letter.
package typing

import "unicode/utf8"

// First is how many suggestions a shopper looks at.
const First = 8

// shortest is the first number of letters that is measured: nobody is understood
// after one.
const shortest = 2

// Query is one that shoppers have in mind, and how many of them.
type Query struct {
	Text  string
	Count int
}

// Suggest returns the texts that are offered for what was typed, best first.
type Suggest func(typed string) ([]string, error)

// Same says whether two texts search for the same.
type Same func(a, b string) bool

// At is what is found after so many letters, or after half of them. Each query
// weighs as often as it was searched for; those that are not longer than what is
// typed are left out.
type At struct {
	// Queries counts those that were measured, each once.
	Queries int `json:"queries"`
	// Hit is the share whose query is among the first suggestions, MRR the mean of
	// 1/place, 0 for those that are not.
	Hit float64 `json:"hit"`
	MRR float64 `json:"mrr"`
	// HitEach is Hit where each query weighs the same.
	HitEach float64 `json:"hit_each"`
}

// Metrics are the means over all queries.
type Metrics struct {
	Queries int `json:"queries"`
	After3  At  `json:"after_3"`
	After4  At  `json:"after_4"`
	After5  At  `json:"after_5"`
	// Half is after half of the letters, rounded up, but at least two.
	Half At `json:"half"`
	// Every is the mean over every number of letters from two on.
	Every At `json:"every"`
	// Saved is the share of all letters that need not be typed, if a query is
	// chosen as soon as it is offered.
	Saved float64 `json:"saved"`
	// AtOnce is what a bundle's first answers are worth, nil if it has none.
	AtOnce *AtOnce `json:"at_once,omitempty"`
}

// sum adds up an At.
type sum struct {
	queries, hits    int
	weight, hit, mrr float64
}

func (s *sum) add(weight float64, place int) {
	s.queries++
	s.weight += weight
	if place > 0 {
		s.hits++
		s.hit += weight
		s.mrr += weight / float64(place)
	}
}

func (s *sum) mean() At {
	if s.queries == 0 {
		return At{}
	}
	at := At{Queries: s.queries, HitEach: float64(s.hits) / float64(s.queries)}
	if s.weight > 0 {
		at.Hit, at.MRR = s.hit/s.weight, s.mrr/s.weight
	}
	return at
}

// Measure types every query letter by letter. It fails as suggest does.
func Measure(queries []Query, suggest Suggest, same Same) (Metrics, error) {
	var after [6]sum
	var half, every sum
	var typed, saved float64
	m := Metrics{}
	for _, q := range queries {
		places, err := places(q.Text, suggest, same)
		if err != nil {
			return Metrics{}, err
		}
		length := utf8.RuneCountInString(q.Text)
		if length <= shortest {
			continue
		}
		m.Queries++
		weight := float64(q.Count)
		needed := length
		for letters := shortest; letters < length; letters++ {
			place := places[letters]
			if letters < len(after) {
				after[letters].add(weight, place)
			}
			if letters == max(shortest, (length+1)/2) {
				half.add(weight, place)
			}
			every.add(weight, place)
			if place > 0 {
				needed = min(needed, letters)
			}
		}
		typed += weight * float64(length)
		saved += weight * float64(length-needed)
	}
	m.After3, m.After4, m.After5 = after[3].mean(), after[4].mean(), after[5].mean()
	m.Half, m.Every = half.mean(), every.mean()
	m.Every.Queries = m.Queries
	if typed > 0 {
		m.Saved = saved / typed
	}
	return m, nil
}

// places returns, by the number of letters typed, the place of the query among
// the first suggestions, from 1, or 0 if it is not there.
func places(query string, suggest Suggest, same Same) ([]int, error) {
	letters := []rune(query)
	found := make([]int, len(letters)+1)
	for n := shortest; n < len(letters); n++ {
		texts, err := suggest(string(letters[:n]))
		if err != nil {
			return nil, err
		}
		for i, text := range texts[:min(len(texts), First)] {
			if same(text, query) {
				found[n] = i + 1
				break
			}
		}
	}
	return found, nil
}
