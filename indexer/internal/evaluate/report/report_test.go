package report

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/engine/enginetest"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// lamps are a small shop; hostile is a title that must not become a part of the
// page.
const hostile = `</script><script>alert(1)</script><img src=x onerror="alert(2)"> lamp & shade`

func lamps() []product.Product {
	return []product.Product{
		{ID: "l1", Title: "Desk lamp Arc", Brand: "Halo", Description: "A light for a desk."},
		{ID: "l2", Title: "Floor lamp Reed", Brand: "Ember"},
		{ID: "l3", Title: "Wall lamps, two", Brand: "Halo"},
		{ID: "l4", Title: hostile},
		{ID: "c1", Title: "Oak chair Fen", Brand: "Fjord"},
	}
}

func open(t *testing.T, products []product.Product) *engine.Engine {
	t.Helper()
	return openWith(t, products, build.Options{})
}

func openWith(t *testing.T, products []product.Product, options build.Options) *engine.Engine {
	t.Helper()
	shop := product.DefaultShop()
	shop.Name = "Lamps <&> Chairs"
	files, err := build.FilesWith(t.Context(), shop, products, options, func(string, int, int) {})
	require.NoError(t, err)
	e := enginetest.Open(t, bundletest.FS(files))
	require.NoError(t, e.OpenReranker(t.Context()))
	return e
}

// ranked is the engine as a system.
func ranked(t *testing.T, e *engine.Engine, queries []evaluate.Query, judgments evaluate.Judgments) System {
	t.Helper()
	outcomes, err := evaluate.MeasureEach(queries, judgments, 1, func(query evaluate.Query, _ evaluate.Grades) (first, returned evaluate.Ranking, err error) {
		found, err := e.Rank(context.Background(), wire.SearchRequest{Query: query.Text, Limit: evaluate.Deepest})
		for _, each := range found {
			first = append(first, each.ID)
		}
		return first, first, err
	})
	require.NoError(t, err)
	return System{Name: "Ours", About: "the bundle", Own: true, Outcomes: outcomes}
}

// reportForTest has four queries: one that both systems answer, one that ours
// answers better, one that finds nothing and one that is corrected.
func reportForTest(t *testing.T) *Report {
	t.Helper()
	e := open(t, lamps())
	queries := []evaluate.Query{{ID: "q1", Text: "desk lamps"}, {ID: "q2", Text: "oak chair"}, {ID: "q3", Text: "qzxqzx"}, {ID: "q4", Text: "wall lmap"}}
	judgments := evaluate.Judgments{"q1": {"l1": 3, "l2": 1, "l4": 0}, "q2": {"c1": 3}, "q4": {"l3": 2, "gone": 2}}
	run := evaluate.Run{"q1": {"l1", "l2"}, "q2": {"l1", "c1", "elsewhere"}}
	other, err := evaluate.MeasureEach(queries, judgments, 1, run.Search)
	require.NoError(t, err)
	return &Report{
		Engine: e, RelevantFrom: 2, Queries: queries, Judgments: judgments,
		Systems:  []System{ranked(t, e, queries, judgments), {Name: "<b>Theirs</b>", About: "a run", Outcomes: other}},
		HeatMaps: []HeatMaps{MatchedWords(e)},
	}
}

// written returns the page, parsed.
func written(t *testing.T, r *Report) (page string, document *html.Node) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, r.Write(t.Context(), &out))
	document, err := html.Parse(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	return out.String(), document
}

// elements returns those of a name, in order.
func elements(document *html.Node, name string) []*html.Node {
	var found []*html.Node
	for node := range document.Descendants() {
		if node.Type == html.ElementNode && node.Data == name {
			found = append(found, node)
		}
	}
	return found
}

func attribute(node *html.Node, name string) string {
	for _, a := range node.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(node *html.Node) string {
	var all strings.Builder
	for each := range node.Descendants() {
		if each.Type == html.TextNode {
			all.WriteString(each.Data + " ")
		}
	}
	return strings.Join(strings.Fields(all.String()), " ")
}

// block reads one of the page's blocks of data.
func block[T any](t *testing.T, document *html.Node, id string) (data T) {
	t.Helper()
	for _, script := range elements(document, "script") {
		if attribute(script, "id") == id {
			require.NoError(t, json.Unmarshal([]byte(script.FirstChild.Data), &data))
			return data
		}
	}
	require.Fail(t, "no block "+id)
	return data
}

// detailsRead is the block "details" as the script reads it.
type detailsRead struct {
	Systems, Strings []string
	Maps             []mapKind
	Details          []struct {
		Text   int
		First  [][]placed
		Missed []placed
		Looks  map[string]look
	}
}

func TestTheSameEvaluationGivesTheSameBytes(t *testing.T) {
	first, _ := written(t, reportForTest(t))
	second, _ := written(t, reportForTest(t))
	assert.Equal(t, first, second)
}

func TestAReportStopsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out bytes.Buffer
	require.ErrorIs(t, reportForTest(t).Write(ctx, &out), context.Canceled)
	assert.Zero(t, out.Len())
}

// A page of 6,000 queries by two systems: each query has its line, but no more
// than mostDetails have their products.
func TestAPageOfManyQueriesStaysReasonable(t *testing.T) {
	var products []product.Product
	for i := range 400 {
		title := fmt.Sprintf("Lamp %s number %d with a long name as shops write them", []string{"Arc", "Reed", "Dot", "Fen"}[i%4], i)
		products = append(products, product.Product{ID: fmt.Sprintf("product-%d", i), Title: title, Brand: "Halo"})
	}
	r := &Report{Engine: open(t, products), RelevantFrom: 1, Judgments: evaluate.Judgments{}}
	r.HeatMaps = []HeatMaps{MatchedWords(r.Engine)}
	for i := range 6000 {
		id := strconv.Itoa(i)
		r.Queries = append(r.Queries, evaluate.Query{ID: id, Text: fmt.Sprintf("arc lamp number %d for the desk", i)})
		r.Judgments[id] = evaluate.Grades{fmt.Sprintf("product-%d", i%400): 1, "product-1": 0}
	}
	own := ranked(t, r.Engine, r.Queries, r.Judgments)
	other := System{Name: "other", Outcomes: append(own.Outcomes[1:len(own.Outcomes):len(own.Outcomes)], own.Outcomes[0])}
	r.Systems = []System{own, other}
	page, document := written(t, r)
	assert.Len(t, block[struct{ Rows []json.RawMessage }](t, document, "rows").Rows, 6000)
	assert.Len(t, block[detailsRead](t, document, "details").Details, mostDetails)
	assert.Less(t, len(page), 3<<20)
}
