package engine_test

import (
	"context"
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/bundle/reranker"
	"github.com/vitrine-search/vitrine/shared/bundle/writer"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/rank"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// themes are what words of the corner shop are about: one dimension each.
var themes = [][]string{
	{"lamp", "bulb", "led", "light", "bedsid", "shade"},
	{"sofa", "couch", "cushion", "seat"},
	{"fry", "pan", "pot", "stock", "iron", "cast"},
	{"curtain", "linen", "blackout"},
}

// foreignWords are those that the shop lacks, by their theme.
var foreignWords = map[string]int{"lantern": 0, "settee": 1, "skillet": 2}

// withParts is a source with more parts in it.
type withParts struct {
	bundle.Source
	parts map[string][]byte
}

func (w withParts) Part(ctx context.Context, file string) ([]byte, error) {
	if data, ok := w.parts[file]; ok {
		return data, nil
	}
	return w.Source.Part(ctx, file)
}

// twoStages opens the corner shop with a second stage, whose parts the caller may
// change first; it is loaded yet.
func twoStages(t testing.TB, change func(parts map[string][]byte), options ...engine.Option) *engine.Engine {
	t.Helper()
	manifest, source, err := bundlefs.Open(os.DirFS(casesBundle))
	require.NoError(t, err)
	encode := func(b *bundle.Builder) []byte {
		data, err := writer.Encode(b)
		require.NoError(t, err)
		return data
	}
	parts := map[string][]byte{
		bundle.PartEmbeddings: encode(embeddings.Encode(cornerTable(t, manifest, source))),
		bundle.PartReranker:   encode(reranker.Encode(rank.Prior())),
	}
	if change != nil {
		change(parts)
	}
	for name := range parts {
		manifest.Parts = append(manifest.Parts, bundle.PartInfo{Name: name, File: name})
	}
	e, err := engine.Open(context.Background(), manifest, withParts{source, parts}, options...)
	require.NoError(t, err)
	return e
}

func cornerTable(t testing.TB, manifest bundle.Manifest, source bundle.Source) *embeddings.Table {
	t.Helper()
	info, err := manifest.Part(bundle.PartLexicon)
	require.NoError(t, err)
	data, err := source.Part(context.Background(), info.File)
	require.NoError(t, err)
	p, err := bundle.OpenPart(info.File, bundle.PartLexicon, data)
	require.NoError(t, err)
	x, err := lexical.Open(p, product.BM25{K1: 1, B: 0.6})
	require.NoError(t, err)
	table := &embeddings.Table{Dims: len(themes)}
	row := func(theme int) {
		direction := make([]int8, len(themes))
		direction[theme] = 127
		table.Rows, table.Weights = append(table.Rows, direction...), append(table.Weights, 200)
		table.Near.Append(nil)
	}
	for term := range uint32(x.Terms()) {
		for theme, words := range themes {
			if slices.Contains(words, x.Term(term)) {
				table.Terms = append(table.Terms, term)
				row(theme)
			}
		}
	}
	for word := range foreignWords {
		table.Words = append(table.Words, word)
	}
	slices.Sort(table.Words)
	for _, word := range table.Words {
		row(foreignWords[word])
	}
	return table
}

func open2(t testing.TB, options ...engine.Option) *engine.Engine {
	t.Helper()
	e := twoStages(t, nil, options...)
	require.NoError(t, e.OpenReranker(context.Background()))
	return e
}

func ids(t testing.TB, e *engine.Engine, request wire.SearchRequest) (found []string, total int) {
	t.Helper()
	response, err := e.Search(context.Background(), request)
	require.NoError(t, err)
	for _, hit := range response.Hits {
		found = append(found, hit.ID)
	}
	return found, response.Total
}

func TestWhatTheShopHasNoWordForIsFoundByMeaning(t *testing.T) {
	e := twoStages(t, nil)
	before, _ := ids(t, e, wire.SearchRequest{Query: "settee "})
	assert.Empty(t, before, "the second stage is not loaded yet")
	require.NoError(t, e.OpenReranker(context.Background()))
	found, total := ids(t, e, wire.SearchRequest{Query: "settee "})
	assert.Subset(t, found, []string{"sofa-1", "sofa-2", "hostile-2"})
	assert.Equal(t, len(found), total)
	for _, other := range []string{"pan-1", "curtain-1", "bulb-1"} {
		assert.NotContains(t, found, other)
	}
}

func TestNonsenseStillFindsNothing(t *testing.T) {
	e := open2(t)
	for _, query := range []string{"qwxyz", "zzz yyy", "12345678901", "量子纠缠"} {
		found, total := ids(t, e, wire.SearchRequest{Query: query})
		assert.Empty(t, found, query)
		assert.Zero(t, total, query)
	}
}

func TestProposedProductsPassFiltersAndCountInFacets(t *testing.T) {
	e := open2(t)
	response, err := e.Search(context.Background(), wire.SearchRequest{Query: "skillet "})
	require.NoError(t, err)
	require.NotEmpty(t, response.Facets["category"])
	counted := 0
	for _, value := range response.Facets["category"] {
		if value.Value == "Kitchen > Cookware" {
			counted = value.Count
		}
	}
	assert.Equal(t, 3, counted)
	cheap := 45.0
	found, total := ids(t, e, wire.SearchRequest{Query: "skillet ", Filters: map[string]wire.Filter{"price": {Max: &cheap}}})
	assert.Equal(t, []string{"pan-1"}, found)
	assert.Equal(t, 1, total)
	found, _ = ids(t, e, wire.SearchRequest{Query: "skillet -iron "})
	assert.NotContains(t, found, "pan-1", "an excluded word holds for what is proposed")
}

// Whatever a facet counts is left when its value is chosen, and pages beyond the
// candidates go on with the rest.
func TestFacetsOfBothStagesCountWhatChoosingLeaves(t *testing.T) {
	e := open2(t)
	for _, query := range []string{"skillet", "lantern sofa", "lamp", "settee for the office", "窗帘"} {
		response, err := e.Search(context.Background(), wire.SearchRequest{Query: query})
		require.NoError(t, err)
		for field, values := range response.Facets {
			for _, value := range values {
				filter := wire.Filter{Values: []string{value.Value}, Min: value.Min, Max: value.Max}
				if value.Min != nil || value.Max != nil {
					filter.Values = nil
				}
				found, total := ids(t, e, wire.SearchRequest{Query: query, Limit: 100, Filters: map[string]wire.Filter{field: filter}})
				assert.Equal(t, value.Count, total, "%s: %s = %s", query, field, value.Value)
				assert.Len(t, found, total)
			}
		}
	}
}

func TestWhoHasTheWordsStaysFirst(t *testing.T) {
	first, second := openBundle(t, casesBundle), open2(t)
	for _, query := range []string{"table lamp", "frying pan", "AB-12.3", "harbour sofa", "窗帘", "led bulb"} {
		before, _ := ids(t, first, wire.SearchRequest{Query: query})
		after, _ := ids(t, second, wire.SearchRequest{Query: query})
		require.NotEmpty(t, before, query)
		assert.Equal(t, before[0], after[0], query)
		assert.Subset(t, after, before, query)
	}
}

func TestOrdersByPriceAndBrowsingAreTheFirstStages(t *testing.T) {
	first, second := openBundle(t, casesBundle), open2(t)
	for _, request := range []wire.SearchRequest{{Limit: 50}, {Query: "lamp", Sort: "price_asc"}, {Query: "chair", Sort: "price_desc"}} {
		before, all := ids(t, first, request)
		after, total := ids(t, second, request)
		assert.Equal(t, before, after, request)
		assert.Equal(t, all, total, request)
	}
}

func TestPagesOfTheSecondStageFitTogether(t *testing.T) {
	e := open2(t)
	whole, total := ids(t, e, wire.SearchRequest{Query: "lantern lamp sofa", Limit: 100})
	require.Len(t, whole, total)
	var paged []string
	for offset := 0; offset < total; offset += 3 {
		page, _ := ids(t, e, wire.SearchRequest{Query: "lantern lamp sofa", Limit: 3, Offset: offset})
		paged = append(paged, page...)
	}
	assert.Equal(t, whole, paged)
}

func TestFurtherPagesMayKeepToTheFirstStage(t *testing.T) {
	first, second := openBundle(t, casesBundle), open2(t)
	request := wire.SearchRequest{Query: "lantern lamp", Stages: 1}
	before, _ := ids(t, first, request)
	after, _ := ids(t, second, request)
	assert.Equal(t, before, after)
	response, err := second.Search(context.Background(), wire.SearchRequest{Query: "lamp"})
	require.NoError(t, err)
	assert.Equal(t, 2, response.Stages)
	_, err = second.Search(context.Background(), wire.SearchRequest{Query: "lamp", Stages: 3})
	assert.ErrorContains(t, err, "stages is 3")
}

func TestBundlesWithoutASecondStageStayAsTheyAre(t *testing.T) {
	e := openBundle(t, casesBundle)
	require.NoError(t, e.OpenReranker(context.Background()))
	found, _ := ids(t, e, wire.SearchRequest{Query: "settee "})
	assert.Empty(t, found)
	e = twoStages(t, func(parts map[string][]byte) { delete(parts, bundle.PartReranker) })
	require.NoError(t, e.OpenReranker(context.Background()))
	found, _ = ids(t, e, wire.SearchRequest{Query: "settee "})
	assert.Empty(t, found, "a table alone ranks nothing")
}

func TestADamagedSecondStageLeavesTheFirst(t *testing.T) {
	for _, part := range []string{bundle.PartEmbeddings, bundle.PartReranker} {
		e := twoStages(t, func(parts map[string][]byte) { parts[part] = parts[part][:len(parts[part])/2] })
		err := e.OpenReranker(context.Background())
		var bad *bundle.Error
		require.ErrorAs(t, err, &bad)
		assert.Contains(t, bad.File, part)
		found, _ := ids(t, e, wire.SearchRequest{Query: "lamp"})
		assert.NotEmpty(t, found)
	}
}

func TestSearchesMayRunWhileTheSecondStageLoads(t *testing.T) {
	e := twoStages(t, nil)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 50 {
				_, err := e.Search(context.Background(), wire.SearchRequest{Query: "lantern sofa"})
				assert.NoError(t, err)
			}
		})
	}
	group.Go(func() { assert.NoError(t, e.OpenReranker(context.Background())) })
	group.Wait()
}
