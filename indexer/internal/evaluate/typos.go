package evaluate

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Typo is a misspelt query and what was meant.
type Typo struct {
	ID, Typed, Meant string
}

// typoDepth is the depth of the recall that misspelling is to cost nothing of.
const typoDepth = 10

// TypoMetrics say what a system makes of misspelt queries, and of others.
type TypoMetrics struct {
	// Queries counts the misspelt queries with a relevant product.
	Queries int `json:"queries"`
	// Typed and Meant are the mean recall@10 of these queries as they were typed and
	// as people corrected them, both by the same system, and Ratio is the one by the
	// other: 1 if misspelling costs nothing, 0 also where Meant is 0.
	Typed float64 `json:"recall@10_typed"`
	Meant float64 `json:"recall@10_meant"`
	Ratio float64 `json:"ratio"`
	// Corrected is the share of the misspelt queries that the system corrected, in
	// whatever way, and CorrectedOthers that of the queries that are not misspelt.
	Corrected       float64 `json:"corrected"`
	CorrectedOthers float64 `json:"corrected_others"`
}

// Ask returns a system's first products for a query, best first, at least 10 if
// it finds so many, and whether it corrected the query.
type Ask func(text string) (first Ranking, corrected bool, err error)

// ReadTypos reads tab-separated lines of a query's identifier, its text as it was
// typed and what was meant. Empty lines are skipped; name is the file's, for
// errors.
func ReadTypos(r io.Reader, name string) ([]Typo, error) {
	var typos []Typo
	seen := map[string]bool{}
	err := eachLine(r, name, func(_ int, line string) error {
		columns := strings.Split(line, "\t")
		if len(columns) != 3 {
			return fmt.Errorf("want an identifier, the typed text and what was meant, divided by tabs; found %d columns", len(columns))
		}
		t := Typo{strings.TrimSpace(columns[0]), strings.TrimSpace(columns[1]), strings.TrimSpace(columns[2])}
		switch {
		case t.ID == "" || t.Typed == "" || t.Meant == "":
			return errors.New("a column is empty")
		case seen[t.ID]:
			return fmt.Errorf("query %q stands there twice", t.ID)
		}
		seen[t.ID] = true
		typos = append(typos, t)
		return nil
	})
	if err == nil && len(typos) == 0 {
		err = fmt.Errorf("%s: holds no queries", name)
	}
	return typos, err
}

// MeasureTypos asks for every misspelt query and what was meant, and for those of
// the queries that are not among them.
func MeasureTypos(queries []Query, typos []Typo, judgments Judgments, relevantFrom float64, ask Ask) (TypoMetrics, error) {
	var typed, meant, corrected, others mean
	misspelt := make(map[string]bool, len(typos))
	for _, t := range typos {
		misspelt[t.ID] = true
		grades := judgments[t.ID]
		first, wasCorrected, err := ask(t.Typed)
		if err != nil {
			return TypoMetrics{}, err
		}
		typed.add(Recall(first, grades, relevantFrom, typoDepth))
		corrected.add(share(wasCorrected), true)
		if first, _, err = ask(t.Meant); err != nil {
			return TypoMetrics{}, err
		}
		meant.add(Recall(first, grades, relevantFrom, typoDepth))
	}
	for _, query := range queries {
		if misspelt[query.ID] {
			continue
		}
		_, wasCorrected, err := ask(query.Text)
		if err != nil {
			return TypoMetrics{}, err
		}
		others.add(share(wasCorrected), true)
	}
	m := TypoMetrics{
		Queries:         typed.count,
		Typed:           typed.value(),
		Meant:           meant.value(),
		Corrected:       corrected.value(),
		CorrectedOthers: others.value(),
	}
	if m.Meant > 0 {
		m.Ratio = m.Typed / m.Meant
	}
	return m, nil
}

func share(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
