// Package wirejson reads wire's requests and responses from JSON, for programs
// that can afford encoding/json: the command line, the tests, any Go client.
//
// It stands apart from wire because the browser's engine, which takes requests
// as JavaScript values, must not carry a JSON parser. Unknown fields are errors:
// a misspelt filter that silently filters nothing is worse than a refusal.
package wirejson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// SearchRequest decodes one request. The error names the field at fault.
func SearchRequest(data []byte) (wire.SearchRequest, error) {
	// plain has the fields and tags of a request, but no Filters: the shallower
	// field of the outer struct hides them.
	type plain wire.SearchRequest
	var request struct {
		plain
		Filters map[string]filter `json:"filters"`
	}
	if err := decode(data, &request); err != nil {
		return wire.SearchRequest{}, fmt.Errorf("search request: %w", err)
	}
	result := wire.SearchRequest(request.plain)
	if request.Filters != nil {
		result.Filters = make(map[string]wire.Filter, len(request.Filters))
		for field, f := range request.Filters {
			result.Filters[field] = wire.Filter(f)
		}
	}
	return result, nil
}

// SearchResponse decodes one response.
func SearchResponse(data []byte) (wire.SearchResponse, error) {
	type plain wire.SearchResponse
	var response struct {
		plain
		Understood []understood `json:"understood"`
	}
	if err := decode(data, &response); err != nil {
		return wire.SearchResponse{}, fmt.Errorf("search response: %w", err)
	}
	result := wire.SearchResponse(response.plain)
	for _, u := range response.Understood {
		result.Understood = append(result.Understood, wire.Understood{
			Field: u.Field, Label: u.Label, Filter: wire.Filter(u.Filter), Text: u.Text, Rest: u.Rest,
		})
	}
	return result, nil
}

// understood is wire.Understood with a filter that can be read.
type understood struct {
	Field, Label string
	Filter       filter
	Text, Rest   string
}

// filter is wire.Filter with its two shapes in JSON.
type filter wire.Filter

func (f *filter) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '[':
		return json.Unmarshal(data, &f.Values)
	case '{':
		var bounds struct {
			Min *float64 `json:"min"`
			Max *float64 `json:"max"`
		}
		if err := decode(data, &bounds); err != nil {
			return fmt.Errorf("range filter: %w", err)
		}
		f.Min, f.Max = bounds.Min, bounds.Max
		return nil
	}
	return fmt.Errorf(`a filter is an array of strings or {"min": number, "max": number}, not %s`, data)
}

// decode reads exactly one JSON value, with no unknown fields.
func decode(data []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more follows after the JSON value")
	}
	return nil
}
