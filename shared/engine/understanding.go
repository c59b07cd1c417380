package engine

import (
	"maps"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
	textquery "github.com/vitrine-search/vitrine/shared/query"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// understanding is a request as the engine understands it.
type understanding struct {
	query query
	// filters are those of the request and those understood.
	filters    map[string]wire.Filter
	understood []wire.Understood
}

// read reads what the text of a request says beyond its words. A filter that the
// request itself gives for a field wins; the words that said another are still
// not searched for.
func (e *Engine) read(request wire.SearchRequest) understanding {
	options := textquery.Options{Stands: e.stands}
	price, priced := e.byName[product.FieldPrice]
	if !request.Verbatim {
		options.Has = e.valueCalled
		if priced && e.columns[price].Len() > 0 {
			numbers := e.columns[price].Numbers
			options.Sells = func(least, most *float64) bool {
				from, to := numberRange(numbers, least, most)
				return from < to
			}
		}
	}
	said := textquery.Read(request.Query, options)
	r := understanding{query: e.parse(said.Words, request.Verbatim, said.Phrases...), filters: request.Filters}
	r.query.browsing = strings.TrimSpace(said.Words) == ""
	r.query.allowed = e.allowed(request.Query, said)
	for _, v := range said.Values {
		r.understand(e.understoodValue(v))
	}
	if p := said.Price; p != nil {
		r.understand(wire.Understood{
			Field: product.FieldPrice, Label: e.settings.Fields[price].Label,
			Filter: wire.Filter{Min: p.Min, Max: p.Max}, Text: p.Text, Rest: p.Rest,
		})
	}
	return r
}

// understand adds a filter unless there is one on its field.
func (r *understanding) understand(u wire.Understood) {
	if given, ok := r.filters[u.Field]; ok && (len(given.Values) > 0 || given.Min != nil || given.Max != nil) {
		return
	}
	// The request's map is the caller's.
	if len(r.understood) == 0 {
		r.filters = maps.Clone(r.filters)
		if r.filters == nil {
			r.filters = make(map[string]wire.Filter)
		}
	}
	r.filters[u.Field] = u.Filter
	r.understood = append(r.understood, u)
}

func (e *Engine) understoodValue(v textquery.Value) wire.Understood {
	f := e.settings.Fields[e.byName[v.Field]]
	return wire.Understood{Field: v.Field, Label: f.Label, Filter: wire.Filter{Values: []string{v.Value}}, Text: v.Text, Rest: v.Rest}
}

// sizeNames are what the field of a size is called; 码 alone stands for any.
var sizeNames = []string{"size", "尺码", "鞋码", "码数", "尺寸"}

// valueCalled returns the field that shoppers call so and that has the value, as
// textquery.Options.Has wants it. A field is called by the last word of its name or
// label: "shoe_size" and "Shoe size" are the size.
func (e *Engine) valueCalled(name, value string) (textquery.Value, bool) {
	for i, f := range e.settings.Fields {
		if f.Name == product.FieldPrice || !isCalled(f.Name, name) && !isCalled(f.Label, name) {
			continue
		}
		for _, spelling := range []string{value, strings.ToUpper(value)} {
			if _, ok, err := e.valueNumber(i, spelling); ok && err == nil {
				return textquery.Value{Field: f.Name, Value: spelling}, true
			}
		}
	}
	return textquery.Value{}, false
}

func isCalled(field, name string) bool {
	field = strings.ReplaceAll(field, "_", " ")
	last := strings.ToLower(field[strings.LastIndexByte(field, ' ')+1:])
	return last == name || name == "码" && slices.Contains(sizeNames, last)
}
