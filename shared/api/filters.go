package api

import (
	"maps"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/wire"
)

// The prefixes of the parameters that filter; the field's name follows as it is.
// The ends of a range have prefixes of their own, so that no text value and no
// field can be mistaken for one.
const (
	valuePrefix = "filter."
	minPrefix   = "min."
	maxPrefix   = "max."
)

// filters reads all the filters; nil if there are none.
func (p *parameters) filters() map[string]wire.Filter {
	filters := map[string]wire.Filter{}
	for _, name := range slices.Sorted(maps.Keys(p.values)) {
		prefix, field, _ := strings.Cut(name, ".")
		filter := filters[field]
		switch prefix + "." {
		case valuePrefix:
			filter.Values = p.values[name]
			delete(p.values, name)
		case minPrefix:
			filter.Min = p.number(name)
		case maxPrefix:
			filter.Max = p.number(name)
		default:
			continue
		}
		if field == "" {
			p.fail("%s: name the field after the dot", name)
		}
		filters[field] = filter
	}
	for field, filter := range filters {
		p.checkFilter(field, filter)
	}
	if len(filters) == 0 {
		return nil
	}
	return filters
}

// checkFilter refuses a filter that no product can mean.
func (p *parameters) checkFilter(field string, filter wire.Filter) {
	ranged := filter.Min != nil || filter.Max != nil
	switch {
	case ranged && filter.Values != nil:
		p.fail("%s%s: give values or a range, not both", valuePrefix, field)
	case filter.Min != nil && filter.Max != nil && *filter.Min > *filter.Max:
		p.fail("%s%s: is above %s%s", minPrefix, field, maxPrefix, field)
	}
}
