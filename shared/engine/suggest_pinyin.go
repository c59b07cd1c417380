package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reading is an entry that is found by how it is read, and how many of its
// syllables were typed.
type reading struct{ entry, syllables int }

// read returns the most popular of the entries that are read as the typed letters
// begin: of each syllable in turn the whole or its first letters, so that "shafa",
// "sfa", "shf" and "sf" all find 沙发. At most n; those of which every syllable was
// typed come first.
func (l *suggestionList) read(typed string, n int) []reading {
	letters := strings.ReplaceAll(strings.ReplaceAll(typed, " ", ""), "'", "")
	if letters == "" || strings.ContainsFunc(letters, isNotLatin) {
		return nil
	}
	var whole, best []int
	syllables := make(map[int]int)
	for _, r := range l.readings {
		if r.Syllables == "" || r.Syllables[0] != letters[0] {
			continue
		}
		if typed := syllablesTyped(r.Syllables, letters); typed > 0 && syllables[int(r.Entry)] == 0 {
			syllables[int(r.Entry)] = typed
			if typed > 1 && typed == strings.Count(r.Syllables, " ")+1 {
				whole = l.insert(whole, int(r.Entry), n)
			} else {
				best = l.insert(best, int(r.Entry), n)
			}
		}
	}
	var found []reading
	for _, entry := range append(whole, best...) {
		found = append(found, reading{entry: entry, syllables: syllables[entry]})
	}
	return found[:min(len(found), n)]
}

func isNotLatin(r rune) bool {
	return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// syllablesTyped returns how many of the syllables the letters stand for, each at
// least by its first letter, or 0 if they do not stand for their beginning. It
// takes as much of each syllable as it can and less where that leads nowhere.
func syllablesTyped(syllables, letters string) int {
	first, rest, _ := strings.Cut(syllables, " ")
	same := 0
	for same < len(first) && same < len(letters) && first[same] == letters[same] {
		same++
	}
	if same == len(letters) {
		return 1
	}
	if rest == "" {
		return 0
	}
	for ; same > 0; same-- {
		if n := syllablesTyped(rest, letters[same:]); n > 0 {
			return n + 1
		}
	}
	return 0
}

// syllablesEnd returns where in a text its first so many syllables end, in bytes:
// each Chinese character is one, and so is each run of other letters and digits.
func syllablesEnd(s string, syllables int) int {
	within := false
	for i, r := range s {
		han := unicode.Is(unicode.Han, r)
		other := !han && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if han || other && !within {
			if syllables == 0 {
				return i
			}
			syllables--
		}
		within = other
	}
	return len(s)
}
