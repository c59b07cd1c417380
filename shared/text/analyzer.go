// Package text turns words into terms: it normalises, tokenises, drops stop
// words and stems, for products and for queries alike, once for all hosts.
//
// A text is first folded (fold.go), then cut into atoms, which are runs of
// letters, of digits or of CJK characters (atom.go), and then read by a small
// grammar: numbers and units (number.go, quantity.go), hyphenated words
// (compound.go), model numbers (code.go) and CJK runs (cjk.go). The grammar works
// on atoms and not on white space, because shops write "60w", "60-watt" and "60
// W" for one thing, and "AB-12.3" and "AB123" for another.
//
// What can be spelt in several ways is indexed in each of them: Analyze emits
// second forms, in the position of the first, and AnalyzeQuery only one form, so
// that a query is not counted twice. Offsets always refer to the original text.
// Languages without spaces other than Chinese, Japanese and Korean (Thai, Khmer)
// are not segmented.
package text

import "strings"

// Token is one term found in a text.
type Token struct {
	// Term is what is indexed: folded and stemmed.
	Term string
	// Word is the term before stemming: folded only. A word that is still being
	// typed is matched by it, and so is a Chinese character that is a word of its
	// own in a query: its term is a pair that it is in.
	Word string
	// Start and End are byte offsets of the term's source in the original text.
	Start, End int
	// Position counts words from 1; words that were dropped leave a gap, and a
	// second form of the same word has the same position.
	Position int
	// Stop marks a stop word, which only AnalyzeQuery keeps, and only in the last
	// place of a text that ends with it: it may be the beginning of another word.
	Stop bool
}

// Options choose the language of an Analyzer. They are stored in the bundle, so
// that the engine analyses a query as the indexer analysed the products.
type Options struct {
	// Language is a BCP 47 tag; only its first subtag counts. An unknown
	// language is not stemmed.
	Language string
	// StopWords is the complete list, folded; the WebAssembly carries none.
	StopWords []string
	// Protected words are never stemmed.
	Protected []string
	// Words are the words that Chinese texts are made of, folded, and WordCosts
	// how unlikely each is: the sum of the costs of its words is what makes one
	// reading of a run of characters better than another. Without any, a run is
	// read by its pairs of characters only.
	Words     []string
	WordCosts []uint32
	// Variants are pairs of characters, each of which is read as its second: the
	// Traditional characters and the Simplified ones.
	Variants string
}

// Analyzer turns texts into tokens. It is safe for concurrent use.
type Analyzer struct {
	language  language
	stop      map[string]bool
	protected map[string]bool
	stems     *stemCache
	roots     *stemCache
	words     *vocabulary
	variants  map[rune]rune
}

// New returns the analyzer for the options.
func New(options Options) *Analyzer {
	a := &Analyzer{
		language: languageOf(options.Language),
		stems:    newStemCache(),
		roots:    newStemCache(),
		variants: variantsOf(options.Variants),
	}
	a.stop = a.wordSet(options.StopWords)
	a.words = newVocabulary(options.Words, options.WordCosts, a.stop)
	a.protected = a.wordSet(options.Protected)
	for _, unit := range units {
		a.protected[unit] = true
	}
	return a
}

// Analyze returns the tokens of a product's text, in order. A line feed leaves a
// gap in the positions, so that no phrase reaches from one value to the next.
func (a *Analyzer) Analyze(s string) []Token {
	return a.analyze(s, false)
}

// AnalyzeQuery returns the tokens of a query: as Analyze, but without the second
// forms that help products to be found, and with a last stop word (see
// Token.Stop).
func (a *Analyzer) AnalyzeQuery(s string) []Token {
	return a.analyze(s, true)
}

// Fold returns the text as it is compared: without case, accents and the
// varieties of width, quote and dash, and with single spaces. Two values that a
// shopper would call the same, such as the "Café  Noir" and "CAFE NOIR" of two
// suppliers, fold to the same string.
func (a *Analyzer) Fold(s string) string {
	return strings.Join(strings.Fields(a.fold(s).text), " ")
}

func (a *Analyzer) analyze(s string, query bool) []Token {
	tokens, dropped := a.read(s, query, false)
	if dropped && len(tokens) == 0 {
		tokens, _ = a.read(s, query, true)
	}
	return tokens
}

// read returns the tokens, and whether a stop word of a text without spaces was
// left out, which keepStop forbids.
func (a *Analyzer) read(s string, query, keepStop bool) (tokens []Token, dropped bool) {
	p := newParser(a, s, query)
	defer p.release()
	p.keepStop = keepStop
	for p.i < len(p.atoms) {
		p.chunk()
	}
	return p.tokens, p.dropped
}

// wordSet returns the folded words as a set. They keep their apostrophes: "she'd"
// is a stop word, and "shed" is none.
func (a *Analyzer) wordSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[a.fold(w).text] = true
	}
	return set
}
