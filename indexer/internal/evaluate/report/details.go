package report

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// mostMissed bounds the fitting products that are listed though no first page has
// them.
const mostMissed = 5

// detailer collects details and their strings.
type detailer struct {
	*Report
	inspector *engine.Inspector
	data      detailData
	numbers   map[string]int
}

func (r *Report) details(ctx context.Context, chosen []int) (*detailData, error) {
	d := &detailer{Report: r, inspector: r.Engine.NewInspector(), numbers: map[string]int{}}
	for _, system := range r.Systems {
		d.data.Systems = append(d.data.Systems, system.Name)
	}
	for _, maps := range r.HeatMaps {
		d.data.Maps = append(d.data.Maps, mapKind{maps.Title(), maps.About()})
	}
	for _, i := range chosen {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		detail, err := d.detail(ctx, i)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", r.Queries[i].Text, err)
		}
		d.data.Details = append(d.data.Details, detail)
	}
	return &d.data, nil
}

// number returns the number of a string.
func (d *detailer) number(s string) int {
	n, ok := d.numbers[s]
	if !ok {
		n = len(d.data.Strings)
		d.numbers[s] = n
		d.data.Strings = append(d.data.Strings, s)
	}
	return n
}

func (d *detailer) detail(ctx context.Context, i int) (queryDetail, error) {
	query := d.Queries[i]
	detail := queryDetail{Text: d.number(query.Text), Looks: map[string]look{}}
	place := func(ids evaluate.Ranking) ([]placed, error) {
		list := make([]placed, len(ids))
		for j, id := range ids {
			p, err := d.place(ctx, query, id)
			if err != nil {
				return nil, err
			}
			list[j] = p
			key := strconv.Itoa(p[0])
			if _, ok := detail.Looks[key]; ok {
				continue
			}
			if look, ok, err := d.look(query.Text, id); err != nil {
				return nil, fmt.Errorf("product %q: %w", id, err)
			} else if ok {
				detail.Looks[key] = look
			}
		}
		return list, nil
	}
	for _, system := range d.Systems {
		list, err := place(system.Outcomes[i].First)
		if err != nil {
			return detail, err
		}
		detail.First = append(detail.First, list)
	}
	var err error
	detail.Missed, err = place(d.missed(i))
	return detail, err
}

// missed returns the fitting products that the bundle does not show first, the
// best judged first.
func (d *detailer) missed(i int) evaluate.Ranking {
	var missed evaluate.Ranking
	grades := d.Judgments[d.Queries[i].ID]
	for id, grade := range grades {
		if grade > 0 && grade >= d.RelevantFrom && !slices.Contains(d.Systems[0].Outcomes[i].First, id) {
			missed = append(missed, id)
		}
	}
	slices.SortFunc(missed, func(a, b string) int {
		return cmp.Or(cmp.Compare(grades[b], grades[a]), cmp.Compare(a, b))
	})
	return missed[:min(mostMissed, len(missed))]
}

func (d *detailer) place(ctx context.Context, query evaluate.Query, id string) (placed, error) {
	title, ok, err := d.inspector.Title(ctx, id)
	if err != nil {
		return placed{}, err
	}
	if !ok {
		title = "not in this bundle"
	}
	grade, judged := d.Judgments[query.ID][id]
	written, means := "", "not judged"
	if judged {
		written = fmt.Sprintf("%.3g", grade)
		switch {
		case grade > 0 && grade >= d.RelevantFrom:
			means = "fits"
		case grade > 0:
			means = "partly"
		default:
			means = "misfit"
		}
	}
	return placed{d.number(id), d.number(title), d.number(written), d.number(means)}, nil
}

// look returns how the product meets the query; ok is false if it is not in the
// bundle.
func (d *detailer) look(query, id string) (l look, ok bool, err error) {
	explanation, ok := d.inspector.Explain(query, id)
	if !ok {
		return look{}, false, nil
	}
	l = look{Score: number(explanation.Value), Parts: d.parts(explanation.Details), Heats: []heatOf{}}
	for kind, maps := range d.HeatMaps {
		heat, ok := maps.Attention(query, id)
		if !ok {
			continue
		}
		if err := heat.check(); err != nil {
			return look{}, false, fmt.Errorf("%s: %w", maps.Title(), err)
		}
		l.Heats = append(l.Heats, d.heat(kind, heat))
	}
	return l, true, nil
}

// leastPart of a score is taken apart; what adds less is left out, as the second
// stage has many such features.
const leastPart = 0.005

func (d *detailer) parts(explanations []wire.Explanation) []part {
	parts := make([]part, 0, len(explanations))
	for _, e := range explanations {
		if len(e.Details) > 0 && math.Abs(e.Value) < leastPart {
			continue
		}
		p := part{Value: number(e.Value), Name: d.number(e.Description)}
		if len(e.Details) > 0 {
			p.Details = d.parts(e.Details)
		}
		parts = append(parts, p)
	}
	return parts
}

func (d *detailer) heat(kind int, heat Heat) heatOf {
	h := heatOf{Kind: kind, Rows: []int{}, Columns: []int{}, Cells: [][4]number{}}
	for _, token := range heat.Rows {
		h.Rows = append(h.Rows, d.number(token))
	}
	for _, token := range heat.Columns {
		h.Columns = append(h.Columns, d.number(token))
	}
	for i, row := range heat.Weights {
		for j, weight := range row {
			if weight <= 0 {
				continue
			}
			note := -1
			if text, ok := heat.Notes[[2]int{i, j}]; ok {
				note = d.number(text)
			}
			h.Cells = append(h.Cells, [4]number{number(i), number(j), number(weight), number(note)})
		}
	}
	return h
}
