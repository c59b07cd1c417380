package train

import (
	"context"
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
	"github.com/vitrine-search/vitrine/shared/lexical"
)

// alike is the cosine of the rows of two words.
func alike(t *testing.T, x *lexical.Index, table *embeddings.Table, a, b string) float64 {
	t.Helper()
	row := func(word string) []int8 {
		if number, ok := x.Lookup(word); ok {
			i, ok := table.OfTerm(number)
			require.True(t, ok, word)
			return table.Row(i)
		}
		i, ok := table.OfWord(word)
		require.True(t, ok, word)
		return table.Row(i)
	}
	var ab, aa, bb float64
	for k, v := range row(a) {
		w := float64(row(b)[k])
		ab, aa, bb = ab+float64(v)*w, aa+float64(v)*float64(v), bb+w*w
	}
	return ab / math.Sqrt(aa*bb)
}

func TestWordsOfLikeProductsAreAlike(t *testing.T) {
	x := index(t, shop(400)...)
	table, err := Table(t.Context(), x, english, Options{Dims: 16})
	require.NoError(t, err)
	for _, c := range [][3]string{
		{"lamp", "glow", "spout"}, {"chair", "sit", "soil"}, {"mug", "drink", "table"}, {"hose", "lawn", "bulb"},
	} {
		near, far := alike(t, x, table, c[0], c[1]), alike(t, x, table, c[0], c[2])
		assert.Greater(t, near, far+0.1, "%s is more like %s than like %s", c[0], c[1], c[2])
	}
	for i := range table.Len() {
		var largest int8
		for _, v := range table.Row(i) {
			largest = max(largest, v, -v)
		}
		assert.Equal(t, int8(math.MaxInt8), largest, "row %d", i)
	}
}

func TestTheSameTableOnAnyNumberOfProcessors(t *testing.T) {
	x := index(t, shop(300)...)
	learn := func(seed uint64) *embeddings.Table {
		table, err := Table(t.Context(), x, english, Options{Seed: seed, Start: &Start{Vectors: small, Rank: small.rank}})
		require.NoError(t, err)
		return table
	}
	want := learn(7)
	before := runtime.GOMAXPROCS(1)
	again := learn(7)
	runtime.GOMAXPROCS(before)
	assert.Equal(t, want, again)
	assert.NotEqual(t, want.Rows, learn(8).Rows)
}

func TestTrainingIsCancelled(t *testing.T) {
	x := index(t, shop(100)...)
	ctx, cancel := context.WithCancel(t.Context())
	var last int
	table, err := Table(ctx, x, english, Options{Progress: func(done, total int) {
		assert.Less(t, done, total)
		if last = done; done == 3 {
			cancel()
		}
	}})
	require.ErrorIs(t, err, context.Canceled)
	assert.Nil(t, table)
	assert.Equal(t, 3, last)
}

func TestProgressComesToItsEnd(t *testing.T) {
	var calls, end int
	_, err := Table(t.Context(), index(t, shop(20)...), english, Options{Progress: func(done, total int) {
		calls++
		assert.Equal(t, calls, done)
		end = total
	}})
	require.NoError(t, err)
	assert.Equal(t, end, calls)
}

func TestCataloguesWithNothingToLearn(t *testing.T) {
	for name, items := range map[string][]item{
		"no product":    nil,
		"no text":       {{}, {}},
		"one product":   {{"desk lamp"}},
		"one word each": {{"lamp"}, {"lamp"}, {"lamp"}},
	} {
		for _, start := range []*Start{nil, {Vectors: small}, {Vectors: table{}}} {
			learned, err := Table(t.Context(), index(t, items...), english, Options{Start: start})
			require.NoError(t, err, name)
			assert.Len(t, learned.Rows, learned.Len()*DefaultDims, name)
			assert.Len(t, learned.Weights, learned.Len(), name)
		}
	}
}

func TestImpossibleTablesAreAnError(t *testing.T) {
	x := index(t, shop(20)...)
	for _, options := range []Options{{Dims: -1}, {Dims: embeddings.MaxDims + 1}, {MaxTerms: -1}, {MaxWords: -1}} {
		_, err := Table(t.Context(), x, english, options)
		require.Error(t, err)
	}
}

func BenchmarkTable(b *testing.B) {
	x := index(b, shop(2000)...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Table(b.Context(), x, english, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
