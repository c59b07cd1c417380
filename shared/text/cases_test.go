package text

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// caseFile is one file of testdata/text: texts and the tokens they must give.
type caseFile struct {
	Comment   string   `json:"comment"`
	Language  string   `json:"language"`
	StopWords []string `json:"stop_words"`
	Protected []string `json:"protected"`
	Words     []string `json:"words"`
	WordCosts []uint32 `json:"word_costs"`
	Variants  string   `json:"variants"`
	Cases     []struct {
		Name    string `json:"name"`
		Comment string `json:"comment"`
		Input   string `json:"input"`
		// Tokens are those of Analyze, each as "term position start-end".
		Tokens []string `json:"tokens"`
		// Query are those of AnalyzeQuery, where they are not the same.
		Query []string `json:"query"`
	} `json:"cases"`
}

func TestCases(t *testing.T) {
	for file, cases := range readCases(t) {
		a := cases.analyzer()
		for _, c := range cases.Cases {
			t.Run(file+"/"+c.Name, func(t *testing.T) {
				want := c.Query
				if want == nil {
					want = c.Tokens
				}
				assert.Equal(t, c.Tokens, written(a.Analyze(c.Input)), "Analyze(%q): %s", c.Input, c.Comment)
				assert.Equal(t, want, written(a.AnalyzeQuery(c.Input)), "AnalyzeQuery(%q): %s", c.Input, c.Comment)
				checkTokens(t, c.Input, a.Analyze(c.Input))
			})
		}
	}
}

func readCases(t *testing.T) map[string]caseFile {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "text", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	all := map[string]caseFile{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var cases caseFile
		require.NoError(t, json.Unmarshal(data, &cases), file)
		require.NotEmpty(t, cases.Cases, file)
		all[filepath.Base(file)] = cases
	}
	return all
}

func (f caseFile) analyzer() *Analyzer {
	return New(Options{
		Language: f.Language, StopWords: f.StopWords, Protected: f.Protected,
		Words: f.Words, WordCosts: f.WordCosts, Variants: f.Variants,
	})
}

// eachCase runs a property over the inputs of all case files.
func eachCase(t *testing.T, property func(t *testing.T, a *Analyzer, input string)) {
	t.Helper()
	for file, cases := range readCases(t) {
		a := cases.analyzer()
		for _, c := range cases.Cases {
			t.Run(file+"/"+c.Name, func(t *testing.T) { property(t, a, c.Input) })
		}
	}
}

// written returns the tokens as the case files have them.
func written(tokens []Token) []string {
	out := []string{}
	for _, t := range tokens {
		s := fmt.Sprintf("%s %d %d-%d", t.Term, t.Position, t.Start, t.End)
		if t.Stop {
			s += " stop"
		}
		out = append(out, s)
	}
	return out
}
