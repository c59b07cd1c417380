package engine

import (
	"math"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// SecondStage is what the second stage of the ranking goes by.
type SecondStage struct {
	// Features lists the features that count, to a thousandth. Value is by how much a feature raises
	// the score of a product that has nothing else when it goes from 0 to 1, beside 1
	// for the first stage's best; after training on what people judged it may be
	// negative.
	Features []Weight
	// Hidden is how many units weigh the features together.
	Hidden int
	// Mix is how much the net counts beside the first stage, and Floor the least
	// cosine by which a product is proposed that has no word of the query.
	Mix, Floor float64
}

// SecondStage describes the second stage; ok is false if there is none.
func (x *Inspector) SecondStage() (s SecondStage, ok bool) {
	stage := x.engine.second.Load()
	if stage == nil || stage.model == nil {
		return SecondStage{}, false
	}
	m := stage.model
	s = SecondStage{Hidden: len(m.Net.Biases), Mix: float64(m.Mix), Floor: float64(m.Floor)}
	nothing := m.Net.Score(&rank.Features{})
	for i, name := range rank.Names {
		var alone rank.Features
		alone[i] = 1
		if value := m.Mix * (m.Net.Score(&alone) - nothing); math.Abs(float64(value)) >= 0.0005 {
			s.Features = append(s.Features, Weight{Name: name, Description: featureDescriptions[i], Value: float64(value)})
		}
	}
	return s, true
}

// featureDescriptions (rank.Feature) say what the features are, for people.
var featureDescriptions = [rank.Count]string{
	rank.First:           "the first stage's score, beside that of its best product",
	rank.Title:           "the share of the query that the title has",
	rank.Name:            "the share that title, brand, category and attributes have",
	rank.Text:            "the share that any text has",
	rank.All:             "the product has every word",
	rank.Worst:           "how little the rarest missing word counts",
	rank.Typed:           "the share that the product has as it was typed",
	rank.Pairs:           "neighbours in the query that are neighbours in the title",
	rank.Head:            "the title names the thing that is looked for",
	rank.HeadThere:       "the title has the word for the thing that is looked for",
	rank.Covered:         "the share of the title that the query has",
	rank.Brand:           "the query names the brand",
	rank.Category:        "the query names the narrowest category",
	rank.Attended:        "the share of the query that the name means, by attention",
	rank.AttendedText:    "the share that all texts mean, by attention",
	rank.Pooled:          "how alike query and product are in meaning, as a whole",
	rank.Shelf:           "how alike the query and the products of the category are",
	rank.Evidence:        "how much the products of the category speak of what the query says",
	rank.AttendedInstead: "“attended”, as far as no product has the words",
	rank.PooledInstead:   "“pooled”, as far as no product has the words",
	rank.EvidenceInstead: "“evidence”, as far as no product has the words",
}
