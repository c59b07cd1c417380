package suggest

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Logged is one query of a merchant's log and how often it was searched for.
type Logged struct {
	Text  string
	Count int
}

// BadRow is a line of a log that is not a query.
type BadRow struct {
	File   string
	Line   int
	Reason string
}

// maxLine bounds the bytes of a line; a longer one ends the reading.
const maxLine = 1 << 20

// ReadLog reads a log of queries: one in a line, with its count after a tab, or
// without one, where every line counts once. A count of 0 is a query that is known
// but was not counted. Queries that differ in case and
// spaces only are one, in small letters, with the sum of their counts, most
// frequent first. Empty lines are skipped. Lines that are no query are returned as bad rows; the
// error is the reader's.
func ReadLog(r io.Reader, file string) (queries []Logged, bad []BadRow, err error) {
	counts := make(map[string]int)
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	number := 0
	for lines.Scan() {
		number++
		line := strings.TrimPrefix(lines.Text(), "\ufeff")
		if strings.TrimSpace(line) == "" {
			continue
		}
		q, reason := parseLogged(line)
		if reason != "" {
			bad = append(bad, BadRow{File: file, Line: number, Reason: reason})
			continue
		}
		key := strings.ToLower(q.Text)
		counts[key] = min(counts[key]+q.Count, maxCount)
	}
	if err := lines.Err(); err != nil {
		return nil, bad, fmt.Errorf("%s:%d: %w (hint: a line is QUERY, or QUERY, a tab and a count)", file, number+1, err)
	}
	for text, n := range counts {
		queries = append(queries, Logged{Text: text, Count: n})
	}
	slices.SortFunc(queries, func(a, b Logged) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	return queries, bad, nil
}

// maxCount bounds a count, so that sums of counts stay exact.
const maxCount = 1 << 40

// parseLogged reads one line, or says why it is no query.
func parseLogged(line string) (q Logged, reason string) {
	columns := strings.Split(line, "\t")
	q.Text, q.Count = strings.Join(strings.Fields(columns[0]), " "), 1
	switch {
	case len(columns) > 2:
		return q, fmt.Sprintf("has %d columns where two are expected: the query and its count", len(columns))
	case !utf8.ValidString(line):
		return q, "is not UTF-8"
	case q.Text == "":
		return q, "has no query before the tab"
	case len(q.Text) > maxText:
		return q, fmt.Sprintf("is a query of %d bytes; more than %d are no query", len(q.Text), maxText)
	case len(columns) == 1:
		return q, ""
	}
	count, err := strconv.Atoi(strings.TrimSpace(columns[1]))
	if err != nil || count < 0 || count > maxCount {
		return q, fmt.Sprintf("%q is no whole number from 0 on", strings.TrimSpace(columns[1]))
	}
	q.Count = count
	return q, ""
}
