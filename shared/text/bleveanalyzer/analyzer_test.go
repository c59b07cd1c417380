package bleveanalyzer

import (
	"encoding/json"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/text"
)

var options = text.Options{Language: "en", StopWords: []string{"the", "for"}, Protected: []string{"levis"}}

// chinese has all that Chinese needs.
var chinese = text.Options{Language: "zh", Words: []string{"机", "红色", "手机壳"}, WordCosts: []uint32{200, 40, 60}, Variants: "殼壳機机"}

// named returns the analyzer as bleve finds it: by name, in a mapping that was
// stored as JSON with an index and read again.
func named(t *testing.T, config map[string]any) analysis.Analyzer {
	t.Helper()
	stored := mapping.NewIndexMapping()
	require.NoError(t, stored.AddCustomAnalyzer("products", config))
	data, err := json.Marshal(stored)
	require.NoError(t, err)
	read := mapping.NewIndexMapping()
	require.NoError(t, json.Unmarshal(data, read))
	a := read.AnalyzerNamed("products")
	require.NotNil(t, a)
	return a
}

const sample = "The Levis t-shirt for 12 in. phones\n手机壳 机 WH-1000XM4 红色手機殼"

// The adapter changes nothing: what bleve indexes is what the engine reads.
func TestStreamIsTheTokens(t *testing.T) {
	for name, pair := range map[string]struct {
		config map[string]any
		tokens []text.Token
	}{
		"products": {Config(options), text.New(options).Analyze(sample)},
		"queries":  {QueryConfig(options), text.New(options).AnalyzeQuery(sample)},

		"Chinese products": {Config(chinese), text.New(chinese).Analyze(sample)},
		"Chinese queries":  {QueryConfig(chinese), text.New(chinese).AnalyzeQuery(sample)},
	} {
		t.Run(name, func(t *testing.T) {
			stream := named(t, pair.config).Analyze([]byte(sample))
			require.Len(t, stream, len(pair.tokens))
			for i, token := range pair.tokens {
				got := stream[i]
				token.Word, token.Stop = "", false
				read := text.Token{Term: string(got.Term), Start: got.Start, End: got.End, Position: got.Position}
				assert.Equal(t, token, read)
			}
		})
	}
}

// bleve's filters may write into a term; the one after it must not change.
func TestTermsDoNotOverlap(t *testing.T) {
	stream := New(options).Analyze([]byte("red blue"))
	stream[0].Term = append(stream[0].Term, "der"...)
	assert.Equal(t, "blue", string(stream[1].Term))
}

func TestTypes(t *testing.T) {
	types := map[string]analysis.TokenType{}
	for _, token := range New(options).Analyze([]byte(sample)) {
		types[string(token.Term)] = token.Type
	}
	assert.Equal(t, analysis.AlphaNumeric, types["levis"])
	assert.Equal(t, analysis.AlphaNumeric, types["1000xm4"])
	assert.Equal(t, analysis.Numeric, types["12"])
	assert.Equal(t, analysis.Double, types["手机"])
	assert.Equal(t, analysis.Single, types["机"])
}

func TestBadConfigurationSaysWhatIsWrong(t *testing.T) {
	for key, value := range map[string]any{
		keyLanguage: 5, keyStopWords: "the", keyProtected: []any{"levis", 7}, keyQuery: "yes",
		keyWords: 1, keyWordCosts: []any{"1"}, keyVariants: 2,
	} {
		config := Config(options)
		config[key] = value
		err := mapping.NewIndexMapping().AddCustomAnalyzer("products", config)
		require.Error(t, err, key)
		assert.Contains(t, err.Error(), key)
	}
}

func TestGoListsAreRead(t *testing.T) {
	config := map[string]any{keyType: Name, keyLanguage: "en", keyStopWords: []string{"the"}}
	stream := named(t, config).Analyze([]byte("the shoes"))
	require.Len(t, stream, 1)
	assert.Equal(t, "shoe", string(stream[0].Term))
}
