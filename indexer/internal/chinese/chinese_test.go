package chinese

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/text"
)

func titles(all ...string) []Text {
	texts := make([]Text, len(all))
	for i, s := range all {
		texts[i].Prose = []string{s}
	}
	return texts
}

func describe(t *testing.T, texts []Text) Description {
	t.Helper()
	d, err := Describe(texts)
	require.NoError(t, err)
	return d
}

func TestTheWordsAreThoseOfTheTexts(t *testing.T) {
	d := describe(t, titles("加厚沙發墊 四季通用", "布艺沙发", "iPhone手机壳"))
	assert.Subset(t, d.Words, []string{"沙发", "布艺", "手机", "四季"})
	assert.NotContains(t, d.Words, "钥匙", "no text has it")
	assert.True(t, slices.IsSorted(d.Words))
	assert.Len(t, d.WordCosts, len(d.Words))
	for i, w := range d.Words {
		assert.LessOrEqual(t, d.WordCosts[i], uint32(highestCost), w)
	}
	cost := func(w string) uint32 { return d.WordCosts[slices.Index(d.Words, w)] }
	assert.Less(t, cost("沙发"), cost("布艺"), "what is said twice is likelier")
}

func TestTheNamesOfTheShopAreWords(t *testing.T) {
	const brand = "朵栖眠"
	texts := titles("朵栖眠床头灯", "朵栖眠被子")
	assert.NotContains(t, describe(t, texts).Words, brand, "no dictionary has it")
	texts[0].Names = []string{brand}
	d := describe(t, texts)
	assert.Contains(t, d.Words, brand)
	a := text.New(text.Options{Words: d.Words, WordCosts: d.WordCosts})
	assert.Equal(t, []string{brand, "被子"}, a.Cut("朵栖眠被子"))
}

func TestALargeShopLosesTheWordsThatOccurOnce(t *testing.T) {
	texts := titles("沙发", "沙发", "钥匙")
	assert.Contains(t, describe(t, texts).Words, "钥匙")
	texts = append(texts, make([]Text, keepAll)...)
	large := describe(t, texts).Words
	assert.Contains(t, large, "沙发")
	assert.NotContains(t, large, "钥匙")
}

func TestTheVariantsAreThoseThatCanFindSomething(t *testing.T) {
	d := describe(t, titles("手機壳", "头发"))
	a := text.New(text.Options{Variants: d.Variants})
	assert.Equal(t, "手机壳 头发 頁", a.Fold("手機殼 頭髮 頁"), "no text has 页")
}

func TestTextsWithoutChineseNeedNothing(t *testing.T) {
	for _, texts := range [][]Text{nil, titles(""), titles("A lamp, 60 W", "\xff\xe6")} {
		assert.Equal(t, Description{}, describe(t, texts))
	}
}

func TestTheSameTextsGiveTheSameDescription(t *testing.T) {
	texts := titles("加厚沙發墊 四季通用", "乳胶床垫 双人床 1.8米", "实木床头灯")
	first := describe(t, texts)
	assert.Equal(t, first, describe(t, texts))
}

// A character is written in one way: what a pair leads to leads nowhere else.
func TestThePairsAreApartFromEachOther(t *testing.T) {
	standard := map[rune]rune{}
	all := []rune(variants())
	require.True(t, utf8.ValidString(variants()))
	require.Zero(t, len(all)%2)
	require.Greater(t, len(all), 2*2000)
	for i := 0; i < len(all); i += 2 {
		assert.NotContains(t, standard, all[i], "%c is read in two ways", all[i])
		standard[all[i]] = all[i+1]
	}
	for from, to := range standard {
		assert.NotContains(t, standard, to, "%c leads to %c, which leads on", from, to)
	}
}

func TestTheStopWordsAreSimplified(t *testing.T) {
	all := strings.Join(StopWords(), " ")
	assert.Equal(t, all, text.New(text.Options{Variants: variants()}).Fold(all))
}

func TestLanguageTags(t *testing.T) {
	for tag, want := range map[string]bool{"zh": true, "zh-Hant-TW": true, "ZH_cn": true, "en": false, "": false, "ja": false, "zhx": false} {
		assert.Equal(t, want, IsLanguage(tag), tag)
	}
}
