package text

import (
	"strings"
	"testing"
)

// product is a text of 60 words, as long as a title with its description.
const product = "Hartley & Sons 12 in. x 36 in. Solid Oak Wall Shelf with Hidden Brackets (2-Pack), Model HS-1236.5\n" +
	"Hartley & Sons\nThis floating shelf is made from solid European oak and finished with natural oil. " +
	"Each shelf carries up to 25 kg (55 lbs) and comes with screws, wall plugs and a drilling template. " +
	"The brackets are hidden inside, so that nothing disturbs the clean lines of your living room's wall."

func BenchmarkAnalyze(b *testing.B) {
	texts := map[string]string{
		"ascii":   product,
		"unicode": strings.ReplaceAll(product, "e", "é"),
		"chinese": strings.Repeat("北欧实木置物架客厅墙上隔板12寸免打孔，", 5),
	}
	for name, s := range texts {
		b.Run(name, func(b *testing.B) {
			a := New(Options{Language: "en", StopWords: []string{"the", "and", "of", "with", "is", "a", "to", "from", "up"}})
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				a.Analyze(s)
			}
		})
	}
}

// BenchmarkStem compares the stem of a word that was seen before with that of a
// new one: what the cache is for.
func BenchmarkStem(b *testing.B) {
	for name, word := range map[string]string{"short": "shelf", "long": "disturbances"} {
		a := New(Options{Language: "en"})
		b.Run(name+"/cached", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.stem(word)
			}
		})
		b.Run(name+"/anew", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.language.term(word)
			}
		})
	}
}
