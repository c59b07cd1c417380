package main

import (
	"context"
	"io"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate/report"
	"github.com/vitrine-search/vitrine/shared/engine"
)

// described are the names of the systems for people, and what they are. A system
// that is not here is known by the name of its run.
var described = map[string]report.System{
	vitrineName:    {Name: "Vitrine", About: "this bundle, as shoppers get it", Own: true},
	firstStageName: {Name: "First stage", About: "this bundle without the second stage, by words alone", Own: true},
	bleveName:      {Name: "bleve BM25", About: "the search library bleve as it comes, on the same texts"},
}

// writeReport writes the page, complete or not at all.
func (m *measuring) writeReport(ctx context.Context, path string, e *engine.Engine, systems []system) error {
	r := report.Report{
		Engine: e, Half: m.half, RelevantFrom: m.relevantFrom, Queries: m.queries, Judgments: m.judgments,
		HeatMaps: []report.HeatMaps{report.MatchedWords(e), report.MeantWords(e)},
		Progress: func(done, total int) { m.progress.show("writing the report", done, total) },
	}
	for _, s := range systems {
		shown, ok := described[s.name]
		if !ok {
			shown = report.System{Name: s.name, About: "a run of another system"}
		}
		shown.Outcomes = s.outcomes
		r.Systems = append(r.Systems, shown)
	}
	return writeAside(path, func(w io.Writer) error { return r.Write(ctx, w) })
}
