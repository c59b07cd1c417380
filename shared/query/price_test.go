package query_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/query"
)

// shop is a shop that sells from 1 to 2,000, and has some things with ranges and
// some without.
var shop = query.Options{
	Stands: catalogue("dryer cord 30-50", "light kit", "led light", "red arms", "brown couch", "糖", "红色", "红色地毯"),
	Sells: func(least, most *float64) bool {
		return (least == nil || *least <= 2000) && (most == nil || *most >= 1)
	},
}

// bounds writes a price as "20..40".
func bounds(p *query.Price) string {
	s := ".."
	if p.Min != nil {
		s = strconv.FormatFloat(*p.Min, 'f', -1, 64) + s
	}
	if p.Max != nil {
		s += strconv.FormatFloat(*p.Max, 'f', -1, 64)
	}
	return s
}

func TestPricesAreReadFromTheWords(t *testing.T) {
	for text, want := range map[string]struct{ bounds, text, rest string }{
		"lamp under 50":                 {"..50", "under 50", "lamp"},
		"Lamp UNDER ５０":                 {"..50", "UNDER ５０", "Lamp"},
		"lamp below $50":                {"..50", "below $50", "lamp"},
		"less than 49.99 lamp for kids": {"", "", ""},
		"less than $49.99 lamp":         {"..49.99", "less than $49.99", "lamp"},
		"gifts up to 1,500 for him":     {"..1500", "up to 1,500", "gifts for him"},
		"table over 100":                {"100..", "over 100", "table"},
		"table more than 100€":          {"100..", "more than 100€", "table"},
		"at least 100 dollars table":    {"100..", "at least 100 dollars", "table"},
		"sofa no more than 800":         {"..800", "no more than 800", "sofa"},
		"lamp <50":                      {"..50", "<50", "lamp"},
		"50-100":                        {"50..100", "50-100", ""},
		"lamp 50-100":                   {"50..100", "50-100", "lamp"},
		"lamp 50 – 99.99":               {"50..99.99", "50 – 99.99", "lamp"},
		"lamp between 50 and 100":       {"50..100", "between 50 and 100", "lamp"},
		"sofa 899-1499":                 {"899..1499", "899-1499", "sofa"},
		"$20 to $40 lamp":               {"20..40", "$20 to $40", "lamp"},
		"lamp $20-40":                   {"20..40", "$20-40", "lamp"},
		"lamp from 20 to 40 usd":        {"20..40", "from 20 to 40 usd", "lamp"},
		"lamp over 20 under 50":         {"20..50", "over 20 under 50", "lamp"},
		"over 20 red lamp under $50":    {"..50", "under $50", "over 20 red lamp"},
		"$50 or less lamp":              {"..50", "$50 or less", "lamp"},
		"iphone 11 under 200":           {"..200", "under 200", "iphone 11"},
		"lamp under 50 -red":            {"..50", "under 50", "lamp -red"},
		"低于200":                         {"..200", "低于200", ""},
		"低于200的台灯":                      {"..200", "低于200的", "台灯"},
		"台灯200以下":                       {"..200", "200以下", "台灯"},
		"台灯 ２００元以内":                     {"..200", "２００元以内", "台灯"},
		"100到300元的椅子":                   {"100..300", "100到300元的", "椅子"},
		"椅子100-300元之间":                  {"100..300", "100-300元之间", "椅子"},
		"超过500块钱 沙发":                    {"500..", "超过500块钱", "沙发"},
		"不超过500 沙发":                     {"..500", "不超过500", "沙发"},
		"沙发不低于￥500":                     {"500..", "不低于￥500", "沙发"},
	} {
		t.Run(text, func(t *testing.T) {
			q := query.Read(text, shop)
			assert.Len(t, q.Words, len(text))
			if want.bounds == "" {
				assert.Nil(t, q.Price)
				return
			}
			require.NotNil(t, q.Price)
			assert.Equal(t, want.bounds, bounds(q.Price))
			assert.Equal(t, want.text, q.Price.Text)
			assert.Equal(t, want.rest, q.Price.Rest)
		})
	}
}

func TestNumbersOfOtherThingsAreNoPrices(t *testing.T) {
	for _, text := range []string{
		"under sink cabinet", "under 5 gallon bucket", "under 50 watts", "under 50w", "under 50 w bulb", "less than 24 in",
		"2-4 person tent", "50-100 w bulb", "50-100w", "50-100 led bulbs", "size 38-40", "sizes 35 to 40", "spf 30-50",
		"grit 80-120", "manual for 425 - 1649", "toys for kids over 3", "gifts for women over 50", "1/2 to 1 elbow", "4 to 1 cable", "nut 10-24",
		"over 1/2 pipe", "under 50% off", "model 425 - 1649", "7-3", "62-63", "555-1234", "0000-245-586", "40-20", "dryer cord 30-50",
		"AB-12 50-100-150", "bulb x50-100", "2x4", "over the sink shelf", "lamp under", "lamp over 5000", "between 50 and 20",
		"between 50 and 100 watts", "$", "50$", "sinks 50$", "4x$ tile", "under -5", "under 1e400", "above ground pool 20x40",
		"18 to 24 inch", "up to 100 lb", "7-eleven under", "2 or more", "\"lamp under 50\"", "-under50", "over 65\" tv",
		"超过500毫升", "低于30厘米", "30厘米以下", "3到6岁", "38码以下", "1-3个", "小于5寸", "38-40码", "以下", "低于",
	} {
		q := query.Read(text, shop)
		assert.Nil(t, q.Price, "%q", text)
	}
}

func TestWithoutPricesNoneIsRead(t *testing.T) {
	q := query.Read("lamp under $50", query.Options{})
	assert.Nil(t, q.Price)
	assert.Equal(t, "lamp under $50", q.Words)
}

func TestWordsKeepTheirPlaces(t *testing.T) {
	q := query.Read("低于200的 lamp -red 台灯", shop)
	assert.Equal(t, "             lamp      台灯", q.Words)
}
