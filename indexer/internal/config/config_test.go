package config

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/indexer/internal/learn"
	"github.com/vitrine-search/vitrine/shared/product"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vitrine.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestExampleHasEveryKeyAndLoads(t *testing.T) {
	config, err := Load("vitrine.example.yaml")
	require.NoError(t, err)
	assert.Equal(t, "Northwind Outdoor", config.Shop.Name)
	assert.Equal(t, product.Attribute{Name: "colour", Label: "Colour", Kind: product.Text, Facet: true, Search: true},
		config.Shop.Attributes[0])
	assert.Equal(t, product.Attribute{Name: "price", Label: "Price", Kind: product.Number, Facet: true, Bounds: []float64{25, 50, 100, 200}},
		config.Shop.Attributes[2])
	assert.Equal(t, product.Attribute{Name: "rating", Label: "Rating", Kind: product.Number}, config.Shop.Attributes[3])
	assert.Equal(t, []string{"web_title", "name"}, config.Feed.Fields[feed.Title])
	assert.Empty(t, config.Feed.Fields[feed.Group])
	assert.Contains(t, config.Feed.Fields, feed.Group)
	assert.Equal(t, feed.AttributeRule{From: "tech_*", Name: "technical *"}, config.Feed.Attributes[2])
	assert.Equal(t, config.Shop.Attributes, config.Feed.Declared)
	assert.Len(t, config.Feed.Fields, len(feed.Fields))

	assert.Equal(t, "queries.tsv", config.QueryLog)
	assert.True(t, config.Train)
	assert.Equal(t, learn.Options{
		Vectors: "glove.6B.100d.txt", Dims: 32,
		Teacher: learn.Teacher{URL: "http://localhost:11434", Model: "nomic-embed-text", Prefix: "search_document: ", Cache: "teacher"},
	}, config.Training)

	text, err := os.ReadFile("vitrine.example.yaml")
	require.NoError(t, err)
	eachKey(reflect.TypeFor[document](), "", func(key, parent string) {
		assert.Contains(t, string(text), key+":", "%s.%s", parent, key)
	})
}

func TestEmptyConfigurationIsTheDefault(t *testing.T) {
	for _, text := range []string{"", "# nothing\n", "shop:\n"} {
		config, err := Load(write(t, text))
		require.NoError(t, err, "%q", text)
		assert.Equal(t, Default().Shop, config.Shop)
		assert.Equal(t, Default().Train, config.Train)
		assert.Equal(t, Default().Training, config.Training)
	}
}

func TestFilesStandBesideTheConfiguration(t *testing.T) {
	path := write(t, "query_log: logs/queries.tsv\ntraining: {vectors: glove.txt, teacher: {cache: kept}}\n")
	config, err := Load(path)
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(filepath.Dir(path), "logs", "queries.tsv"), config.QueryLog)
	assert.Equal(t, filepath.Join(filepath.Dir(path), "glove.txt"), config.Training.Vectors)
	assert.Equal(t, filepath.Join(filepath.Dir(path), "kept"), config.Training.Teacher.Cache)
	config, err = Load(write(t, "training: {enabled: false, vectors: none, seed: 12}\n"))
	require.NoError(t, err)
	assert.False(t, config.Train)
	assert.Equal(t, learn.Options{Vectors: learn.NoVectors, Seed: 12}, config.Training)
	config, err = Load(write(t, "query_log: /var/log/queries.tsv\n"))
	require.NoError(t, err)
	assert.Equal(t, "/var/log/queries.tsv", config.QueryLog)
}

func TestPartsThatAreNotWrittenKeepTheirDefault(t *testing.T) {
	config, err := Load(write(t, "search:\n  bm25:\n    k1: 1.2\n"))
	require.NoError(t, err)
	assert.Equal(t, product.BM25{K1: 1.2, B: product.DefaultShop().BM25.B}, config.Shop.BM25)
}

func TestOneColumnIsWrittenAlone(t *testing.T) {
	config, err := Load(write(t, "feed:\n  mapping:\n    brand: supplier\n    image: \"\"\n  attributes: [attr_*]\n"))
	require.NoError(t, err)
	assert.Equal(t, map[feed.Field][]string{feed.Brand: {"supplier"}, feed.Image: nil}, config.Feed.Fields)
	assert.Equal(t, []feed.AttributeRule{{From: "attr_*"}}, config.Feed.Attributes)
}

func TestMistakesNameTheirPlaceAndTheWayOut(t *testing.T) {
	for text, want := range map[string]string{
		"shop:\n  nane: X\n": `vitrine.yaml:2:3: unknown key "nane" (hint: did you mean "name"?)`,
		"shpo: {}\n":         `vitrine.yaml:1:1: unknown key "shpo" (hint: did you mean "shop"?)`,
		"language: en\n":     `vitrine.yaml:1:1: unknown key "language" (hint: "language" belongs under shop)`,
		"attributes:\n  - {name: a, facett: true}\n":       `vitrine.yaml:2:15: unknown key "facett" (hint: did you mean "facet"?)`,
		"feed:\n  mapping:\n    brnad: x\n":                `vitrine.yaml:3:5: unknown key "brnad"`,
		"feed:\n  attributes:\n    - {from: a, splt: b}\n": `vitrine.yaml:3:17: unknown key "splt" (hint: did you mean "split"?)`,
		"feed:\n  fixed:\n    id: x\n":                     `vitrine.yaml:3:5: unknown key "id"`,
		"shop: {bm25: {k1: 1}}\n":                          `(hint: "bm25" belongs under search)`,
		"shop: {facets: {}}\n":                             `(hint: "facets" belongs at the top)`,
		"zzzzzzzzzzzz: 1\n":                                "(hint: see vitrine.example.yaml for all keys)",
		"shop:\n  name: a\n  name: b\n":                    "vitrine.yaml:3:3",
		"shop: [\n":                                        "vitrine.yaml:",
		"facets:\n  max_values: many\n":                    `vitrine.yaml:2:15: "many" cannot be a whole number`,
		"facets:\n  max_values: 0\n":                       "facets.max_values is 0 (hint: it is at least 1)",
		"facets:\n  min_share: 20\n":                       "facets.min_share is 20 (hint: it is a share from 0 to 1)",
		"shop:\n  language: \"!\"\n":                       "shop.language \"!\" is no language tag",
		"shop:\n  currency: euro\n":                        "shop.currency \"euro\" is no currency code",
		"search:\n  bm25:\n    b: 2\n":                     "search.bm25.b is 2",
		"search:\n  bm25:\n    k1: -1\n":                   "search.bm25.k1 is -1",
		"training:\n  dims: 2000\n":                        "training: dims is 2000 (hint: it is from 1 to 1024",
		"training:\n  seed: -1\n":                          "training.seed is -1",
		"training:\n  enabled: maybe\n":                    `"maybe" cannot be a yes or no`,
		"training:\n  teacher: {url: ftp://x, model: m}\n": "training: the address of the embedding server must begin with",
		"training:\n  vector: none\n":                      `did you mean "vectors"?`,
		"attributes:\n  - {label: Colour}\n":               "attributes[0] has no name",
		"attributes:\n  - {name: a}\n  - {name: A}\n":      "attributes[1] (A) is declared before, in attributes[0]",
		"attributes:\n  - {name: a, kind: date}\n":         "kind is \"date\" (hint: it is text or number)",
		"attributes:\n  - {name: a, bounds: [1]}\n":        "only a number has bounds",
		"attributes:\n  - {name: price, bounds: [1, 1]}\n": "do not rise",
		"feed:\n  attributes: [\"a*b*\"]\n":                "is no column or pattern",
		"search:\n  synonyms:\n    - a, b\n    - sofa\n":   `vitrine.yaml: line 4: search.synonyms: "sofa" is one word alone`,
		"search:\n  synonyms: [\"a, A , ,\"]\n":            "line 2: search.synonyms: \"a, A , ,\" is one word alone",
		"search:\n  synonyms: [\"=> b\"]\n":                "nothing on one side of its arrow",
		"search:\n  synonyms: [\"a => ,\"]\n":              "nothing on one side of its arrow",
		"search:\n  synonyms: [\"a => b => c\"]\n":         "has two arrows (hint: write a line for each arrow)",
		"search:\n  synonyms:\n    - {a: b}\n":             "vitrine.yaml:3:7",
		"shop:\n  name: a\n---\nshop:\n  name: b\n":        "second document",
		"attributes:\n  - name: x\n   label: y\n":          "vitrine.yaml:",
	} {
		_, err := Load(write(t, text))
		if assert.Error(t, err, text) {
			assert.Contains(t, err.Error(), want, text)
			assert.Contains(t, err.Error(), "(hint: ", text)
			assert.Equal(t, 0, strings.Count(err.Error(), "\n"), "one line: %s", err)
		}
	}
}

func TestConfigurationsOfTheTestShopsLoad(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/*/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		config, err := Load(file)
		require.NoError(t, err)
		assert.NotEmpty(t, config.Shop.Attributes, file)
	}
}

func TestSynonymsAreReadByLine(t *testing.T) {
	config, err := Load(write(t, "search:\n  synonyms:\n    - \"sneaker ,gym  shoe=>trainer\"\n    - sofa, Couch\n    - couch, sofa\n"))
	require.NoError(t, err)
	assert.Equal(t, []product.Synonym{
		{From: []string{"sneaker", "gym shoe"}, To: []string{"trainer"}},
		{From: []string{"sofa", "Couch"}},
		{From: []string{"couch", "sofa"}},
	}, config.Shop.Synonyms, "a circle is no mistake")
}

func TestMissingFile(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "none.yaml"))
	assert.ErrorContains(t, err, "no such file (hint: ")
}

// FuzzLoad holds that no text makes the reader panic, and that what it accepts
// has the defaults where nothing else was written.
func FuzzLoad(f *testing.F) {
	for _, seed := range []string{"", "shop: {name: A}", "feed:\n  mapping: {id: [a, b]}\n", "attributes: [{name: x}]", "a: &a [*a]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		config, err := read(strings.NewReader(text), "vitrine.yaml")
		if err == nil && (config.Shop.MaxFacetValues < 1 || config.Shop.Currency == "") {
			t.Errorf("accepted %q as %+v", text, config.Shop)
		}
	})
}
