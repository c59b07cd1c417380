package pseudo

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
)

// like knows two words that the shop lacks and one that it has.
func like(word string) []string {
	return map[string][]string{
		"lamp": {"lantern", "towel", "torch"}, "shelf": {"rack"}, "white": {"black", "ivory"},
	}[word]
}

func make12(t *testing.T, options Options) []Query {
	t.Helper()
	queries, err := Queries(t.Context(), lexicaltest.Of(t, english, shop...), english, options)
	require.NoError(t, err)
	return queries
}

func TestQueriesOfEveryKind(t *testing.T) {
	var counts [Kinds]int
	queries := make12(t, Options{Neighbours: like})
	seen := map[string]bool{}
	for _, q := range queries {
		counts[q.Kind]++
		assert.False(t, seen[q.Text], "%q stands twice", q.Text)
		seen[q.Text] = true
		assert.Equal(t, strings.TrimSpace(q.Text), q.Text)
		assert.NotEmpty(t, q.Text)
	}
	for kind, n := range counts {
		if Kind(kind) == Parted || Kind(kind) == Joined { // there is one compound
			continue
		}
		assert.Positive(t, n, "%s", Kind(kind))
	}
	assert.LessOrEqual(t, len(queries), perProduct*len(shop))
	assert.Len(t, make12(t, Options{Count: 7}), 7)
}

func TestTheSourceIsWorthMost(t *testing.T) {
	for _, q := range make12(t, Options{Neighbours: like}) {
		best := q.Gain(q.Source)
		for doc := range uint32(len(shop)) {
			gain := q.Gain(doc)
			assert.GreaterOrEqual(t, gain, 0.0)
			if q.Kind != Described { // what another product is described by may be worth more there
				assert.LessOrEqual(t, gain, best, "%q: %s before %s", q.Text, shop[doc][0], shop[q.Source][0])
			}
		}
		assert.Greater(t, best, 0.0, "%q for %s", q.Text, shop[q.Source][0])
	}
}

func TestProductsOfAnotherKindAreWorthLess(t *testing.T) {
	c := newTestCatalogue(t, english, shop...)
	c.reader.read(5) // Skillet coffee grinder, black
	q := Query{Kind: Dropped, Source: 5, catalogue: c, wanted: append([]word(nil), c.reader.fields[lexical.TitleField][1:3]...)}
	require.Equal(t, []string{"coffee", "grinder"}, texts(q.wanted))
	assert.Greater(t, q.Gain(5), q.Gain(3))
	assert.Greater(t, q.Gain(3), q.Gain(4), "it has both words")
	assert.Positive(t, q.Gain(4), "it has the head")
	assert.Zero(t, q.Gain(0))
}

// A description is of its whole kind: lamps that lack the words are meant too.
func TestWhatIsDescribedIsMeant(t *testing.T) {
	found := 0
	for _, q := range make12(t, Options{}) {
		if q.Kind != Described {
			continue
		}
		found++
		for doc := range uint32(len(shop)) {
			if shop[doc][2] == shop[q.Source][2] {
				assert.Positive(t, q.Gain(doc), "%q: %s", q.Text, shop[doc][0])
			}
		}
		for _, w := range q.wanted {
			name := strings.ToLower(shop[q.Source][0])
			assert.NotContains(t, strings.Fields(name), w.text, "%q is called so", name)
		}
	}
	assert.Positive(t, found)
}

func TestTheSameSeedTheSameQueries(t *testing.T) {
	text := func(seed uint64) (all []string) {
		for _, q := range make12(t, Options{Seed: seed, Neighbours: like}) {
			all = append(all, q.Kind.String()+" "+q.Text)
		}
		return all
	}
	first := text(3)
	assert.Equal(t, first, text(3))
	assert.NotEqual(t, first, text(4))
}

func TestChineseQueries(t *testing.T) {
	items := []item{
		{"纯棉浴巾 白色", "汐", "卫浴\n浴巾", "", "白色台灯地毯"},
		{"白色台灯", "", "灯\n台灯", "", "纯棉地毯"},
		{"地毯 白色", "汐", "地毯", "", "毛巾台灯"},
		{"毛巾 纯棉", "", "卫浴\n毛巾", "", "白色浴巾"},
	}
	queries, err := Queries(t.Context(), lexicaltest.Of(t, chinese, items...), chinese, Options{})
	require.NoError(t, err)
	require.NotEmpty(t, queries)
	for _, q := range queries {
		assert.NotContains(t, q.Text, " ", "%s", q.Kind)
		assert.Positive(t, q.Gain(q.Source), "%q", q.Text)
	}
}

func TestSmallCatalogues(t *testing.T) {
	for name, items := range map[string][]item{
		"no product":     nil,
		"no text":        {{}, {}, {}},
		"one product":    {{"Desk lamp"}},
		"two alike":      {{"Desk lamp"}, {"Desk lamp"}},
		"numbers":        {{"40 x 60"}, {"12"}},
		"one word":       {{"l"}},
		"no description": {{"Desk lamp", "Aurel", "Lamps"}, {"Oak chair", "Aurel", "Chairs"}},
	} {
		queries, err := Queries(t.Context(), lexicaltest.Of(t, english, items...), english, Options{Neighbours: like})
		require.NoError(t, err, name)
		assert.LessOrEqual(t, len(queries), perProduct*len(items), name)
		for _, q := range queries {
			assert.Less(t, int(q.Source), len(items), name)
			assert.True(t, utf8.ValidString(q.Text))
		}
	}
}

func TestMakingQueriesIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	queries, err := Queries(ctx, lexicaltest.Of(t, english, shop...), english, Options{})
	require.ErrorIs(t, err, context.Canceled)
	assert.Empty(t, queries)
}
