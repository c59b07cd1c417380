package engine

import "github.com/vitrine-search/vitrine/shared/lexical"

const (
	// shortestCode is the fewest letters and digits of a model or part number, and
	// of a beginning of one that finds it.
	shortestCode = 4
	// shortestNumber is the fewest digits of one without letters that is typed in
	// parts, 016-204-200; shorter ones are ranges and measures.
	shortestNumber = 6
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
		t := e.weighed(term, 1, 1/float64(len(parts)), lexical.Compounded)
		for i := range parts {
			parts[i].clause.Terms = append(parts[i].clause.Terms, t)
			parts[i].written = append(parts[i].written, e.index.Term(term))
		}
	})
	for i := range words {
		e.addHead(&words[i])
	}
}

// addHead lets a code stand for its beginning up to the last digit if the catalogue
// has only that. Longer runs of letters are words of their own: SUA48RMXL is sua48
// and rmxl, so that sua48rm, on its way there, would find nothing.
func (e *Engine) addHead(w *word) {
	head := w.token.Word
	for head != "" && !isDigit(head[len(head)-1]) {
		head = head[:len(head)-1]
	}
	if len(w.clause.Terms) > 0 || !isCode(head) {
		return
	}
	if letters, _ := counts(head); letters == 0 {
		return
	}
	if term, known := e.index.Lookup(head); known {
		w.clause.Terms = append(w.clause.Terms, e.weighed(term, continuationWeight, 1, lexical.Compounded))
		w.written = append(w.written, head)
	}
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// weighed returns a term as it stands for a word or a part of one: with a weight,
// and a share of what the term tells.
func (e *Engine) weighed(term uint32, weight, share float64, relation lexical.Relation) lexical.Weighted {
	return lexical.Weighted{Term: term, Weight: weight, IDF: float64(share * e.idf(term)), Relation: relation}
}

// idf is how telling a term is.
func (e *Engine) idf(term uint32) float64 { return e.index.IDF(e.index.DocumentFrequency(term)) }

// eachCode visits the words that only together are a model number of the
// catalogue, and its term.
func (e *Engine) eachCode(words []word, visit func(parts []word, term uint32)) {
	if !hasDigits(words) {
		return
	}
	for first := range words {
		whole := words[first].token.Word
		for end := first + 1; end < len(words) && end-first < mostParts; end++ {
			if words[end].token.Position != words[end-1].token.Position+1 {
				break
			}
			whole += words[end].token.Word
			letters, digits := counts(whole)
			if !isCode(whole) || letters == 0 && digits < shortestNumber {
				continue
			}
			if term, known := e.index.Lookup(whole); known {
				visit(words[first:end+1], term)
			}
		}
	}
}

func hasDigits(words []word) bool {
	for i := range words {
		if !isWord(words[i].token.Word) {
			return true
		}
	}
	return false
}
