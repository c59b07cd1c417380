package evaluate_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

func TestReadTypos(t *testing.T) {
	typos, err := evaluate.ReadTypos(strings.NewReader("a\tlmap\tlamp\n\nb\tsopha bed\tsofa bed\n"), "typos.tsv")
	require.NoError(t, err)
	assert.Equal(t, []evaluate.Typo{{"a", "lmap", "lamp"}, {"b", "sopha bed", "sofa bed"}}, typos)
	for text, want := range map[string]string{
		"":                             "typos.tsv: holds no queries",
		"a\tlmap":                      "typos.tsv:1: want an identifier, the typed text and what was meant, divided by tabs; found 2 columns",
		"a\t\tlamp":                    "typos.tsv:1: a column is empty",
		"a\tlmap\tlamp\na\tlapm\tlamp": `typos.tsv:2: query "a" stands there twice`,
	} {
		_, err := evaluate.ReadTypos(strings.NewReader(text), "typos.tsv")
		assert.EqualError(t, err, want, "%q", text)
	}
}

func TestMeasureTypos(t *testing.T) {
	rankings := map[string]evaluate.Ranking{"lamp": {"l1", "l2"}, "lmap": {"l2"}, "sofa": {"s1"}, "sopha": {"s1"}, "bed": {"b1"}}
	ask := func(text string) (first evaluate.Ranking, corrected bool, err error) {
		if text == "broken" {
			return nil, false, errors.New("no such luck")
		}
		return rankings[text], text == "sopha" || text == "bed", nil
	}
	queries := []evaluate.Query{{"a", "lmap"}, {"b", "sopha"}, {"c", "bed"}, {"d", "chair"}, {"e", "rug"}, {"f", "oak"}}
	judgments := evaluate.Judgments{"a": {"l1": 2, "l2": 2}, "b": {"s1": 2}}
	typos := []evaluate.Typo{{"a", "lmap", "lamp"}, {"b", "sopha", "sofa"}, {"z", "chiar", "chair"}}

	// a finds one of two lamps, b the sofa; z has no relevant product.
	m, err := evaluate.MeasureTypos(queries, typos, judgments, 1, ask)
	require.NoError(t, err)
	assert.Equal(t, evaluate.TypoMetrics{
		Queries: 2, Typed: 0.75, Meant: 1, Ratio: 0.75, Corrected: 1.0 / 3, CorrectedOthers: 0.25,
	}, m)

	m, err = evaluate.MeasureTypos(queries, typos[:1], judgments, 3, ask)
	require.NoError(t, err)
	assert.Zero(t, m.Ratio, "without a relevant product")

	_, err = evaluate.MeasureTypos(queries, []evaluate.Typo{{"a", "broken", "lamp"}}, judgments, 1, ask)
	assert.EqualError(t, err, "no such luck")
}
