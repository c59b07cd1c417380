//go:build js

package jsbridge

import (
	"fmt"
	"syscall/js"

	"github.com/vitrine-search/vitrine/shared/engine"
	"github.com/vitrine-search/vitrine/shared/wire"
)

// SearchRequest reads argument i. It fails with an *engine.RequestError.
func (a Arguments) SearchRequest(i int) (wire.SearchRequest, error) {
	var request wire.SearchRequest
	err := members(a.at(i), "the search request", func(name string, v js.Value) (bool, error) {
		switch name {
		case "query":
			return true, readText(v, name, &request.Query)
		case "limit":
			return true, readInt(v, name, &request.Limit)
		case "offset":
			return true, readInt(v, name, &request.Offset)
		case "sort":
			return true, readText(v, name, &request.Sort)
		case "filters":
			return true, readFilters(v, &request.Filters)
		case "explain":
			return true, readBool(v, name, &request.Explain)
		case "verbatim":
			return true, readBool(v, name, &request.Verbatim)
		case "stages":
			return true, readInt(v, name, &request.Stages)
		}
		return false, nil
	})
	return request, badRequest(err)
}

// SuggestRequest reads argument i. It fails with an *engine.RequestError.
func (a Arguments) SuggestRequest(i int) (wire.SuggestRequest, error) {
	var request wire.SuggestRequest
	err := members(a.at(i), "the suggest request", func(name string, v js.Value) (bool, error) {
		switch name {
		case "query":
			return true, readText(v, name, &request.Query)
		case "limit":
			return true, readInt(v, name, &request.Limit)
		case "no_products":
			return true, readBool(v, name, &request.NoProducts)
		}
		return false, nil
	})
	return request, badRequest(err)
}

func badRequest(err error) error {
	if err == nil {
		return nil
	}
	return &engine.RequestError{Message: err.Error()}
}

func readFilters(v js.Value, into *map[string]wire.Filter) error {
	filters := make(map[string]wire.Filter)
	err := members(v, "filters", func(field string, v js.Value) (bool, error) {
		filter, err := readFilter(v, "filters."+field)
		filters[field] = filter
		return true, err
	})
	*into = filters
	return err
}

func readFilter(v js.Value, path string) (wire.Filter, error) {
	var filter wire.Filter
	if v.Type() != js.TypeObject {
		return filter, fmt.Errorf("%s must be an array of strings or {min, max}, not %s", path, typeName(v))
	}
	if isArray(v) {
		filter.Values = make([]string, v.Length())
		for i := range filter.Values {
			if err := readText(v.Index(i), fmt.Sprintf("%s[%d]", path, i), &filter.Values[i]); err != nil {
				return filter, err
			}
		}
		return filter, nil
	}
	return filter, members(v, path, func(name string, v js.Value) (bool, error) {
		bound := new(float64)
		switch name {
		case "min":
			filter.Min = bound
		case "max":
			filter.Max = bound
		default:
			return false, nil
		}
		return true, readNumber(v, path+"."+name, bound)
	})
}
