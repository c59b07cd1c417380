package engine

import "github.com/vitrine-search/vitrine/shared/lexical"

const (
	// shortestCode is the fewest letters and digits of a model or part number, and
	// of a beginning of one that finds it.
	shortestCode = 4
	// mostParts is in how many words a model number may be written.
	mostParts = 4
)

// isCode says whether a word may be a model or part number, or the beginning of
// one: it has a digit and is not short.
func isCode(word string) bool {
	letters, digits := counts(word)
	return digits > 0 && letters+digits >= shortestCode
}

// counts returns how many letters and digits a folded word has; any character
// beyond ASCII is a letter.
func counts(word string) (letters, digits int) {
	for _, r := range word {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case r != '.':
			letters++
		}
	}
	return letters, digits
}

// addCodes lets the words of a model number that was typed with spaces, "ab 12
// 3", stand for the whole, ab123, where the catalogue has it. Each word takes its
// share of what the whole tells.
func (e *Engine) addCodes(words []word) {
	e.eachCode(words, func(parts []word, term uint32) {
		t := lexical.Weighted{
			Term: term, Weight: 1,
			IDF: e.index.IDF(e.index.DocumentFrequency(term)) / float64(len(parts)), Relation: lexical.Compounded,
		}
		for i := range parts {
			parts[i].clause.Terms = append(parts[i].clause.Terms, t)
			parts[i].written = append(parts[i].written, e.index.Term(term))
		}
	})
}

// eachCode visits the words that only together are a model number of the
// catalogue, and its term.
func (e *Engine) eachCode(words []word, visit func(parts []word, term uint32)) {
	for first := range words {
		whole := words[first].token.Word
		for end := first + 1; end < len(words) && end-first < mostParts; end++ {
			if words[end].token.Position != words[end-1].token.Position+1 {
				break
			}
			whole += words[end].token.Word
			letters, digits := counts(whole)
			term, known := e.index.Lookup(whole)
			if known && letters > 0 && digits > 0 && letters+digits >= shortestCode {
				visit(words[first:end+1], term)
			}
		}
	}
}
