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

// distance is Levenshtein's: the insertions, deletions and substitutions that
// lead from a to b.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			cost := diagonal
			if r != s {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
