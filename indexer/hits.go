package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// How much of a long title, and how many values of a facet, one line shows.
const (
	longestTitle     = 70
	mostFacetsValues = 8
)

// writeHits writes a response for people: the hits as a table, the explanations
// below it, and the facets.
func writeHits(w io.Writer, response *wire.SearchResponse, offset int) error {
	out := bufio.NewWriter(w)
	if response.CorrectedQuery != "" {
		fmt.Fprintf(out, "showing results for %q; --verbatim searches for %q\n\n", response.CorrectedQuery, response.Query)
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for i := range response.Hits {
		hit := &response.Hits[i]
		fmt.Fprintf(table, "%d\t%.5f\t%s\t%s\t%s\n", offset+i+1, hit.Score, hit.ID, price(hit, response.Currency), shown(hit))
	}
	_ = table.Flush() // a buffer keeps its first error for its own Flush
	for i := range response.Hits {
		if hit := &response.Hits[i]; hit.Explanation != nil {
			fmt.Fprintf(out, "\n%s\n", hit.ID)
			writeExplanation(out, hit.Explanation, 1)
		}
	}
	if len(response.Hits) > 0 {
		fmt.Fprintln(out)
	}
	for i := range response.Understood {
		writeUnderstood(out, &response.Understood[i])
	}
	fmt.Fprintf(out, "%d found in %.2f ms\n", response.Total, response.EngineMS)
	for _, facet := range response.FacetOrder {
		writeFacet(out, facet, response.Facets[facet.Field])
	}
	return out.Flush()
}

func price(hit *wire.Hit, currency string) string {
	p := hit.Price
	if hit.Variant != nil && hit.Variant.Price != nil {
		p = hit.Variant.Price
	}
	if p == nil {
		return "-"
	}
	return fmt.Sprintf("%.2f %s", *p, currency)
}

// shown is the hit's title, with the variant that matched.
func shown(hit *wire.Hit) string {
	title := []rune(hit.Title)
	if len(title) > longestTitle {
		title = append(title[:longestTitle-1], '…')
	}
	text := string(title)
	if hit.Variant != nil {
		values := make([]string, len(hit.Variant.Options))
		for i, option := range hit.Variant.Options {
			values[i] = option.Value
		}
		text += " [" + strings.Join(values, ", ") + "]"
	}
	return text
}

// writeUnderstood says which words were read as a filter.
func writeUnderstood(w io.Writer, u *wire.Understood) {
	chosen := strings.Join(u.Filter.Values, ", ")
	if u.Filter.Min != nil || u.Filter.Max != nil {
		chosen = end(u.Filter.Min) + ".." + end(u.Filter.Max)
	}
	fmt.Fprintf(w, "%q understood as %s %s (--verbatim searches for the words)\n", u.Text, u.Field, chosen)
}

// end is the end of a range, empty if it is open.
func end(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func writeFacet(w io.Writer, facet wire.FacetInfo, values []wire.FacetValue) {
	var parts []string
	for i, v := range values {
		if i == mostFacetsValues {
			parts = append(parts, fmt.Sprintf("%d more", len(values)-i))
			break
		}
		parts = append(parts, fmt.Sprintf("%s (%d)", v.Value, v.Count))
	}
	fmt.Fprintf(w, "%s: %s\n", facet.Field, strings.Join(parts, ", "))
}

func writeExplanation(w io.Writer, e *wire.Explanation, depth int) {
	fmt.Fprintf(w, "%s%.5f  %s\n", strings.Repeat("  ", depth), e.Value, e.Description)
	for i := range e.Details {
		writeExplanation(w, &e.Details[i], depth+1)
	}
}
