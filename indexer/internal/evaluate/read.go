package evaluate

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// longestLine bounds a line of either file; a longer one is some other format.
const longestLine = 1 << 20

// ReadQueries reads tab-separated lines of a query's identifier and text. Empty
// lines are skipped; name is the file's, for errors.
func ReadQueries(r io.Reader, name string) ([]Query, error) {
	var queries []Query
	seen := map[string]int{}
	err := eachLine(r, name, func(number int, line string) error {
		id, text, ok := strings.Cut(line, "\t")
		id, text = strings.TrimSpace(id), strings.TrimSpace(text)
		if !ok || id == "" || text == "" {
			return errors.New("want an identifier, a tab and the query's text")
		}
		if first, ok := seen[id]; ok {
			return fmt.Errorf("query %q stands in line %d already", id, first)
		}
		seen[id] = number
		queries = append(queries, Query{ID: id, Text: text})
		return nil
	})
	if err == nil && len(queries) == 0 {
		err = fmt.Errorf("%s: holds no queries", name)
	}
	return queries, err
}

// ReadJudgments reads TREC qrels: the columns query, iteration (ignored),
// product and grade, divided by tabs if the line has any, else by blanks. Empty
// lines are skipped; name is the file's, for errors.
func ReadJudgments(r io.Reader, name string) (Judgments, error) {
	judgments := Judgments{}
	err := eachLine(r, name, func(_ int, line string) error {
		columns := strings.Fields(line)
		if strings.Contains(line, "\t") {
			columns = strings.Split(line, "\t")
		}
		if len(columns) != 4 {
			return fmt.Errorf("want 4 columns (query, 0, product, grade), found %d", len(columns))
		}
		query, id := strings.TrimSpace(columns[0]), strings.TrimSpace(columns[2])
		grade, err := strconv.ParseFloat(strings.TrimSpace(columns[3]), 64)
		if err != nil || math.IsInf(grade, 0) || math.IsNaN(grade) {
			return fmt.Errorf("grade %q is no number", columns[3])
		}
		if query == "" || id == "" {
			return errors.New("the query or the product is empty")
		}
		if before, ok := judgments[query][id]; ok && before != grade {
			return fmt.Errorf("product %q of query %q has the grades %v and %v", id, query, before, grade)
		}
		if judgments[query] == nil {
			judgments[query] = Grades{}
		}
		// TREC marks rubbish with negative grades; nothing is worse than useless.
		judgments[query][id] = max(0, grade)
		return nil
	})
	if err == nil && len(judgments) == 0 {
		err = fmt.Errorf("%s: holds no judgments", name)
	}
	return judgments, err
}

// eachLine calls use with every line that is not empty, and adds the place to
// its error.
func eachLine(r io.Reader, name string, use func(number int, line string) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	number := 0
	for lines.Scan() {
		number++
		line := lines.Text()
		if number == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := use(number, line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, number+1, err)
	}
	return nil
}
