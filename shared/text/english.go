package text

import "strings"

// singular is the light stemmer of English: it unites the numbers of a noun and
// nothing else, since "lighting" is not what one wants who asks for a light. It
// follows Harman, "How effective is suffixing?", 1991, her S stemmer, with the
// plurals in -es and the irregular ones of things that shops sell. On the
// development queries it ranks better than the full stemmer, whose stems serve
// to find related words (see Analyzer.Root).
func singular(word string) string {
	word = withoutS(word)
	if s, ok := irregular[word]; ok {
		return s
	}
	return word
}

func withoutS(word string) string {
	const shortest = 4 // "gas", "bus" and "us" are no plurals
	if len(word) < shortest || word == "lens" || !strings.HasSuffix(word, "s") {
		return word
	}
	stem := word[:len(word)-1]
	switch {
	case endsIn(word, "ss", "us", "is"):
		return word
	case strings.HasSuffix(word, "ies") && len(word) > len("ties"):
		return word[:len(word)-len("ies")] + "y"
	case endsIn(word, "sses", "xes", "ches", "shes"):
		return stem[:len(stem)-1]
	case strings.HasSuffix(word, "oes") && len(word) > len("canoes") && !strings.HasSuffix(word, "shoes"):
		return stem[:len(stem)-1]
	}
	return stem
}

func endsIn(word string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// irregular has the singular of plurals that are not made with an s, and of
// those whose s is gone already.
var irregular = map[string]string{
	"children": "child", "men": "man", "women": "woman",
	"feet": "foot", "teeth": "tooth", "mice": "mouse",
	"knive": "knife", "leave": "leaf", "loave": "loaf",
	"scarve": "scarf", "shelve": "shelf", "lense": "lens",
}
