package settings

import "github.com/vitrine-search/vitrine/shared/bundle"

// encodeWords adds what the analyzer must know of Chinese texts. A bundle without
// any has no member of it.
func (s Settings) encodeWords(b *bundle.Builder) {
	if len(s.Words) > 0 {
		b.SharedStrings("words", s.Words)
		b.Uints("words.cost", s.WordCosts)
	}
	if s.Variants != "" {
		b.Text("variants", s.Variants)
	}
}

// decodeWords reads the members that encodeWords adds.
func (s *Settings) decodeWords(p *bundle.Part) {
	if p.Has("words") {
		s.Words, s.WordCosts = p.SharedStrings("words"), p.Uints("words.cost")
		if len(s.Words) != len(s.WordCosts) {
			p.Fail("has not one cost for each of its words")
		}
	}
	if p.Has("variants") {
		s.Variants = p.Text("variants")
	}
}
