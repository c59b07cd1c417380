// Package bleveanalyzer registers the analyzer of package text with bleve, under
// the type name Name, so that the indexer's bleve index and bleve's own queries
// see the terms that the engine sees.
//
// It stands apart from package text because bleve's registry, with the
// highlighters and geography that come with it, costs a WebAssembly 250 kB.
package bleveanalyzer

import (
	"fmt"
	"math"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"github.com/vitrine-search/vitrine/shared/text"
)

// Name is the analyzer's type in bleve's registry.
const Name = "vitrine"

// The keys of the configuration that Config writes.
const (
	keyType      = "type"
	keyLanguage  = "language"
	keyStopWords = "stop_words"
	keyProtected = "protected"
	keyWords     = "words"
	keyWordCosts = "word_costs"
	keyVariants  = "variants"
	keyQuery     = "query"
)

func init() {
	if err := registry.RegisterAnalyzer(Name, construct); err != nil {
		panic(err)
	}
}

// Config returns the configuration of an analyzer with the options, for bleve's
// IndexMappingImpl.AddCustomAnalyzer. It is plain data, as bleve stores it with
// an index.
func Config(options text.Options) map[string]any {
	return map[string]any{
		keyType:      Name,
		keyLanguage:  options.Language,
		keyStopWords: list(options.StopWords),
		keyProtected: list(options.Protected),
		keyVariants:  options.Variants,
	}
}

// QueryConfig is Config for an analyzer that reads queries: it emits no second
// forms, and cuts Chinese into words.
func QueryConfig(options text.Options) map[string]any {
	config := Config(options)
	config[keyQuery] = true
	config[keyWords] = list(options.Words)
	config[keyWordCosts] = numbers(options.WordCosts)
	return config
}

// New returns the bleve analyzer for the options.
func New(options text.Options) analysis.Analyzer {
	return &analyzer{analyze: text.New(options).Analyze}
}

func construct(config map[string]any, _ *registry.Cache) (analysis.Analyzer, error) {
	var options text.Options
	var err error
	if value, ok := config[keyLanguage]; ok {
		if options.Language, ok = value.(string); !ok {
			return nil, fmt.Errorf("analyzer %s: %q must be a string, not %T", Name, keyLanguage, value)
		}
	}
	if options.StopWords, err = words(config, keyStopWords); err != nil {
		return nil, err
	}
	if options.Protected, err = words(config, keyProtected); err != nil {
		return nil, err
	}
	if options.Words, err = words(config, keyWords); err != nil {
		return nil, err
	}
	if options.WordCosts, err = costs(config, keyWordCosts); err != nil {
		return nil, err
	}
	if value, ok := config[keyVariants]; ok {
		if options.Variants, ok = value.(string); !ok {
			return nil, fmt.Errorf("analyzer %s: %q must be a string, not %T", Name, keyVariants, value)
		}
	}
	query := false
	if value, ok := config[keyQuery]; ok {
		if query, ok = value.(bool); !ok {
			return nil, fmt.Errorf("analyzer %s: %q must be true or false, not %T", Name, keyQuery, value)
		}
	}
	a := text.New(options)
	if query {
		return &analyzer{analyze: a.AnalyzeQuery}, nil
	}
	return &analyzer{analyze: a.Analyze}, nil
}

// list is a list of strings in the type that JSON gives back.
func list(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}

// words reads a list of strings, whether it was written in Go or read from JSON.
func words(config map[string]any, key string) ([]string, error) {
	switch value := config[key].(type) {
	case nil:
		return nil, nil
	case []string:
		return value, nil
	case []any:
		out := make([]string, 0, len(value))
		for _, v := range value {
			w, ok := v.(string)
			if !ok {
				return nil, fmt.Errorf("analyzer %s: %q must hold strings, not %T", Name, key, v)
			}
			out = append(out, w)
		}
		return out, nil
	default:
		return nil, fmt.Errorf("analyzer %s: %q must be a list of strings, not %T", Name, key, value)
	}
}

// numbers is a list of numbers in the types that JSON gives back.
func numbers(values []uint32) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = float64(v)
	}
	return out
}

// costs reads a list of numbers, whether it was written in Go or read from JSON.
func costs(config map[string]any, key string) ([]uint32, error) {
	switch value := config[key].(type) {
	case nil:
		return nil, nil
	case []uint32:
		return value, nil
	case []any:
		out := make([]uint32, 0, len(value))
		for _, v := range value {
			n, ok := v.(float64)
			if !ok || n < 0 || n > math.MaxUint32 {
				return nil, fmt.Errorf("analyzer %s: %q must hold numbers from 0, not %v", Name, key, v)
			}
			out = append(out, uint32(n))
		}
		return out, nil
	default:
		return nil, fmt.Errorf("analyzer %s: %q must be a list of numbers, not %T", Name, key, value)
	}
}
