// Package text turns words into terms: it normalises, tokenises, drops stop
// words and stems, for products and for queries alike, once for all hosts.
package text

// Token is one term found in a text.
type Token struct {
	// Term is what is indexed: folded and stemmed.
	Term string
	// Word is the term before stemming: folded only. A word that is still being
	// typed is matched by it.
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
}

// Analyzer turns texts into tokens. It is safe for concurrent use.
type Analyzer struct {
	options Options
}

// New returns the analyzer for the options.
func New(options Options) *Analyzer {
	return &Analyzer{options: options}
}

// Analyze returns the tokens of a product's text, in order.
func (a *Analyzer) Analyze(s string) []Token {
	panic("not yet written")
}

// AnalyzeQuery returns the tokens of a query: as Analyze, but without the second
// forms that help products to be found, and with a last stop word (see
// Token.Stop).
func (a *Analyzer) AnalyzeQuery(s string) []Token {
	panic("not yet written")
}
