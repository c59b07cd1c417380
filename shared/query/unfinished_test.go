package query_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/query"
)

// dear is a shop where nothing costs less than 30.
var dear = query.Options{
	Stands: catalogue(),
	Sells:  func(_, most *float64) bool { return most == nil || *most >= 30 },
}

func TestABoundBeingTypedIsNotSearchedFor(t *testing.T) {
	for text, words := range map[string]string{
		"lamp under 5":            "lamp",
		"lamp under $5":           "lamp",
		"lamp price under 5":      "lamp",
		"台灯 低于2":                  "台灯",
		"lamp over 100 under 1":   "lamp",
		"lamp between 5":          "lamp",
		"lamp between 50 ":        "lamp",
		"lamp between 50 an":      "lamp",
		"lamp between 50 and ":    "lamp",
		"lamp between 50 and 1":   "lamp",
		"lamp between 50 and $10": "lamp",
		"sofa from 500":           "sofa",
		"sofa from $500 t":        "sofa",
		"sofa from 500 to 10":     "sofa",
		"sofa from 2 pieces":      "sofa from 2 pieces",
		"screw from 2 to 1":       "screw from 2 to 1",
		// What is finished is a wish that the shop cannot meet.
		"lamp under 5 ":       "lamp under 5",
		"lamp under 5 for me": "lamp under 5 for me",
		"lamp under $5 ":      "lamp",
		"kids under 3":        "kids under 3",
		"lamp under":          "lamp under",
		"lamp 5":              "lamp 5",
		"lamp 50-1":           "lamp 50-1",
		"between":             "between",
		"between 50 red":      "between 50 red",
	} {
		got := query.Read(text, dear)
		assert.Equal(t, words, strings.TrimSpace(got.Words), text)
	}
}

// Every beginning of a text with a price finds lamps, and those within the price
// from its last digit on.
func TestEveryBeginningOfAPriceIsRead(t *testing.T) {
	for text, from := range map[string]string{
		"lamp under 50 for bedroom":       "lamp under 50",
		"lamp under 50 brass":             "lamp under 50",
		"lamp between 50 and 100 for her": "lamp between 50 and 100",
	} {
		for end := len("lamp under "); end <= len(text); end++ {
			got := query.Read(text[:end], dear)
			assert.Equal(t, end >= len(from), got.Price != nil, text[:end])
			assert.NotContains(t, got.Words, "5", text[:end])
		}
	}
}
