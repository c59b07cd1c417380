package text

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
)

// language is what the analyzer knows about a language. The zero value is a
// language without stemming.
type language struct {
	stem func(*snowballstem.Env) bool
	// light makes terms in place of stem, which then tells the related words.
	light func(word string) string
	// restore gives a folded word the accents of an ending that the stemmer
	// tells by them.
	restore func(word string) string
	// normalise unites the spellings of a folded word.
	normalise func(word string) string
	// decimalComma says that 1,5 is one and a half and 1.000 a thousand.
	decimalComma bool
	// elision says that a short word before an apostrophe is an article: l'eau.
	elision bool
}

// languages by the first subtag of their BCP 47 tag.
var languages = map[string]language{
	"ar": {stem: arabic.Stem},
	"da": {stem: danish.Stem, decimalComma: true},
	"de": {stem: german.Stem, decimalComma: true, normalise: umlauts},
	"en": {stem: english.Stem, light: singular},
	"es": {stem: spanish.Stem, restore: restoreSpanish, decimalComma: true},
	"fi": {stem: finnish.Stem, decimalComma: true},
	"fr": {stem: french.Stem, restore: restoreFrench, decimalComma: true, elision: true},
	"ga": {stem: irish.Stem},
	"hu": {stem: hungarian.Stem, decimalComma: true},
	"it": {stem: italian.Stem, decimalComma: true, elision: true},
	"nb": {stem: norwegian.Stem, decimalComma: true},
	"nl": {stem: dutch.Stem, decimalComma: true},
	"nn": {stem: norwegian.Stem, decimalComma: true},
	"no": {stem: norwegian.Stem, decimalComma: true},
	"pt": {stem: portuguese.Stem, restore: restorePortuguese, decimalComma: true},
	"ro": {stem: romanian.Stem, decimalComma: true},
	"ru": {stem: russian.Stem, decimalComma: true},
	"sv": {stem: swedish.Stem, decimalComma: true},
	"ta": {stem: tamil.Stem},
	"tr": {stem: turkish.Stem, decimalComma: true},
}

// languageOf returns the language of a BCP 47 tag.
func languageOf(tag string) language {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return languages[strings.ToLower(tag)]
}

// restoreSpanish: only -ión tells the stemmer that a noun is one: the plural
// -iones has no accent. No Spanish word ends in -ion.
func restoreSpanish(word string) string {
	if rest, ok := strings.CutSuffix(word, "ion"); ok {
		return rest + "ión"
	}
	return word
}

// restorePortuguese: -ão and -ões are one ending in two numbers.
func restorePortuguese(word string) string {
	if rest, ok := strings.CutSuffix(word, "oes"); ok {
		word = rest + "ao"
	}
	if rest, ok := strings.CutSuffix(word, "cao"); ok {
		return rest + "ção"
	}
	return word
}

// restoreFrench: the feminine -ée is to be shortened like the masculine -é,
// which folded looks like any word in -e.
func restoreFrench(word string) string {
	if rest, ok := strings.CutSuffix(strings.TrimSuffix(word, "s"), "ee"); ok {
		return rest + "e"
	}
	return word
}

// umlauts reads ae, oe and ue as ä, ö and ü, which are folded to a, o and u. A u
// after a vowel or q is none: neue, Quelle.
func umlauts(word string) string {
	if !strings.Contains(word, "ae") && !strings.Contains(word, "oe") && !strings.Contains(word, "ue") {
		return word
	}
	out := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		out = append(out, word[i])
		if i+1 == len(word) || word[i+1] != 'e' {
			continue
		}
		switch word[i] {
		case 'a', 'o':
			i++
		case 'u':
			if i > 0 && strings.IndexByte("aeiouq", word[i-1]) < 0 {
				i++
			}
		}
	}
	return string(out)
}

// term returns the term of a folded word, which is folded too.
func (l language) term(word string) string {
	if l.light != nil {
		return l.light(word)
	}
	return l.root(word)
}

// root stems a folded word; the stem is folded too.
func (l language) root(word string) string {
	if l.restore != nil {
		word = l.restore(word)
	}
	env := snowballstem.NewEnv(word)
	l.stem(env)
	term := fold(env.Current(), nil).text
	if term == "" {
		return word
	}
	return term
}
