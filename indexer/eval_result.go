package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

// evaluation is the result of eval. The bundle's own figures also stand at the
// top, for scripts that compare bundles and not systems.
type evaluation struct {
	evaluate.Metrics
	Vitrine evaluate.Metrics `json:"vitrine"`
	// FirstStage is the first stage of the ranking alone, where there is a second.
	FirstStage *evaluate.Metrics `json:"first_stage,omitempty"`
	Bleve      *evaluate.Metrics `json:"bleve,omitempty"`
	// Runs are the systems that other programs ran, by name.
	Runs map[string]evaluate.Metrics `json:"runs,omitempty"`
	// Differences are by how much the bundle's figures are larger than each other
	// system's, by its name and the metric's.
	Differences map[string]map[string]evaluate.Interval `json:"differences,omitempty"`
	// FirstStageDifferences are the same of the first stage alone.
	FirstStageDifferences map[string]map[string]evaluate.Interval `json:"first_stage_differences,omitempty"`
	Half                  evaluate.Half                           `json:"half,omitempty"`
	Queries               int                                     `json:"queries"`
	Judged                int                                     `json:"judged"`
	Typos                 *evaluate.TypoMetrics                   `json:"typos,omitempty"`
}

func (m *measuring) evaluation(systems []system, compared []differences) evaluation {
	result := evaluation{
		Metrics: evaluate.Means(systems[0].outcomes), Runs: map[string]evaluate.Metrics{}, Differences: compared[0].byKey(),
		Half: m.half, Queries: len(m.queries), Judged: m.judged(),
	}
	result.Vitrine = result.Metrics
	for i, other := range systems[1:] {
		means := evaluate.Means(other.outcomes)
		switch other.name {
		case firstStageName:
			result.FirstStage, result.FirstStageDifferences = &means, compared[1+i].byKey()
		case bleveName:
			result.Bleve = &means
		default:
			result.Runs[other.name] = means
		}
	}
	return result
}

// writeText writes a table for each stage of the bundle beside whom it is compared
// with.
func (m *measuring) writeText(w io.Writer, systems []system, compared []differences, typos *evaluate.TypoMetrics) error {
	of := ""
	if m.half != "" {
		of = fmt.Sprintf(" of the %s half", m.half)
	}
	fmt.Fprintf(w, "%d queries%s, %d of them judged; relevant from grade %s\n",
		len(m.queries), of, m.judged(), strconv.FormatFloat(m.relevantFrom, 'f', -1, 64))
	for i, differences := range compared {
		if i > 0 && len(systems[i+1:]) == 0 {
			continue
		}
		fmt.Fprintln(w)
		if err := writeMetrics(w, systems[i:], differences); err != nil {
			return err
		}
	}
	if typos == nil {
		return nil
	}
	return writeTypos(w, *typos)
}
