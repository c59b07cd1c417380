package inspect

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/instant"
	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/product"
)

// newBundle is a bundle of three products that say "desk lamp" and differ in
// brand and number.
func newBundle(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := build.Files(t.Context(), product.DefaultShop(), []product.Product{
		{ID: "1", Title: "Desk lamp", Brand: "Halo"},
		{ID: "2", Title: "Desk lamp", Brand: "Ember"},
		{ID: "3", Title: "Desk lamp", Brand: "Ember"},
	}, func(string, int, int) {})
	require.NoError(t, err)
	return bundletest.FS(files)
}

func TestBundleIsDescribed(t *testing.T) {
	fsys := newBundle(t)
	report, err := Bundle(t.Context(), fsys)
	require.NoError(t, err)
	assert.Equal(t, 3, report.Products)
	assert.Equal(t, bundle.Format, report.Format)
	assert.Equal(t, 4, report.Terms, "desk, lamp, halo, ember")
	assert.Contains(t, report.Fields, Field{Name: "brand", Label: "Brand", Kind: "text", Facet: true, Values: 2})

	sum := Bytes{}
	for _, file := range report.Parts.Files {
		assert.Len(t, fsys[file.File].Data, file.Bytes.Raw)
		sum.add(file.Bytes)
	}
	assert.Equal(t, sum, report.Parts.Bytes)
	assert.Len(t, report.Parts.Files, 5)
	assert.Len(t, report.Cards.Files, 1)
}

func TestTheLexiconIsMeasuredByMemberAndAgainstItsTexts(t *testing.T) {
	fsys := newBundle(t)
	report, err := Bundle(t.Context(), fsys)
	require.NoError(t, err)
	sizes := map[string]int{}
	for _, file := range report.Parts.Files {
		assert.Equal(t, file.Name == bundle.PartLexicon, len(file.Members) > 0, file.Name)
		for _, member := range file.Members {
			sizes[member.Name] = member.Bytes.Raw
		}
	}
	assert.Equal(t, len("\x00desk\x00ember\x00halo\x00lamp"), sizes["terms"])
	assert.Equal(t, 3*(3+2), sizes["streams"], "two words and a brand in each product, and an end of both fields")
	require.NotNil(t, report.Texts)
	assert.Equal(t, 3*len("Desk lamp\n")+len("Ember\nEmber\nHalo\n"), report.Texts.Raw)
	assert.Greater(t, report.LexiconShare, 1.0, "three products do not pay for an index")

	delete(fsys, build.TextsFile)
	report, err = Bundle(t.Context(), fsys)
	require.NoError(t, err)
	assert.Nil(t, report.Texts)
	assert.Zero(t, report.LexiconShare)
}

func TestDamagedTextsAreNamed(t *testing.T) {
	fsys := newBundle(t)
	fsys[build.TextsFile].Data = fsys[build.TextsFile].Data[:20]
	_, err := Bundle(t.Context(), fsys)
	assert.ErrorContains(t, err, build.TextsFile)
}

func TestBytesAreCompressed(t *testing.T) {
	b := measure(make([]byte, 100_000))
	assert.Equal(t, 100_000, b.Raw)
	// A run of zeros costs deflate about a thousandth, brotli a few bytes.
	assert.InDelta(t, 130, b.Gzip, 30)
	assert.Less(t, b.Brotli, 50)
}

func TestABrokenPartIsNamed(t *testing.T) {
	for _, kind := range []string{bundle.PartSettings, bundle.PartLexicon, bundle.PartColumns, bundle.PartCards} {
		fsys := newBundle(t)
		for name, file := range fsys {
			if name[:min(len(name), len(kind))] == kind {
				file.Data = file.Data[:len(file.Data)-1]
			}
		}
		_, err := Bundle(t.Context(), fsys)
		var broken *bundle.Error
		require.ErrorAs(t, err, &broken, kind)
		assert.Contains(t, broken.File, kind)
		assert.Equal(t, bundle.Corrupt, broken.Code)
	}
}

func TestNoBundleIsAnError(t *testing.T) {
	_, err := Bundle(t.Context(), fstest.MapFS{})
	var broken *bundle.Error
	require.ErrorAs(t, err, &broken)
	assert.Equal(t, bundle.NotABundle, broken.Code)
}

func TestTheAnswersToTheFirstLettersAreCounted(t *testing.T) {
	fsys := newBundle(t)
	report, err := Bundle(t.Context(), fsys)
	require.NoError(t, err)
	require.NotNil(t, report.Instant)
	assert.Equal(t, 3, report.Instant.Hits)
	assert.Greater(t, report.Instant.Prefixes, len("desk lamp"))
	assert.LessOrEqual(t, report.Instant.Found, report.Instant.Prefixes)
	assert.Len(t, fsys[instant.File].Data, report.Instant.Bytes.Raw)

	shard := string(fsys[instant.File].Data)
	fsys[instant.File].Data = []byte(strings.Replace(shard, `"bundle":"lexicon-`, `"bundle":"lexicon-0`, 1))
	_, err = Bundle(t.Context(), fsys)
	require.ErrorContains(t, err, instant.File+": belongs to lexicon-0")
	delete(fsys, instant.File)
	report, err = Bundle(t.Context(), fsys)
	require.NoError(t, err)
	assert.Nil(t, report.Instant, "bundles of before have none")
}
