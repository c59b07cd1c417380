package suggest

import (
	"slices"
	"strings"
	"unicode"
)

// Chinese is written without spaces; its phrases are found by what stands around
// them: what many different characters precede is a unit (Feng, Chen, Deng and
// Zheng, "Accessor Variety Criteria for Chinese Word Extraction", 2004), and since
// Chinese puts the head last, what is a thing's name ends a title or a part of it.
const (
	shortestHan, longestHan = 2, 6
	// leastVariety is how many different characters, or beginnings of a part, must
	// precede; leastEnding the share of the occurrences that end a part.
	leastVariety = 2
	leastEnding  = 0.5
)

// hanCount is what is known of a run of characters.
type hanCount struct {
	titles, last int
	occurrences  int
	endings      int
	// before are the characters that precede, each once, up to leastVariety;
	// beginnings counts as one each.
	before  []rune
	variety int
}

// hanPhrases returns the Chinese words and phrases that end parts of titles.
func hanPhrases(titles []string) []candidate {
	counts := make(map[string]*hanCount)
	for i, title := range titles {
		for _, run := range strings.FieldsFunc(title, func(r rune) bool { return !isHan(r) }) {
			countHan(counts, []rune(run), i+1)
		}
	}
	least := max(leastTitles, len(titles)/titlesPer)
	var found []candidate
	for s, c := range counts {
		if c.titles >= least && c.variety >= leastVariety && float64(c.endings) >= leastEnding*float64(c.occurrences) {
			found = append(found, candidate{text: s, score: float64(c.endings)})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int { return strings.Compare(a.text, b.text) })
	return found
}

func countHan(counts map[string]*hanCount, run []rune, title int) {
	for from := range run {
		for to := from + shortestHan; to <= min(from+longestHan, len(run)); to++ {
			s := string(run[from:to])
			c := counts[s]
			if c == nil {
				c = &hanCount{}
				counts[s] = c
			}
			c.occurrences++
			if c.last != title {
				c.last = title
				c.titles++
			}
			if to == len(run) {
				c.endings++
			}
			if from == 0 {
				c.variety++
			} else if c.variety < leastVariety && !slices.Contains(c.before, run[from-1]) {
				c.before = append(c.before, run[from-1])
				c.variety++
			}
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
