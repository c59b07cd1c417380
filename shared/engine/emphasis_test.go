package engine_test

import (
	"unicode/utf16"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// emphasised returns the parts of a hit's title that a storefront emphasises,
// cut as JavaScript cuts strings.
func emphasised(h wire.Hit) []string {
	units := utf16.Encode([]rune(h.Title))
	parts := []string{}
	for _, r := range h.TitleMatches {
		parts = append(parts, string(utf16.Decode(units[r.Start:r.End])))
	}
	return parts
}
