package feed

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// record is one row of a file, whatever its format: named values that came
// together, and the line on which they begin. A table's record is its cells; a
// record of JSON or XML is an object of nil, bool, json.Number, string, []any
// and map[string]any.
type record struct {
	line   int
	header *header
	cells  []string
	object map[string]any
}

// header names the cells of a table's records.
type header struct {
	names []string
	index map[string]int
}

func newHeader(names []string) *header {
	h := &header{names: names, index: make(map[string]int, len(names))}
	for i, name := range names {
		if _, taken := h.index[name]; !taken && name != "" {
			h.index[name] = i
		}
	}
	return h
}

// value returns what stands at a path: a column's name as it is written, or, in
// an object, keys joined by dots, each with an optional [index].
func (r record) value(path string) any {
	if r.header != nil {
		if i, ok := r.header.index[path]; ok {
			return r.cells[i]
		}
		return nil
	}
	return lookUp(r.object, path)
}

// lookUp tries the whole path as one key first, since keys may hold dots.
func lookUp(object map[string]any, path string) any {
	if v, ok := object[path]; ok {
		return v
	}
	key, rest, nested := strings.Cut(path, ".")
	name, index, indexed := strings.Cut(key, "[")
	v, ok := object[name]
	if !ok {
		return nil
	}
	if indexed {
		i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
		list, isList := v.([]any)
		if err != nil || !isList || i < 0 || i >= len(list) {
			return nil
		}
		v = list[i]
	}
	if !nested {
		return v
	}
	if inner, ok := v.(map[string]any); ok {
		return lookUp(inner, rest)
	}
	return nil
}

// columns returns the names at the top of the record, in the table's order or
// sorted, so that two runs agree.
func (r record) columns() []string {
	if r.header != nil {
		return r.header.names
	}
	return slices.Sorted(maps.Keys(r.object))
}

// toText is a value in words: of a list the first that has any, of an object
// the member that names it. A JSON number loses the zeros that say nothing
// ("6.0" is "6"); true is "yes" and false is "no", as a shopper would read them.
func toText(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return numberText(v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []any:
		for _, item := range v {
			if s := toText(item); s != "" {
				return s
			}
		}
	case map[string]any:
		return objectText(v)
	}
	return ""
}

// objectText names an object: {"name": "Chairs"}, {"src": "a.jpg"}, or a
// quantity such as {"value": 12, "unit": "cm"}.
func objectText(object map[string]any) string {
	for _, key := range []string{"name", "title", "label", "value", "text", "src", "url", "href"} {
		if s := toText(object[key]); s != "" {
			if unit := toText(object["unit"]); unit != "" && key == "value" {
				s += " " + unit
			}
			return s
		}
	}
	return ""
}

// toList is every value in words.
func toList(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var texts []string
	for _, item := range list {
		if s := toText(item); s != "" {
			texts = append(texts, s)
		}
	}
	return texts
}

// numberText keeps whole numbers digit by digit, since they may be identifiers
// beyond a float's precision.
func numberText(n json.Number) string {
	s := n.String()
	if !strings.ContainsAny(s, ".eE") {
		return s
	}
	f, err := n.Float64()
	if err != nil || f > 1e15 || f < -1e15 {
		return s
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
