package main

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// facts are what is true of one product: values fill "{width_cm}", tags decide
// about sentences that begin with "[Linen]" or "[Oak, Walnut]".
type facts struct {
	values map[string]string
	tags   map[string]bool
}

var placeholder = regexp.MustCompile(`\{([a-z_]+)\}`)

// fits reports whether every value that the line names is known.
func (f facts) fits(line string) bool {
	for _, m := range placeholder.FindAllStringSubmatch(line, -1) {
		if f.values[m[1]] == "" {
			return false
		}
	}
	return true
}

func (f facts) fill(line string) string {
	return placeholder.ReplaceAllStringFunc(line, func(s string) string {
		return f.values[strings.Trim(s, "{}")]
	})
}

// condition splits "[Oak, Walnut] Oiled wood." into its tags and the rest.
func condition(line string) (tags []string, rest string) {
	if !strings.HasPrefix(line, "[") {
		return nil, line
	}
	inside, rest, _ := strings.Cut(line[1:], "]")
	for _, tag := range strings.Split(inside, ",") {
		tags = append(tags, strings.TrimSpace(tag))
	}
	return tags, strings.TrimSpace(rest)
}

func (f facts) hold(line string) bool {
	tags, rest := condition(line)
	met := len(tags) == 0 || slices.ContainsFunc(tags, func(t string) bool { return f.tags[t] })
	return met && f.fits(rest)
}

// sentences hands out the hand-written lines evenly: of those that are true of a
// product it gives one that has been used least so far.
type sentences struct {
	used      map[string]int
	separator string
}

func newSentences(separator string) *sentences {
	return &sentences{used: map[string]int{}, separator: separator}
}

// pick returns "" where no line holds.
func (s *sentences) pick(lots *rand.Rand, lines []string, f facts, except ...string) string {
	var best []string
	for _, line := range lines {
		if !f.hold(line) || slices.Contains(except, line) {
			continue
		}
		if len(best) > 0 && s.used[line] > s.used[best[0]] {
			continue
		}
		if len(best) > 0 && s.used[line] < s.used[best[0]] {
			best = best[:0]
		}
		best = append(best, line)
	}
	if len(best) == 0 {
		return ""
	}
	line := best[lots.IntN(len(best))]
	s.used[line]++
	return line
}

// join fills the lines and puts them together, leaving out the empty ones.
func (s *sentences) join(f facts, lines []string) string {
	var said []string
	for _, line := range lines {
		if _, rest := condition(line); rest != "" {
			said = append(said, f.fill(rest))
		}
	}
	return strings.Join(said, s.separator)
}

// inSentence writes a name as it stands inside a sentence: "Sand" becomes
// "sand", "LED" and "ABS plastic" stay.
func inSentence(name string) string {
	r := []rune(name)
	if len(r) > 1 && unicode.IsUpper(r[0]) && !unicode.IsUpper(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}
