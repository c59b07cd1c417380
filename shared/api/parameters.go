package api

import (
	"fmt"
	"maps"
	"math"
	"net/url"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// maxQueryString bounds the part of the address after "?", in bytes: room for
// every facet of a shop, and no more work than that for a hostile caller.
const maxQueryString = 8 << 10

// parameters are those of one address. Each is removed when it is read; what is
// left at the end is unknown, and an error: a misspelt filter that silently
// filters nothing would show the shopper the wrong products.
type parameters struct {
	values url.Values
	// err is the first thing that was wrong.
	err error
}

// parseParameters splits a query string. A parameter with an empty value counts
// as absent, as plain HTML forms send every field.
func parseParameters(query string) *parameters {
	p := &parameters{}
	if len(query) > maxQueryString {
		p.err = errTooLong
		return p
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		p.fail("the parameters cannot be decoded: %v", err)
	}
	for name, list := range values {
		if !utf8.ValidString(name) || slices.ContainsFunc(list, invalidUTF8) {
			p.fail("%+q: the parameter is not UTF-8", name)
		}
		values[name] = slices.DeleteFunc(list, func(v string) bool { return v == "" })
	}
	maps.DeleteFunc(values, func(_ string, list []string) bool { return len(list) == 0 })
	p.values = values
	return p
}

func invalidUTF8(s string) bool { return !utf8.ValidString(s) }

// fail keeps the first error.
func (p *parameters) fail(format string, args ...any) {
	if p.err == nil {
		p.err = &engine.RequestError{Message: fmt.Sprintf(format, args...)}
	}
}

// done returns what was wrong; a parameter that nobody has read is.
func (p *parameters) done() error {
	for _, name := range slices.Sorted(maps.Keys(p.values)) {
		p.fail("%.100q: there is no such parameter", name)
	}
	return p.err
}

// text reads a parameter that may be given once.
func (p *parameters) text(name string) string {
	list := p.values[name]
	delete(p.values, name)
	if len(list) > 1 {
		p.fail("%s: given %d times; give it once", name, len(list))
	}
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// whole reads a whole number of at least least; 0 if it is absent. The upper
// bound is the engine's to know.
func (p *parameters) whole(name string, least int) int {
	text := p.text(name)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least {
		p.fail("%s: %.100q is not a whole number from %d", name, text, least)
	}
	return n
}

// flag reads a switch.
func (p *parameters) flag(name string) bool {
	text := p.text(name)
	if text != "" && text != "0" && text != "1" {
		p.fail("%s: %.100q is neither 1 nor 0", name, text)
	}
	return text == "1"
}

// number reads a number; nil if it is absent.
func (p *parameters) number(name string) *float64 {
	text := p.text(name)
	if text == "" {
		return nil
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		p.fail("%s: %.100q is not a number", name, text)
	}
	return &f
}

func (p *parameters) searchRequest() (wire.SearchRequest, error) {
	request := wire.SearchRequest{
		Query:    p.text("q"),
		Limit:    p.whole("limit", 1),
		Offset:   p.whole("offset", 0),
		Sort:     p.text("sort"),
		Explain:  p.flag("explain"),
		Verbatim: p.flag("verbatim"),
		Stages:   p.whole("stages", 1),
		Filters:  p.filters(),
	}
	return request, p.done()
}

func (p *parameters) suggestRequest() (wire.SuggestRequest, error) {
	request := wire.SuggestRequest{Query: p.text("q"), Limit: p.whole("limit", 1), NoProducts: p.flag("no_products")}
	return request, p.done()
}
