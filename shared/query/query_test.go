package query_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/query"
)

// catalogue returns what a catalogue of these texts answers.
func catalogue(texts ...string) func(string) bool {
	return func(wanted string) bool {
		for _, text := range texts {
			if strings.Contains(text, wanted) {
				return true
			}
		}
		return false
	}
}

func TestPhrasesStandBetweenQuotationMarks(t *testing.T) {
	for text, want := range map[string][]string{
		`"floor lamp"`:               {"floor lamp"},
		`brass "floor lamp" "oak"`:   {"floor lamp", "oak"},
		`“floor lamp” brass`:         {"floor lamp"},
		`„Lampe rot“`:                {"Lampe rot"},
		`«lampe rouge» 「红色 沙发」`:      {"lampe rouge", "红色 沙发"},
		`＂floor lamp＂`:               {"floor lamp"},
		`"floor lamp”`:               {"floor lamp"},
		`手机"防摔壳"`:                    {"防摔壳"},
		`monitor "24 inch"`:          {"24 inch"},
		`24" monitor "thin bezel"`:   {"thin bezel"},
		`12" x 24" "oak shelf" 3/4"`: {"oak shelf"},
		`24" monitor`:                nil,
		`1/2" pipe 3"`:               nil,
		`5'6" ladder`:                nil,
		`"floor lam`:                 nil,
		`floor "`:                    nil,
		`""`:                         nil,
		`" "`:                        nil,
		`"!?"`:                       nil,
		`rock"n"roll`:                nil,
		"":                           nil,
	} {
		q := query.Read(text, query.Options{})
		var got []string
		for _, p := range q.Phrases {
			got = append(got, p.In(text))
		}
		assert.Equal(t, want, got, text)
		assert.Equal(t, text, q.Words, "a phrase is still searched for")
	}
}

func TestExclusionsAreLeftOutOfTheWords(t *testing.T) {
	for text, want := range map[string]struct {
		words    string
		excluded []string
	}{
		"lamp -red":                    {"lamp     ", []string{"red"}},
		"lamp －Red −blue":              {"lamp", []string{"Red", "blue"}},
		"-red":                         {"", []string{"red"}},
		"lamp -t-shirt":                {"lamp", []string{"t-shirt"}},
		`lamp -"floor lamp" brass`:     {"lamp               brass", []string{"floor lamp"}},
		"手机 -红色 壳":                     {"手机         壳", []string{"红色"}},
		`lamp without "glass shade"`:   {"lamp", []string{"glass shade"}},
		`lamp w/o a "shade" brass`:     {"lamp               brass", []string{"shade"}},
		`台灯 不要“玻璃” 红`:                  {"台灯                    红", []string{"玻璃"}},
		"fan without light kit":        {"fan", []string{"light kit"}},
		"fan w/o light white":          {"fan           white", []string{"light"}},
		"couch without any arms brown": {"couch                  brown", []string{"arms"}},
		"couch without arms and legs":  {"couch              and legs", []string{"arms"}},
		"Without lids":                 {"", []string{"lids"}},
		"T恤不要红色":                       {"T恤", []string{"红色"}},
		"不要红色的T恤":                      {"               T恤", []string{"红色"}},
		"不含糖饮料":                        {"         饮料", []string{"糖"}},
		"沙发不要灰色":                       {"沙发", []string{"灰"}},
		"不要灰色的沙发":                      {"               沙发", []string{"灰"}},
		"椅子 不带扶手":                      {"椅子", []string{"扶手"}},
	} {
		q := query.Read(text, shop)
		var got []string
		for _, e := range q.Exclusions {
			got = append(got, e.In(text))
		}
		assert.Equal(t, want.excluded, got, text)
		assert.Equal(t, strings.TrimRight(want.words, " "), strings.TrimRight(q.Words, " "), text)
	}
}

func TestHyphensAndHarmlessWordsExcludeNothing(t *testing.T) {
	for _, text := range []string{
		"t-shirt", "wi-fi", "-5 degrees", "AB-12", "AB -12", "1/4 -20 nut", "black - white", "lamp -", "-", "--red", "- red",
		"12 -inch ruler", "no slip mat", "no drill blinds", "without", "lamp without", "lamp w/o", "with out", "without 2 handles",
		"cabinetwithouttops", `"lamp without shade"`, "无线耳机", "不锈钢锅", "不要", "要不要", "不含", "-3d", "pre -", "lamp —",
	} {
		q := query.Read(text, shop)
		assert.Empty(t, q.Exclusions, text)
		assert.Equal(t, text, q.Words)
	}
}

// Hostile texts are read in a time linear in their length, and leave every byte
// in its place.
func TestHostileTexts(t *testing.T) {
	const size = 1 << 18
	for _, unit := range []string{
		`"a`, `" "`, `"`, "“", "-a ", "without a ", "w/o ", "不要", "under ", "under 5 ", "1-", "1,000,", "$", "元", "between 1 and ", "\xff", "1.", "「", "«a", "9", " ",
	} {
		text := strings.Repeat(unit, size/len(unit))
		q := query.Read(text, shop)
		assert.Len(t, q.Words, len(text))
		assert.LessOrEqual(t, len(q.Phrases)+len(q.Exclusions), 16)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"lamp under 50 -red", `"floor lamp" 24"`, "低于200的台灯", "不含糖", "$20 to $40", "\xff\"", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := query.Read(text, shop)
		assert.Len(t, q.Words, len(text))
		for _, p := range q.Phrases {
			assert.NotEmpty(t, p.In(text))
		}
		for _, e := range q.Exclusions {
			assert.NotEmpty(t, e.In(text))
			assert.Empty(t, strings.TrimSpace(e.Whole.In(q.Words)))
		}
		if q.Price != nil {
			assert.NotEmpty(t, q.Price.Text)
			if q.Price.Min != nil && q.Price.Max != nil {
				assert.LessOrEqual(t, *q.Price.Min, *q.Price.Max)
			}
		}
	})
}
