// Package wire is what crosses a boundary: the requests an engine takes and the
// responses it gives, in the browser, at the edge and on the command line.
//
// The TypeScript types and the JSON writers are generated from this package
// (go generate ./shared/wire), because encoding/json alone would add 118 kB of
// brotli to the WebAssembly. The struct tags are those of encoding/json, so that
// any Go program can read a response with it; a test holds the two equal.
package wire

//go:generate go run ./internal/generate

// SearchRequest asks for one page of products. The zero value browses the whole
// catalogue by relevance.
type SearchRequest struct {
	Query string `json:"query"`
	// Limit is the page's size, 1 to 100; 0 means 20.
	Limit int `json:"limit,omitempty"`
	// Offset is how many hits come before the page.
	Offset int `json:"offset,omitempty"`
	// Sort is "relevance" (also when empty), "price_asc" or "price_desc".
	Sort string `json:"sort,omitempty"`
	// Filters narrow by field; a product must pass all of them.
	Filters map[string]Filter `json:"filters,omitempty"`
	// Verbatim searches for what was typed: no word is corrected, none stands for
	// its relatives, synonyms or compounds, and no filter is read out of the words.
	Verbatim bool `json:"verbatim,omitempty"`
	// Explain asks for the parts of every score.
	Explain bool `json:"explain,omitempty"`
	// Stages is how many stages rank, 1 or 2; 0 means all that are loaded. Who asks for
	// a further page asks for as many as ranked the first, or hits could come twice.
	Stages int `json:"stages,omitempty"`
}

// SearchResponse is one page of products, with what a storefront needs to draw it.
type SearchResponse struct {
	// Query is the query as it was given.
	Query string `json:"query"`
	// Corrections are the words that no product has and what was searched for in
	// their place; CorrectedQuery is the query with them. Both are absent where
	// nothing was corrected.
	Corrections    []Correction `json:"corrections,omitempty"`
	CorrectedQuery string       `json:"corrected_query,omitempty"`
	Hits           []Hit        `json:"hits"`
	// Total counts all products that match, on every page.
	Total int `json:"total"`
	// AllWords counts those of them that match every word of the query, as it was
	// typed or by what stands for it; where it is 0 and Total is not, no product
	// has all words.
	AllWords int `json:"all_words"`
	// Facets has the counts of each facet's values by field name; a facet
	// ignores its own filter, so that several of its values can be chosen.
	Facets map[string][]FacetValue `json:"facets"`
	// FacetOrder names the facets in the order in which to show them.
	FacetOrder []FacetInfo `json:"facet_order"`
	// Understood are the filters that were read out of the query's words and are
	// in force beside those of the request.
	Understood []Understood `json:"understood,omitempty"`
	// Currency is the ISO 4217 code of every price.
	Currency string `json:"currency"`
	// Stages is how many stages ranked: 2 if the second was loaded.
	Stages int `json:"stages"`
	// EngineMS is the time the engine took to find and rank, in milliseconds,
	// without the loading of cards.
	EngineMS float64 `json:"engine_ms"`
}

// Understood is one filter that the words of a query said.
type Understood struct {
	Field  string `json:"field"`
	Label  string `json:"label,omitempty"`
	Filter Filter `json:"filter"`
	// Text are the words that said it, Rest the query without them: to search for
	// Rest is to take the filter away.
	Text string `json:"text"`
	Rest string `json:"rest"`
}

// Correction is one word that was read otherwise than it was typed; it may have
// been meant for two.
type Correction struct {
	Typed string `json:"typed"`
	Meant string `json:"meant"`
}

// FacetInfo names one facet for people.
type FacetInfo struct {
	Field string `json:"field"`
	Label string `json:"label"`
	// Kind is "text" or "number".
	Kind string `json:"kind"`
	Unit string `json:"unit,omitempty"`
	// Min and Max are the ends of a number's facet: the least and the greatest
	// value of the products that it counts.
	Min *float64 `json:"min,omitempty"`
	Max *float64 `json:"max,omitempty"`
}

// FacetValue is one value of a facet, or one range of a number's facet, with
// the count of the products that choosing it would leave.
type FacetValue struct {
	Value string `json:"value"`
	Count int    `json:"count"`
	// Min and Max, both included, are set for ranges; an open end is absent. A
	// filter on them leaves the products that were counted.
	Min *float64 `json:"min,omitempty"`
	Max *float64 `json:"max,omitempty"`
}

// Hit is one product of the page, with its display card.
type Hit struct {
	ID           string   `json:"id"`
	Title        string   `json:"title"`
	Brand        string   `json:"brand,omitempty"`
	Category     []string `json:"category,omitempty"`
	URL          string   `json:"url,omitempty"`
	Image        string   `json:"image,omitempty"`
	Price        *float64 `json:"price,omitempty"`
	ListPrice    *float64 `json:"list_price,omitempty"`
	Rating       *float64 `json:"rating,omitempty"`
	Reviews      int      `json:"reviews,omitempty"`
	Availability string   `json:"availability,omitempty"`
	// Variant is the variant that matched the query or the filters, where the
	// product has several and one of them did.
	Variant *Variant `json:"variant,omitempty"`
	// Score is the relevance, rounded to 1e-5; 0 when browsing.
	Score float64 `json:"score"`
	// TitleMatches are the parts of Title to emphasise.
	TitleMatches []Range      `json:"title_matches,omitempty"`
	Explanation  *Explanation `json:"explanation,omitempty"`
}

// Variant is the choice within a product that a hit stands for.
type Variant struct {
	ID           string   `json:"id,omitempty"`
	Options      []Option `json:"options"`
	Price        *float64 `json:"price,omitempty"`
	URL          string   `json:"url,omitempty"`
	Image        string   `json:"image,omitempty"`
	Availability string   `json:"availability,omitempty"`
}

// Option is one choice that a variant stands for.
type Option struct {
	// Name is what people read, such as "Colour".
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Range is a half-open span of a string, [Start, End), in UTF-16 code units:
// what JavaScript's slice takes.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Explanation is one part of a score and the parts it was made of.
type Explanation struct {
	Value       float64       `json:"value"`
	Description string        `json:"description"`
	Details     []Explanation `json:"details,omitempty"`
}
