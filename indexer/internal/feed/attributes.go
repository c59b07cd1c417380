package feed

import (
	"maps"
	"slices"
	"strings"
)

// attributeValues are the values of one attribute in one row.
type attributeValues struct {
	name   string
	values []string
}

// attributes returns a row's attributes in the order of its columns.
func (p *plan) attributes(row record) []attributeValues {
	var all []attributeValues
	take := func(column string, v any) bool {
		attribute := p.attributeColumn(column)
		if !attribute.ok {
			return false
		}
		var values []string
		for _, text := range toList(v) {
			values = append(values, splitValues(text, attribute.split)...)
		}
		if len(values) > 0 {
			all = append(all, attributeValues{attribute.name, values})
		}
		return true
	}
	if row.header != nil {
		for i, column := range row.header.names {
			switch {
			case row.cells[i] == "":
			case p.isDetail(column):
				all = append(all, p.namedValues(column, detailCells(row.cells[i]))...)
			default:
				take(column, row.cells[i])
			}
		}
		return all
	}
	for _, column := range row.columns() {
		switch v := row.object[column].(type) {
		case map[string]any:
			if p.isDetail(column) {
				all = append(all, p.namedValues(column, []any{v})...)
				continue
			}
			if take(column, v) {
				continue
			}
			for _, name := range sortedNames(v) {
				take(column+"."+name, v[name])
			}
		case []any:
			if slices.Contains(attributeObjects, columnKey(column)) || p.isDetail(column) {
				all = append(all, p.namedValues(column, v)...)
				continue
			}
			take(column, v)
		default:
			take(column, v)
		}
	}
	return append(all, p.deepAttributes(row)...)
}

// deepAttributes follows the configured paths that lead further than a member.
func (p *plan) deepAttributes(row record) []attributeValues {
	var all []attributeValues
	for _, rule := range p.rules {
		if !rule.configured || strings.Contains(rule.From, "*") ||
			(strings.Count(rule.From, ".") < 2 && !strings.Contains(rule.From, "[")) {
			continue
		}
		if values := toList(row.value(rule.From)); len(values) > 0 {
			name, _ := rule.match(rule.From)
			rule.names[name] = true
			all = append(all, attributeValues{name, values})
		}
	}
	return all
}

// productDetail is Google's column for attributes that have none of their own.
const productDetail = "productdetail"

func (p *plan) isDetail(column string) bool {
	return p.format.isGoogle() && columnKey(column) == productDetail
}

// detailCells reads that column of a table: "section:name:value", several parted
// by commas.
func detailCells(cell string) []any {
	var details []any
	for _, detail := range splitValues(cell, ",") {
		parts := strings.SplitN(detail, ":", 3)
		if len(parts) == 3 {
			details = append(details, map[string]any{"name": parts[1], "value": parts[2]})
		}
	}
	return details
}

// namedValues reads a list of objects that carry their own names, such as
// {"name": "Colour", "value": "Red"} or {"name": "Size", "options": ["S", "M"]}.
func (p *plan) namedValues(column string, list []any) []attributeValues {
	var all []attributeValues
	for _, item := range list {
		object, ok := item.(map[string]any)
		if !ok {
			continue
		}
		name := ""
		for _, key := range []string{"name", "label", "key", "attribute_name"} {
			if name == "" {
				name = toText(object[key])
			}
		}
		for _, key := range []string{"value", "values", "options", "attribute_value"} {
			if values := toList(object[key]); name != "" && len(values) > 0 {
				attribute := p.attributeColumn(column + "." + name)
				if attribute.ok {
					all = append(all, attributeValues{attribute.name, values})
				}
				break
			}
		}
	}
	return all
}

// attributeColumn says what becomes of a column: the configured rules come
// first; a column that fills a field is no attribute by itself.
func (p *plan) attributeColumn(column string) attributeColumn {
	if known, ok := p.found[column]; ok {
		return known
	}
	attribute := attributeColumn{}
	for _, rule := range p.rules {
		if name, ok := rule.match(column); ok && (rule.configured || !p.isSource(column)) {
			attribute = attributeColumn{name: name, split: rule.Split, ok: true}
			rule.names[name] = true
			break
		}
	}
	if rule, ok := automatic(column, p.format); ok && !attribute.ok && !p.isSource(column) {
		name, _ := rule.match(column)
		attribute = attributeColumn{name: name, split: rule.Split, ok: true}
		p.rules = append(p.rules, &ruleCount{AttributeRule: rule, names: map[string]bool{name: true}})
	}
	p.found[column] = attribute
	return attribute
}

// automatic is the rule by which a column is an attribute without being asked
// for.
func automatic(column string, format Format) (AttributeRule, bool) {
	lower := strings.ToLower(column)
	if object, _, nested := strings.Cut(column, "."); nested &&
		(slices.Contains(attributeObjects, columnKey(object)) || columnKey(object) == productDetail) {
		return AttributeRule{From: object + ".*"}, true
	}
	for _, prefix := range attributePrefixes {
		if strings.HasPrefix(lower, prefix) && len(column) > len(prefix) {
			return AttributeRule{From: column[:len(prefix)] + "*"}, true
		}
	}
	if format == Shopify {
		return metafield(column)
	}
	key := columnKey(column)
	if !slices.Contains(attributeNames, key) || format == WooCommerce {
		return AttributeRule{}, false
	}
	rule := AttributeRule{From: column}
	switch {
	case slices.Contains(listColumns, key):
		rule.Split = ","
	case format.isGoogle() && (key == "color" || key == "material"):
		rule.Split = "/" // Google's specification: several colours or materials of one item
	}
	return rule, true
}

func (p *plan) isSource(column string) bool {
	for _, columns := range p.sources {
		if slices.Contains(columns, column) {
			return true
		}
	}
	return false
}

// splitValues parts a cell; an empty separator keeps it whole.
func splitValues(text, separator string) []string {
	if separator == "" {
		return []string{text}
	}
	var values []string
	for value := range strings.SplitSeq(text, separator) {
		if value = strings.TrimSpace(value); value != "" {
			values = append(values, value)
		}
	}
	return values
}

// sortedNames makes what is made from a map the same in every run.
func sortedNames[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
