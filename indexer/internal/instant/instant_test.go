package instant_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/compress"
	"github.com/vitrine-search/vitrine/indexer/internal/config"
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// shop is a bundle that was just built, its engine and its shard.
type shop struct {
	engine   *engine.Engine
	manifest bundle.Manifest
	shard    *instant.Shard
	// data is the shard's file.
	data []byte
}

// built builds a bundle of the products and opens it.
func built(t *testing.T, settings product.Shop, products []product.Product, with build.Options) shop {
	t.Helper()
	files, err := build.FilesWith(t.Context(), settings, products, with, func(string, int, int) {})
	require.NoError(t, err)
	fsys := bundletest.FS(files)
	var s shop
	var source bundle.Source
	s.manifest, source, err = bundlefs.Open(fsys)
	require.NoError(t, err)
	s.engine, err = engine.Open(t.Context(), s.manifest, source)
	require.NoError(t, err)
	require.NoError(t, s.engine.OpenReranker(t.Context()))
	s.data = fsys[instant.File].Data
	s.shard, err = instant.Parse(s.data)
	require.NoError(t, err)
	return s
}

// sample builds a sample catalogue; trained, with both stages of its ranking.
func sample(t *testing.T, name string, trained bool) shop {
	t.Helper()
	const samples = "../../../testdata/catalogues/"
	settings, err := config.Load(samples + name + ".yaml")
	require.NoError(t, err)
	catalogue, err := feed.Read(t.Context(), []string{filepath.Join(samples, name+".jsonl")}, feed.Options{
		Mapping: settings.Feed, Currency: settings.Shop.Currency,
	})
	require.NoError(t, err)
	var with build.Options
	if trained {
		with.Learner, err = learn.New(learn.Options{}, settings.Shop.Language)
		require.NoError(t, err)
	}
	return built(t, settings.Shop, catalogue.Products, with)
}

// requireTheEnginesAnswers compares every answer of the shard with what the widget
// would be told.
func requireTheEnginesAnswers(t *testing.T, s shop) {
	t.Helper()
	for key, answer := range s.shard.Prefixes {
		require.Equal(t, instant.Key(key), key)
		suggested, err := s.engine.Suggest(t.Context(), wire.SuggestRequest{Query: key, Limit: 6, NoProducts: true})
		require.NoError(t, err)
		require.Equal(t, suggested.Suggestions, answer.Suggestions, key)
		if answer.Hits == nil {
			continue
		}
		found, err := s.engine.Search(t.Context(), wire.SearchRequest{Query: key, Limit: 24})
		require.NoError(t, err)
		require.Equal(t, found.Total, answer.Total, key)
		require.Len(t, answer.Hits, min(6, len(found.Hits)), key)
		for i, place := range answer.Hits {
			want := found.Hits[i]
			want.Category, want.TitleMatches, want.Score = nil, nil, 0
			require.Equal(t, want, s.shard.Hits[place], key)
		}
	}
}

func TestTheSampleShopsAreAnsweredAsTheEngineDoes(t *testing.T) {
	for name, typed := range map[string][]string{
		"home-en": {"", "a", "l", "w", "so", "sof", "sofa", "lam", "desk"},
		"home-zh": {"", "沙", "沙发", "灯", "s", "sf", "shaf", "台灯"},
	} {
		t.Run(name, func(t *testing.T) {
			s := sample(t, name, true)
			require.True(t, s.engine.Health().SecondStage)
			requireTheEnginesAnswers(t, s)
			for _, key := range typed {
				assert.Contains(t, slices.Collect(maps.Keys(s.shard.Prefixes)), key)
			}
			assert.NotEmpty(t, s.shard.Prefixes[""].Hits)
			lexicon, err := s.manifest.Part(bundle.PartLexicon)
			require.NoError(t, err)
			assert.Equal(t, lexicon.File, s.shard.Bundle)
			bytes := len(compress.Gzip(s.data))
			assert.LessOrEqual(t, bytes, instant.Limit)
			assert.Greater(t, bytes, instant.Limit*95/100, "as much as fits")
		})
	}
}

func TestEveryHitIsThereOnceAndUsed(t *testing.T) {
	s := sample(t, "home-en", false)
	used := make(map[int]bool)
	for _, answer := range s.shard.Prefixes {
		for _, place := range answer.Hits {
			used[place] = true
		}
	}
	assert.Len(t, used, len(s.shard.Hits))
	seen := make(map[string]bool)
	for _, hit := range s.shard.Hits {
		seen[string(hit.AppendJSON(nil))] = true
	}
	assert.Len(t, seen, len(s.shard.Hits))
}

func TestTheSameCatalogueGivesTheSameShard(t *testing.T) {
	first, second := sample(t, "home-zh", false), sample(t, "home-zh", false)
	assert.Equal(t, string(first.data), string(second.data))
}

func TestASmallShopIsAnsweredWhole(t *testing.T) {
	s := built(t, product.DefaultShop(), []product.Product{
		{ID: "1", Title: "Desk lamp Arc", Category: []string{"Lighting"}},
		{ID: "2", Title: "Desk lamp Reed", Category: []string{"Lighting"}},
		{ID: "3", Title: "Chair"},
	}, build.Options{})
	requireTheEnginesAnswers(t, s)
	keys := slices.Sorted(maps.Keys(s.shard.Prefixes))
	for _, key := range []string{"", "d", "de", "des", "desk", "desk l", "desk lamp", "l", "light", "lighting", "c", "chair"} {
		assert.Contains(t, keys, key)
	}
	assert.NotContains(t, keys, "desk ", "keys have no space at their end")
	assert.Len(t, s.shard.Prefixes["desk lamp"].Hits, 2)
	assert.Len(t, s.shard.Hits, 3)
}

func TestCataloguesWithNextToNothingToAnswer(t *testing.T) {
	for name, products := range map[string][]product.Product{
		"no text":     {{ID: "1"}, {ID: "2"}},
		"stop words":  {{ID: "1", Title: "the of and"}},
		"punctuation": {{ID: "1", Title: "-- !! &"}},
	} {
		s := built(t, product.DefaultShop(), products, build.Options{})
		requireTheEnginesAnswers(t, s)
		assert.Contains(t, s.shard.Prefixes, "", name)
	}
}

func TestHostileTitlesAreJSON(t *testing.T) {
	const letters = "lamp "
	titles := []string{
		letters + `<script>alert("1")</script>`, letters + `\u0000 "quoted" \`, letters + "\xff\xfe broken",
		letters + "\u2028 lines \u2029", letters + "🛋️ é́́", letters + "\x00\x1b[31m", letters + strings.Repeat("very ", 20_000) + "long",
	}
	var products []product.Product
	for i, title := range titles {
		products = append(products, product.Product{ID: string(rune('a' + i)), Title: title, URL: "javascript:alert(1)"})
	}
	s := built(t, product.DefaultShop(), products, build.Options{})
	require.Contains(t, s.shard.Prefixes, "la")
	assert.LessOrEqual(t, len(compress.Gzip(s.data)), instant.Limit)
	found := make(map[string]bool)
	for _, hit := range s.shard.Hits {
		found[hit.Title] = true
	}
	assert.True(t, found[titles[0]])
	assert.True(t, found[letters+"\ufffd\ufffd broken"])
}

func TestWhatDoesNotFitIsLeftOut(t *testing.T) {
	var products []product.Product
	for i := range 40 {
		title := make([]byte, 1500) // which no compression makes small
		state := uint32(i + 1)
		for k := range title {
			state = state*1664525 + 1013904223
			title[k] = 'a' + byte(state>>24)%26
		}
		products = append(products, product.Product{ID: string(title[:8]), Title: "lamp " + string(title)})
	}
	s := built(t, product.DefaultShop(), products, build.Options{})
	assert.LessOrEqual(t, len(compress.Gzip(s.data)), instant.Limit)
	assert.Contains(t, s.shard.Prefixes, "la")
}

func TestKey(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", " \t": "", "Sofa": "sofa", " desk  LAMP ": "desk lamp", "ＵＳＢ": "usb", "Ｃable　x": "cable x", "TÜR": "tür", "u\u0308": "ü",
	} {
		assert.Equal(t, want, instant.Key(typed), "%q", typed)
	}
}

func TestCancelling(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	_, err := build.FilesWith(ctx, product.DefaultShop(), []product.Product{{ID: "1", Title: "Lamp"}}, build.Options{}, func(stage string, _, _ int) {
		if stage == "answering the first letters" {
			cancel()
		}
	})
	require.ErrorIs(t, err, context.Canceled)
}

func TestParseRefusesWhatIsNoShard(t *testing.T) {
	for data, want := range map[string]string{
		"":             "is not the JSON of a shard",
		"<!doctype>":   "is not the JSON of a shard",
		`{"format":2}`: "format 2, this program reads 1",
		`{"format":1,"prefixes":{"a":{"s":[],"h":[0],"t":1}}}`: `"a" names hit 0 of 0`,
	} {
		_, err := instant.Parse([]byte(data))
		assert.ErrorContains(t, err, instant.File+": "+want)
	}
}

func TestOpen(t *testing.T) {
	s, err := instant.Open(os.DirFS("../../../testdata/bundles/v3"))
	require.NoError(t, err)
	assert.NotEmpty(t, s.Prefixes)
	s, err = instant.Open(fstest.MapFS{})
	require.NoError(t, err)
	assert.Nil(t, s, "older bundles have none")
}
