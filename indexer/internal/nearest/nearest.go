// Package nearest finds the name that somebody probably meant. An error that
// says "unknown key" is half an error; the other half is the key to write
// instead, and every command, configuration and feed names it in the same way.
package nearest

import "strings"

// Name returns the name closest to the word in edits, case aside, or "" if none
// is close: at most a third of the word's letters may be wrong, and one always.
// Of equals the first wins.
func Name(word string, names []string) string {
	best, limit := "", max(1, len([]rune(word))/3)
	for _, name := range names {
		if d := distance(strings.ToLower(word), strings.ToLower(name)); d <= limit {
			best, limit = name, d-1
		}
	}
	return best
}

// distance counts the insertions, deletions, substitutions and swaps of
// neighbours that lead from a to b (optimal string alignment, as Damerau and
// Levenshtein describe it).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, last := make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range last {
		last[j] = j
	}
	for i := range from {
		row := make([]int, len(to)+1)
		row[0] = i + 1
		for j := range to {
			if from[i] == to[j] {
				row[j+1] = last[j]
			} else {
				row[j+1] = 1 + min(last[j], last[j+1], row[j])
			}
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(to)]
}
