package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// cutter has 研究 and 生命, and 研究生 and 命, at the costs given: the textbook's
// ambiguity.
func cutter(research, life, student, fate uint32) *Analyzer {
	return New(Options{
		Words:     []string{"命", "生命", "研究", "研究生"},
		WordCosts: []uint32{fate, life, research, student},
	})
}

func TestTheCheapestPathWins(t *testing.T) {
	assert.Equal(t, []string{"研究", "生命"}, cutter(50, 50, 60, 80).Cut("研究生命"))
	assert.Equal(t, []string{"研究生", "命"}, cutter(50, 50, 60, 30).Cut("研究生命"))
	assert.Equal(t, []string{"研究生", "命"}, cutter(50, 50, 60, 40).Cut("研究生命"), "between equals the longer word is first")
	assert.Equal(t, []string{"研究生"}, cutter(1, 1, 300, 1).Cut("研究生"), "a word costs no more than a character that is none")
}

func TestWhatIsNoWordIsCutIntoItsCharacters(t *testing.T) {
	a := cutter(50, 50, 60, 80)
	assert.Equal(t, []string{"搞", "研究", "呀", "𠮷"}, a.Cut("搞研究呀𠮷"))
	assert.Empty(t, a.Cut(""))
	assert.Equal(t, []string{"研", "究"}, New(Options{}).Cut("研究"), "without a vocabulary")
	assert.Equal(t, []string{"研", "究"}, New(Options{Words: []string{"研究"}}).Cut("研究"), "without costs")
	assert.Equal(t, []string{"\xe7", "\xa0", "研究"}, a.Cut("\xe7\xa0研究"), "what is not UTF-8 stands alone")
}

// brute returns the least cost of all ways to cut a run.
func brute(v *vocabulary, run []rune) uint32 {
	if len(run) == 0 {
		return 0
	}
	least := unknownCost + brute(v, run[1:])
	for end := 1; end <= len(run); end++ {
		if cost, known := v.costs[string(run[:end])]; known {
			least = min(least, uint32(cost)+brute(v, run[end:]))
		}
	}
	return least
}

func FuzzThePathIsTheBest(f *testing.F) {
	f.Add("甲乙丙丁甲乙", "甲乙 乙丙 丙丁 甲乙丙 丁甲", []byte{30, 7, 200, 31, 0})
	f.Add("甲甲甲甲甲", "甲 甲甲 甲甲甲", []byte{90, 150, 255})
	f.Fuzz(func(t *testing.T, run, words string, costs []byte) {
		if runes := []rune(run); len(runes) > 10 || string(runes) != run {
			return
		}
		var options Options
		for i, w := range strings.Fields(words) {
			if i < len(costs) {
				options.Words = append(options.Words, w)
				options.WordCosts = append(options.WordCosts, uint32(costs[i]))
			}
		}
		a := New(options)
		if a.words == nil {
			return
		}
		cut := a.Cut(run)
		assert.Equal(t, run, strings.Join(cut, ""))
		got := uint32(0)
		for _, w := range cut {
			cost, known := a.words.costs[w]
			if !known {
				cost = unknownCost
			}
			got += uint32(cost)
		}
		assert.Equal(t, brute(a.words, []rune(run)), got, "%q", cut)
	})
}

func TestAQueryHasNoPairAcrossTwoWords(t *testing.T) {
	a := cutter(50, 50, 60, 80)
	assert.Equal(t, []string{"研究 1 0-6", "生命 3 6-12"}, written(a.AnalyzeQuery("研究生命")))
	assert.Equal(t, []string{"研究 1 0-6", "究生 2 3-9", "生命 3 6-12", "命 4 9-12"}, written(a.Analyze("研究生命")))
}

func TestVariantsAreReadAsTheirSecond(t *testing.T) {
	a := New(Options{Variants: "後后髮发發发"})
	assert.Equal(t, "头发 后发", a.Fold("头髮  後發"))
	assert.Equal(t, a.AnalyzeQuery("后髮"), a.AnalyzeQuery("後發"))
	assert.Equal(t, "后", New(Options{Variants: "後后髮"}).Fold("後"), "half a pair is none")
	assert.Equal(t, "髮", New(Options{Variants: "後后髮"}).Fold("髮"), "half a pair is none")
	assert.Equal(t, "後", New(Options{}).Fold("後"))
}

func TestRunsAreTheChineseInAText(t *testing.T) {
	a := New(Options{Variants: "機机"})
	assert.Equal(t, []string{"手机壳", "透明"}, a.Runs("iPhone手機壳 15 透明"))
	assert.Empty(t, a.Runs("no Chinese 123\xff"))
	assert.True(t, slices.Equal([]string{"手", "机"}, a.Runs("手\xff機")), "bytes that are no text separate")
}

func TestACharacterIsOneOfAScriptWithoutSpaces(t *testing.T) {
	for word, want := range map[string]bool{
		"床": true, "𠮷": true, "々": true, "カ": true, "한": true,
		"沙发": false, "a": false, "5": false, "ж": false, "": false, "\xe6": false, "\ufffd": false,
	} {
		assert.Equal(t, want, IsCharacter(word), "%q", word)
	}
}
