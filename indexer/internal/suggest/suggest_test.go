package suggest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/bundle/suggestions"
	"github.com/vitrine-search/vitrine/shared/text"
)

func english() *text.Analyzer {
	return text.New(text.Options{Language: "en", StopWords: []string{"for", "the", "with", "and"}})
}

func textsOf(l suggestions.List) []string {
	var texts []string
	for _, e := range l.Entries {
		if e.Kind == suggestions.Query {
			texts = append(texts, e.Text)
		}
	}
	return texts
}

func mined(titles ...string) []string {
	return textsOf(Make(Input{Analyzer: english(), Titles: titles}).List)
}

func TestPhrasesAreThoseThatTitlesShare(t *testing.T) {
	got := mined("Oak coffee table", "Pine coffee table, 90 cm", "Coffee mug", "Glass Table", "Case for the phone", "Case for a phone")
	assert.Contains(t, got, "coffee table")
	assert.Contains(t, got, "coffee")
	assert.NotContains(t, got, "oak", "one title is no pattern")
	for _, s := range got {
		assert.NotContains(t, []string{"for", "the", "case for", "for phone", "90", "cm", "table 90"}, s)
	}
	assert.Contains(t, mined("Case for the phone", "Red case for the phone", "Case", "Case"), "case for the phone")
}

func TestPhrasesNeitherBeginNorEndWithNumbersAndUnits(t *testing.T) {
	var titles []string
	for i := range 12 {
		titles = append(titles, fmt.Sprintf("Monitor %d cm", 40+i%3), "Console 360 black", "Console 360", "Console")
	}
	got := mined(titles...)
	assert.Contains(t, got, "monitor")
	assert.Contains(t, got, "console 360", "the number of a model")
	for _, s := range got {
		assert.NotContains(t, []string{"cm", "40", "monitor 40 cm", "40 cm", "360", "360 black"}, s)
	}
}

func TestAPhraseThatIsAlwaysTheBeginningOfALongerOneGivesWay(t *testing.T) {
	got := mined("Ultra High Definition screen", "Ultra High Definition player", "Ultra High Definition player", "Ultra light tent")
	assert.NotContains(t, got, "ultra high")
	assert.Contains(t, got, "ultra high definition")
}

func TestVariantsAreOneAsMostAreWritten(t *testing.T) {
	got := mined("Dining chairs", "Dining chairs", "Dining Chair", "Chair")
	assert.Contains(t, got, "dining chairs")
	assert.NotContains(t, got, "dining chair")
	assert.Equal(t, 1, strings.Count(strings.Join(mined("HDMI cable", "HDMI cable", "Cable HDMI", "Cable HDMI", "HDMI cable"), "\n"), "hdmi cable"))
	assert.NotContains(t, mined("HDMI cable", "HDMI cable", "Cable HDMI", "Cable HDMI", "HDMI cable"), "cable hdmi")
}

func TestNamesKeepTheirKindAndPhrasesGiveWay(t *testing.T) {
	l := Make(Input{
		Analyzer:   english(),
		Titles:     []string{"Harbour lamp", "Harbour lamp", "Lamps", "Lamps"},
		Brands:     []Name{{Text: "Harbour", Value: 3, Products: 2}},
		Categories: []Name{{Text: "Lamps", Value: 1, Products: 3}, {Text: "Lamps", Value: 2, Products: 1}, {Text: "Empty", Value: 4}},
	})
	kinds := map[suggestions.Kind][]uint32{}
	for i, e := range l.Entries {
		kinds[e.Kind] = append(kinds[e.Kind], e.Value)
		assert.Positive(t, e.Popularity, "%d", i)
	}
	assert.Equal(t, []uint32{1}, kinds[suggestions.Category], "of two categories of one name the larger")
	assert.Equal(t, []uint32{3}, kinds[suggestions.Brand])
	assert.Equal(t, []string{"harbour lamp"}, textsOf(l.List))
}

func TestChineseWordsAreFoundByWhatStandsAroundThem(t *testing.T) {
	l := Make(Input{
		Analyzer: text.New(text.Options{Language: "zh"}),
		Titles:   []string{"北欧布艺沙发 三人位", "现代真皮沙发", "布艺窗帘", "亚麻窗帘 米色", "沙发垫"},
	})
	assert.ElementsMatch(t, []string{"沙发", "窗帘"}, textsOf(l.List))
	var syllables []string
	for _, r := range l.Readings {
		syllables = append(syllables, r.Syllables)
	}
	assert.Equal(t, []string{"chuang chen", "chuang lian", "cong chen", "cong lian", "sha fa", "suo fa"}, syllables)
}

func TestReadings(t *testing.T) {
	assert.Equal(t, []string{"sha fa", "suo fa"}, readings("沙发"))
	assert.Equal(t, []string{"iphone15 bei dai"}, readings("iphone15背带"))
	assert.Empty(t, readings("sofa"))
	assert.LessOrEqual(t, len(readings(strings.Repeat("行长", 10))), maxReadings)
}

func TestTheSameInputGivesTheSameList(t *testing.T) {
	titles := []string{"Oak table", "Table oak", "Oak chair", "Chair oak", "Oak bench", "Bench", "布艺沙发", "真皮沙发"}
	first := Make(Input{Analyzer: english(), Titles: titles})
	for range 20 {
		assert.Equal(t, first, Make(Input{Analyzer: english(), Titles: titles}))
	}
	assert.Empty(t, Make(Input{Analyzer: english()}).Entries)
}
