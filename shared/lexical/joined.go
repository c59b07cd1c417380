package lexical

// The text of "low-price" has three terms: "low", in the same place "lowpric",
// and "price". Where the second is but the word of the first and the term of the
// next, the streams have a mark in its place, and a term that is nothing else
// anywhere is not even spelt out: such terms are a fifth of the dictionary, and
// nearly all of them rare. The engine joins them when it opens the lexicon.

// maxJoined bounds the bytes of a joined term, so that a damaged lexicon cannot
// ask for endless ones.
const maxJoined = 128

// findJoined returns which tokens a mark stands for.
func findJoined(terms, words []string, tokens []Token) []bool {
	joined := make([]bool, len(tokens))
	for i := 1; i < len(tokens); i++ {
		if !joined[i-1] && samePlace(tokens[i-1], tokens[i]) {
			next, ok := nextWord(tokens, i)
			joined[i] = ok && !joinPending(tokens, joined, i) && isJoined(terms, words, tokens[i-1].Term, tokens[i].Term, next)
		}
	}
	return joined
}

func samePlace(a, b Token) bool {
	return a.Doc == b.Doc && a.Field == b.Field && a.Position == b.Position
}

// nextWord returns the first term in the place after that of token i.
func nextWord(tokens []Token, i int) (term uint32, ok bool) {
	here := tokens[i]
	for i++; i < len(tokens) && samePlace(here, tokens[i]); i++ {
	}
	if i == len(tokens) {
		return 0, false
	}
	here.Position++
	return tokens[i].Term, samePlace(here, tokens[i])
}

// joinPending reports whether a mark stands already in the place of token i.
func joinPending(tokens []Token, joined []bool, i int) bool {
	for k := i - 1; k >= 0 && samePlace(tokens[k], tokens[i]); k-- {
		if joined[k] {
			return true
		}
	}
	return false
}

// isJoined reports whether a term is the word of the first and the second, and
// its word those of both, which is what the engine makes of the mark.
func isJoined(terms, words []string, first, term, second uint32) bool {
	t, w := terms[term], words[term]
	return len(t) <= maxJoined &&
		t == words[first]+terms[second] && w == words[first]+words[second]
}

// onlyJoined returns which terms occur, and only where a mark stands for them.
func onlyJoined(terms int, tokens []Token, joined []bool) []bool {
	only := make([]bool, terms)
	for i, t := range tokens {
		if joined[i] {
			only[t.Term] = true
		}
	}
	for i, t := range tokens {
		if !joined[i] {
			only[t.Term] = false
		}
	}
	return only
}
