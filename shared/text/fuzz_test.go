package text

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzAnalyze holds what every host relies on for any input, valid or not.
func FuzzAnalyze(f *testing.F) {
	for _, seed := range []string{
		"", "The Men's Wi-Fi Router, 2 in. x 4 in.", "AB-12.3 WH-1000XM4 60w 1 1/2\" ½ .5",
		"iPhone15手机壳 5斤装 コーヒー 한국어", "Straße Café ﬁ ｶﾞ e\u0301 й", "\xff\xfea\x80b", "1½½1/2/3'''\"\"",
		"3 in 1 3-in-1 in 3 in", "a.b.c.d x-1-y-2-z-wxyz", "l'eau d'Évian",
	} {
		f.Add(seed, "en")
		f.Add(seed, "fr")
		f.Add(seed, "tr")
	}
	analyzers := map[string]*Analyzer{}
	for language := range languages {
		analyzers[language] = New(Options{Language: language, StopWords: []string{"the", "in", "a", "l"}})
	}
	f.Add("1.5匹空調 我想買手機殼 3米奇的", "zh")
	analyzers["zh"] = New(Options{
		Language: "zh", StopWords: []string{"的", "我想买"}, Words: []string{"手机壳", "空调", "米奇"},
		WordCosts: []uint32{60, 50, 40}, Variants: "買买機机殼壳調调",
	})
	f.Fuzz(func(t *testing.T, s, language string) {
		a := analyzers[language]
		if a == nil {
			a = analyzers["de"]
		}
		checkTokens(t, s, a.Analyze(s))
		checkTokens(t, s, a.AnalyzeQuery(s))
		require.True(t, utf8.ValidString(a.Fold(s)))
		require.Equal(t, a.Fold(s), a.Fold(a.Fold(s)), "folding what is folded changes nothing")
	})
}

// checkTokens holds the promises of Token: something was found, inside the text,
// from left to right, and in positions that never go back.
func checkTokens(t *testing.T, s string, tokens []Token) {
	t.Helper()
	position, start := 1, 0
	for i, token := range tokens {
		require.NotEmpty(t, token.Term, "%q", s)
		require.NotEmpty(t, token.Word, "%q", s)
		require.True(t, utf8.ValidString(token.Term), "%q: %+v", s, token)
		require.True(t, 0 <= token.Start && token.Start < token.End && token.End <= len(s), "%q: %+v", s, token)
		require.GreaterOrEqual(t, token.Position, position, "%q: %+v", s, token)
		if i > 0 && token.Position > position {
			require.GreaterOrEqual(t, token.Start, start, "%q: %+v", s, token)
		}
		position, start = token.Position, token.Start
		if token.Stop {
			require.Equal(t, len(tokens)-1, i, "%q: %+v", s, token)
		}
	}
}
