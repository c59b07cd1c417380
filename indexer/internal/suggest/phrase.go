package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/text"
)

// longestPhrase is how many words a phrase of a title may have.
const longestPhrase = 4

// A phrase counts from this many titles on, and in large shops from one title in
// so many.
const (
	leastTitles = 2
	titlesPer   = 20000
)

// phraseWorth (words-1) is how much less likely a phrase of so many words is to be
// searched for than a single word that is as frequent.
var phraseWorth = [longestPhrase]float64{1, 0.5, 0.25, 0.1}

// swallowed is the share of a phrase's titles from which on the longer phrase that
// begins with it stands for it: nobody means "hewlett" alone. A single word is
// given up later, since it is what many begin with.
var swallowed = [longestPhrase]float64{0.97, 0.8, 0.8, 1.1}

// phrase is a run of words by their numbers, 0 where there are no more.
type phrase [longestPhrase]uint32

func (p phrase) words() int {
	n := 0
	for n < longestPhrase && p[n] != 0 {
		n++
	}
	return n
}

// without returns the phrase without its last word.
func (p phrase) without() phrase {
	p[p.words()-1] = 0
	return p
}

// titleWord is one word of a title.
type titleWord struct {
	start, end int
	// id is the number of its term, from 1.
	id uint32
	// joined says that the word before it belongs to the same run.
	joined bool
	nature nature
	// measured says that the word is one that mostly follows a number, such as a
	// unit.
	measured bool
}

// nature is what a word is made of.
type nature uint8

const (
	plain nature = iota
	// whole numbers may end a phrase ("xbox 360"), other numbers may not.
	whole
	other
	// scrap is a single letter.
	scrap
)

// miner counts the phrases of titles.
type miner struct {
	ids    map[string]uint32
	words  [][]titleWord
	counts map[phrase]int
}

// phrases returns the phrases that are frequent in the titles, as they are mostly
// written there.
func phrases(analyzer *text.Analyzer, titles []string) []candidate {
	m := miner{ids: make(map[string]uint32), counts: make(map[phrase]int)}
	least := max(leastTitles, len(titles)/titlesPer)
	for _, title := range titles {
		m.words = append(m.words, m.read(analyzer, title))
	}
	m.findMeasured()
	for n := 1; n <= longestPhrase; n++ {
		m.count(n, least)
	}
	m.drop(least)
	return m.spell(titles)
}

// read splits a title into its words. A run ends at punctuation and at Chinese.
func (m *miner) read(analyzer *text.Analyzer, title string) []titleWord {
	var words []titleWord
	before := 0
	for _, t := range analyzer.AnalyzeQuery(title) {
		if t.Stop || t.End-t.Start > maxText || t.Start < before {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(t.Word); isHan(r) {
			before = t.End
			continue
		}
		id := m.ids[t.Term]
		if id == 0 {
			id = uint32(len(m.ids) + 1)
			m.ids[t.Term] = id
		}
		joined := len(words) > 0 && words[len(words)-1].end == before && joins(title[before:t.Start])
		words = append(words, titleWord{start: t.Start, end: t.End, id: id, joined: joined, nature: natureOf(title[t.Start:t.End])})
		before = t.End
	}
	return words
}

// findMeasured marks the words of which at least half stand after a number.
func (m *miner) findMeasured() {
	all, after := make([]int, len(m.ids)+1), make([]int, len(m.ids)+1)
	each := func(visit func(before nature, w *titleWord)) {
		for _, words := range m.words {
			before := plain
			for i := range words {
				visit(before, &words[i])
				before = words[i].nature
			}
		}
	}
	each(func(before nature, w *titleWord) {
		all[w.id]++
		if before == whole || before == other {
			after[w.id]++
		}
	})
	each(func(_ nature, w *titleWord) { w.measured = w.nature == plain && 2*after[w.id] >= all[w.id] })
}

// joins says whether two words belong together with this between them: a space,
// a hyphen, an apostrophe, or stop words.
func joins(between string) bool {
	for _, r := range between {
		if r != ' ' && r != '-' && r != '\'' && r != '’' && !unicode.IsLetter(r) {
			return false
		}
	}
	return len(between) <= 12
}

func natureOf(word string) nature {
	digits, rest, letters := 0, 0, 0
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		default:
			rest++
		}
	}
	switch {
	case letters == 0 && rest == 0 && digits <= 4:
		return whole
	case letters == 0:
		return other
	case letters+digits == 1:
		return scrap
	}
	return plain
}

// count counts the phrases of n words in so many titles whose parts are frequent
// enough themselves (Agrawal and Srikant, "Fast Algorithms for Mining Association
// Rules", 1994).
func (m *miner) count(n, least int) {
	for _, words := range m.words {
		var seen []phrase
		for i := range words {
			p, ok := phraseAt(words[i:], n)
			if !ok || n > 1 && m.counts[p.without()] < least || slices.Contains(seen, p) {
				continue
			}
			m.counts[p]++
			seen = append(seen, p)
		}
	}
}

// phraseAt returns the phrase of the first n words if they are one run in which no
// word is repeated.
func phraseAt(words []titleWord, n int) (phrase, bool) {
	var p phrase
	if len(words) < n {
		return p, false
	}
	for i, w := range words[:n] {
		if i > 0 && !w.joined || slices.Contains(p[:i], w.id) {
			return p, false
		}
		p[i] = w.id
	}
	return p, true
}

// drop forgets the rare phrases and those that longer ones stand for.
func (m *miner) drop(least int) {
	gone := make(map[phrase]bool)
	for p, n := range m.counts {
		if n < least {
			gone[p] = true
			continue
		}
		if words := p.words(); words > 1 {
			shorter := p.without()
			if float64(n) >= swallowed[words-2]*float64(m.counts[shorter]) {
				gone[shorter] = true
			}
		}
	}
	for p := range gone {
		delete(m.counts, p)
	}
}

// spell finds for each phrase that may stand alone how it is mostly written.
func (m *miner) spell(titles []string) []candidate {
	spellings := make(map[phrase]map[string]int, len(m.counts))
	for i, words := range m.words {
		for at := range words {
			for n := 1; n <= longestPhrase; n++ {
				p, ok := phraseAt(words[at:], n)
				if !ok || m.counts[p] == 0 || !standsAlone(words[at:at+n]) {
					continue
				}
				if spellings[p] == nil {
					spellings[p] = make(map[string]int, 1)
				}
				spellings[p][written(titles[i][words[at].start:words[at+n-1].end])]++
			}
		}
	}
	var found []candidate
	for p, counted := range spellings {
		best := mostFrequent(counted)
		found = append(found, candidate{text: best, score: phraseWorth[p.words()-1] * float64(m.counts[p])})
	}
	// The more frequent of two orders of the same words comes first, and stays.
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.text, b.text))
	})
	return found
}

// written is how a phrase of a title is shown: in small letters, as queries are.
func written(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

// mostFrequent returns the most frequent spelling; between equals the shorter,
// then the first by its letters.
func mostFrequent(counted map[string]int) string {
	best := ""
	for s, n := range counted {
		if best == "" || n > counted[best] || n == counted[best] && (len(s) < len(best) || len(s) == len(best) && s < best) {
			best = s
		}
	}
	return best
}

// standsAlone says whether a phrase may be a query: it neither begins nor ends
// with a bare number, a letter or a unit, except for the number of a model at its
// end ("xbox 360").
func standsAlone(words []titleWord) bool {
	first, last := words[0], words[len(words)-1]
	if first.nature != plain || first.measured || last.measured || last.nature == other || last.nature == scrap {
		return false
	}
	return last.nature == plain || words[len(words)-2].nature == plain
}
