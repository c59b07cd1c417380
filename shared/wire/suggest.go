package wire

// SuggestRequest asks for whole queries that begin with what was typed so far.
type SuggestRequest struct {
	Query string `json:"query"`
	// Limit is 1 to 20; 0 means 8.
	Limit int `json:"limit,omitempty"`
}

// SuggestResponse lists suggestions, best first.
type SuggestResponse struct {
	Query       string       `json:"query"`
	Suggestions []Suggestion `json:"suggestions"`
}

// Suggestion is one query to search for instead.
type Suggestion struct {
	Text string `json:"text"`
	// Matches are the parts of Text that were typed already.
	Matches []Range `json:"matches,omitempty"`
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
	// SIMD says whether vectors are compared with the host's SIMD instructions,
	// checked when the bundle was opened. It changes the speed and no answer.
	SIMD bool `json:"simd"`
}

// Error is what a failed request answers.
type Error struct {
	// Code is one word from the list in the errors' documentation, such as
	// "bad_request", "not_found", "bundle_corrupt" or "internal".
	Code string `json:"code"`
	// Message says what is wrong and what to do, in a sentence.
	Message string `json:"message"`
}
