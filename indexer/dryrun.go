package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/config"
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/product"
)

// rehearsal is what a dry run finds.
type rehearsal struct {
	Feed feed.Report `json:"feed"`
	// Fields can be filtered on, in the order in which facets are shown; Dropped
	// attributes cannot.
	Fields  []plannedField     `json:"fields"`
	Dropped []droppedAttribute `json:"dropped"`
	// IdleSynonyms are those of the configuration that find nothing.
	IdleSynonyms []string `json:"idle_synonyms,omitempty"`
	// Training is what would be learned from; nil for nothing.
	Training *learn.Plan `json:"training,omitempty"`
}

type plannedField struct {
	Name     string       `json:"name"`
	Label    string       `json:"label"`
	Origin   build.Origin `json:"origin"`
	Kind     product.Kind `json:"kind"`
	Unit     string       `json:"unit,omitempty"`
	Bounds   []float64    `json:"bounds,omitempty"`
	Facet    bool         `json:"facet"`
	Searched bool         `json:"searched"`
	Products int          `json:"products"`
	Values   int          `json:"values"`
	// NotNumbers counts the values of a number's field that are none.
	NotNumbers int `json:"not_numbers,omitempty"`
}

type droppedAttribute struct {
	Name     string `json:"name"`
	Products int    `json:"products"`
	Values   int    `json:"values"`
	Reason   string `json:"reason"`
}

func newRehearsal(report feed.Report, plan build.Plan) rehearsal {
	r := rehearsal{Feed: report, Fields: []plannedField{}, Dropped: []droppedAttribute{}}
	for _, c := range plan.Fields {
		r.Fields = append(r.Fields, plannedField{
			Name: c.Name, Label: c.Label, Origin: c.Origin, Kind: c.Kind, Unit: c.Unit, Bounds: c.Bounds,
			Facet: c.Facet, Searched: c.Searched, Products: c.Products, Values: c.Values, NotNumbers: c.NotNumbers,
		})
	}
	for _, d := range plan.Dropped {
		r.Dropped = append(r.Dropped, droppedAttribute(d))
	}
	return r
}

// dryRun does what a build does up to the first byte it would write. The report
// of a feed that is refused is printed all the same: it says what to correct.
func dryRun(ctx context.Context, s streams, f buildFlags, settings config.Config, learner *learn.Learner, p *progress) error {
	catalogue, err := readCatalogue(ctx, f, settings, p)
	p.end()
	if err != nil {
		if len(catalogue.Report.Files) > 0 && ctx.Err() == nil {
			reportSkipped(s, catalogue.Report)
		}
		return err
	}
	plan := build.Decide(settings.Shop, catalogue.Products)
	if f.asJSON {
		r := newRehearsal(catalogue.Report, plan)
		if r.IdleSynonyms, err = build.IdleSynonyms(settings.Shop, catalogue.Products); err != nil {
			return err
		}
		if learner != nil {
			plan := learner.Plan()
			r.Training = &plan
		}
		return json.NewEncoder(s.out).Encode(r)
	}
	if err := catalogue.Report.WriteText(s.out); err != nil {
		return err
	}
	if err := writePlan(s.out, plan); err != nil {
		return err
	}
	if err := reportIdleSynonyms(s.out, settings.Shop, catalogue.Products); err != nil {
		return err
	}
	if learner != nil {
		fmt.Fprintf(s.out, "\n%s\n", learner.Plan())
	}
	_, err = fmt.Fprintln(s.out, "\nnothing was written: this was a dry run")
	return err
}

func writePlan(w io.Writer, plan build.Plan) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\nfield\torigin\tkind\tproducts\tvalues\tfacet\tsearched")
	for _, c := range plan.Fields {
		fmt.Fprintf(table, "%s\t%s\t%s\t%d\t%d\t%s\t%s\n",
			c.Name, c.Origin, c.Kind, c.Products, c.Values, yes(c.Facet), yes(c.Searched))
	}
	for _, d := range plan.Dropped {
		fmt.Fprintf(table, "%s\tdropped: %s\t\t%d\t%d\t\t\n", d.Name, d.Reason, d.Products, d.Values)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	for _, c := range plan.Fields {
		if c.NotNumbers > 0 {
			fmt.Fprintf(w, "warning: %q is declared a number, but %d of its values are none and cannot be filtered on\n", c.Name, c.NotNumbers)
		}
	}
	return nil
}

func yes(v bool) string {
	if v {
		return "yes"
	}
	return "no"
}
