package build

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/collector"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/bleveindex"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// The oracle: bleve's own searchers, scoring by bleve's own formula, must give
// the same hits, order and scores on the compiled index as on bleve's index.
// bleve's formula exists only here; the engine ranks by the textbook's.

// hit is one product that bleve found.
type hit struct {
	id    string
	score float64
}

// searchWith runs a bleve query on a reader and returns all hits, best first,
// equals by identifier. Scores are rounded before they are ordered: bleve adds
// up the terms of a product in the order of a heap, which depends on the
// documents' numbers, so that sums differ in their last bits.
func searchWith(t *testing.T, m mapping.IndexMapping, reader index.IndexReader, q query.Query) []hit {
	t.Helper()
	model := search.GetScoringModelCallbackFn(func() string { return index.BM25Scoring })
	ctx := context.WithValue(context.Background(), search.GetScoringModelCallbackKey, model)
	searcher, err := q.Searcher(ctx, reader, m, search.SearcherOptions{})
	require.NoError(t, err)
	defer searcher.Close()
	order := search.SortOrder{&search.SortScore{Desc: true}, &search.SortDocID{}}
	c := collector.NewTopNCollector(10000, 0, order)
	require.NoError(t, c.Collect(ctx, searcher, reader))
	hits := make([]hit, 0, len(c.Results()))
	for _, match := range c.Results() {
		hits = append(hits, hit{id: match.ID, score: math.Round(match.Score*1e10) / 1e10})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.id, b.id))
	})
	return hits
}

// readers returns bleve's reader on the products and ours on the lexicon that
// was compiled from it.
func readers(t *testing.T, shop product.Shop, products []product.Product) (original, compiled index.IndexReader, m mapping.IndexMapping) {
	t.Helper()
	ctx := context.Background()
	Order(products)
	ids := make([]string, len(products))
	for i := range products {
		ids[i] = products[i].ID
	}
	options, err := analysis(shop, products)
	require.NoError(t, err)
	built, err := indexProducts(ctx, shop, options, products, func(string, int, int) {})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, built.Close()) })
	lexicon, err := compileLexicon(ctx, shop, options, products, ids, func(string, int, int) {})
	require.NoError(t, err)
	x, err := lexical.Open(bundletest.Reopen(t, lexicon), shop.BM25)
	require.NoError(t, err)
	identifiers, err := bundle.DecodeDocuments(bundletest.Reopen(t, bundle.EncodeDocuments(ids)))
	require.NoError(t, err)
	m, err = newMapping(options)
	require.NoError(t, err)
	numbers := map[string]bleveindex.Numbers{
		product.FieldPrice:  func(doc uint32) []float64 { return present(nil, products[doc].Price) },
		product.FieldRating: func(doc uint32) []float64 { return present(nil, products[doc].Rating) },
	}
	return built.reader, bleveindex.New(x, identifiers, numbers), m
}

// questioner makes queries of every kind out of the words of a catalogue.
type questioner struct {
	random *rand.Rand
	shop   product.Shop
	texts  []Document
	terms  []string
}

func newQuestioner(shop product.Shop, products []product.Product) *questioner {
	z := &questioner{random: rand.New(rand.NewPCG(20, 26)), shop: shop}
	analyzer := text.New(text.Options{Language: shop.Language})
	for i := range products {
		d := document(shop, &products[i])
		z.texts = append(z.texts, d)
		for _, token := range analyzer.Analyze(d.Title + "\n" + d.Description) {
			z.terms = append(z.terms, token.Term)
		}
	}
	return z
}

func (z *questioner) term() string { return z.terms[z.random.IntN(len(z.terms))] }
func (z *questioner) field() string {
	return []string{"title", "description", "brand"}[z.random.IntN(3)]
}

// words returns a run of words of some product.
func (z *questioner) words(n int) string {
	d := z.texts[z.random.IntN(len(z.texts))]
	words := strings.Fields(d.Title + " " + d.Description)
	from := z.random.IntN(max(1, len(words)-n))
	return strings.Join(words[from:min(len(words), from+n)], " ")
}

func (z *questioner) match() query.Query {
	q := bleve.NewMatchQuery(z.words(1 + z.random.IntN(4)))
	q.SetField(z.field())
	if z.random.IntN(3) == 0 {
		q.SetOperator(query.MatchQueryOperatorAnd)
	}
	return q
}

func (z *questioner) exact() query.Query {
	q := bleve.NewTermQuery(z.term())
	q.SetField(z.field())
	return q
}

func (z *questioner) prefix() query.Query {
	term := []rune(z.term())
	q := bleve.NewPrefixQuery(string(term[:1+z.random.IntN(len(term))]))
	q.SetField(z.field())
	return q
}

func (z *questioner) fuzzy() query.Query {
	term := []rune(z.term())
	i := z.random.IntN(len(term))
	q := bleve.NewFuzzyQuery(string(term[:i]) + string(rune('a'+z.random.IntN(26))) + string(term[i+z.random.IntN(2):]))
	q.SetField(z.field())
	// Without a fixed prefix: bleve's dictionary reports a distance of 0 for a
	// term that is the prefix itself, whatever it really is.
	q.SetFuzziness(1 + z.random.IntN(2))
	return q
}

func (z *questioner) phrase() query.Query {
	q := bleve.NewMatchPhraseQuery(z.words(2 + z.random.IntN(3)))
	q.SetField([]string{"title", "description"}[z.random.IntN(2)])
	return q
}

func (z *questioner) pattern() query.Query {
	term := []rune(z.term())
	if z.random.IntN(2) == 0 {
		q := bleve.NewRegexpQuery(string(term[:1]) + ".{1,4}")
		q.SetField(z.field())
		return q
	}
	q := bleve.NewWildcardQuery(string(term[0]) + "*" + string(term[len(term)-1]))
	q.SetField(z.field())
	return q
}

func (z *questioner) between() query.Query {
	low := float64(z.random.IntN(200))
	high := low + float64(z.random.IntN(300))
	q := bleve.NewNumericRangeQuery(&low, &high)
	switch z.random.IntN(3) {
	case 0:
		q = bleve.NewNumericRangeQuery(&low, nil)
	case 1:
		inclusive := true
		q = bleve.NewNumericRangeInclusiveQuery(nil, &high, &inclusive, &inclusive)
	}
	q.SetField(product.FieldPrice)
	return q
}

func (z *questioner) boolean() query.Query {
	q := bleve.NewBooleanQuery()
	q.AddMust(z.match())
	q.AddShould(z.exact(), z.prefix())
	q.AddMustNot(z.exact())
	if z.random.IntN(2) == 0 {
		return bleve.NewDisjunctionQuery(q, bleve.NewConjunctionQuery(z.match(), z.between()))
	}
	return q
}

func TestBleveFindsTheSameOnTheCompiledIndex(t *testing.T) {
	shop := oracleShop()
	products := oracleProducts(t)
	original, compiled, m := readers(t, shop, products)
	z := newQuestioner(shop, products)
	kinds := map[string]func() query.Query{
		"match": z.match, "term": z.exact, "prefix": z.prefix, "fuzzy": z.fuzzy, "phrase": z.phrase,
		"wildcard and regexp": z.pattern, "boolean": z.boolean, "numeric range": z.between,
	}
	for kind, next := range kinds {
		t.Run(kind, func(t *testing.T) {
			found := 0
			for range 60 {
				q := next()
				want := searchWith(t, m, original, q)
				got := searchWith(t, m, compiled, q)
				require.Equal(t, want, got, "%#v", q)
				found += len(want)
			}
			assert.NotZero(t, found, "queries that find nothing prove nothing")
		})
	}
}

func TestReadersAgreeOnWhatTheyAre(t *testing.T) {
	shop := oracleShop()
	original, compiled, _ := readers(t, shop, oracleProducts(t))
	wantCount, err := original.DocCount()
	require.NoError(t, err)
	gotCount, err := compiled.DocCount()
	require.NoError(t, err)
	assert.Equal(t, wantCount, gotCount)
	for _, field := range append([]string{product.FieldPrice}, lexical.Fields...) {
		want, err := original.(index.BM25Reader).FieldCardinality(field)
		require.NoError(t, err)
		got, err := compiled.(index.BM25Reader).FieldCardinality(field)
		require.NoError(t, err)
		assert.Equal(t, want, got, field)
	}
}
