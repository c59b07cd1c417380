package build

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/product"
)

// builtIns are the fields that every product has.
var builtIns = map[string]struct {
	kind     product.Kind
	searched bool
	// bounds of the ranges, where the shop's own numbers should not choose them.
	bounds []float64
	// labels by language; English is the fallback.
	english, chinese string
}{
	product.FieldCategory: {kind: product.Text, searched: true, english: "Category", chinese: "分类"},
	product.FieldBrand:    {kind: product.Text, searched: true, english: "Brand", chinese: "品牌"},
	product.FieldPrice:    {kind: product.Number, english: "Price", chinese: "价格"},
	// Shoppers think in whole stars, however close together a shop's ratings lie.
	product.FieldRating:       {kind: product.Number, bounds: []float64{2, 3, 4}, english: "Rating", chinese: "评分"},
	product.FieldAvailability: {kind: product.Text, english: "Availability", chinese: "库存"},
}

// builtInLabel returns the name of a built-in field for people, in the shop's
// language as far as it is known.
func builtInLabel(name, language string) string {
	if primary, _, _ := strings.Cut(strings.ToLower(language), "-"); primary == "zh" {
		return builtIns[name].chinese
	}
	return builtIns[name].english
}

// label makes a name for people out of an attribute's: "screen_size" is shown as
// "Screen size".
func label(name string) string {
	words := strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return name
	}
	return string(unicode.ToUpper(first)) + words[size:]
}
