package wire

// SuggestRequest asks what a shopper may mean who has typed so much.
type SuggestRequest struct {
	Query string `json:"query"`
	// Limit is 1 to 20; 0 means 8.
	Limit int `json:"limit,omitempty"`
	// NoProducts leaves products out, for a caller that searches as well.
	NoProducts bool `json:"no_products,omitempty"`
}

// SuggestResponse lists suggestions, best first: queries that begin with what was
// typed, completions of its last word, categories and brands, then products. No
// two of them search for the same words in the same scope.
type SuggestResponse struct {
	Query       string       `json:"query"`
	Suggestions []Suggestion `json:"suggestions"`
	// EngineMS is the time the engine took in milliseconds, but for products, which
	// take a search and the loading of their cards.
	EngineMS float64 `json:"engine_ms"`
}

// Suggestion is one query to search for instead, or one product to open.
type Suggestion struct {
	Text string `json:"text"`
	// Kind is "query", "completion" (of the last word typed), "category", "brand"
	// or "product".
	Kind string `json:"kind"`
	// Scope is a filter to apply together with Text.
	Scope *Scope `json:"scope,omitempty"`
	// Matches are the parts of Text that were typed already.
	Matches []Range `json:"matches,omitempty"`
	// ID, URL and Image are those of a product.
	ID    string `json:"id,omitempty"`
	URL   string `json:"url,omitempty"`
	Image string `json:"image,omitempty"`
}

// Scope is where in the shop to search: a filter of one value.
type Scope struct {
	Field string `json:"field"`
	Value string `json:"value"`
	// Label is the value for people, such as a category without the path to it.
	Label string `json:"label"`
}

// Health says what an engine has open.
type Health struct {
	// Status is "ok" when searches are answered.
	Status string `json:"status"`
	// Engine is the engine's version, Format the bundle's.
	Engine string `json:"engine"`
	Format int    `json:"format"`
	Shop   string `json:"shop"`
	// Products counts the catalogue.
	Products int `json:"products"`
	// Fields are those that can be filtered on, in the order in which facets are shown.
	Fields []FacetInfo `json:"fields"`
	// SIMD says whether vectors are compared with the host's SIMD instructions,
	// checked when the bundle was opened. It changes the speed and no answer.
	SIMD bool `json:"simd"`
	// SecondStage says whether what the second stage of the ranking needs is loaded.
	// Until it is, and in a bundle without, the first stage ranks alone.
	SecondStage bool `json:"second_stage"`
}

// Error is what a failed request answers.
type Error struct {
	// Code is one word from the list in the errors' documentation, such as
	// "bad_request", "not_found", "bundle_corrupt" or "internal".
	Code string `json:"code"`
	// Message says what is wrong and what to do, in a sentence.
	Message string `json:"message"`
}
