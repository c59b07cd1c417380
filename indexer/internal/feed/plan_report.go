package feed

import (
	"maps"
	"slices"
	"strings"
)

// see remembers the columns of a row, for the report.
func (p *plan) see(row record) {
	if row.header != nil && len(p.order) > 0 {
		return
	}
	var fresh []string
	if row.header != nil {
		fresh = row.header.names
	}
	for column := range row.object {
		if !p.columns[column] {
			fresh = append(fresh, column)
		}
	}
	if row.object != nil {
		slices.Sort(fresh) // a map has no order, and a report must have one
	}
	for _, column := range fresh {
		if column != "" && !p.columns[column] {
			p.columns[column] = true
			p.order = append(p.order, column)
		}
	}
}

// describe writes the mapping into the report.
func (p *plan) describe(report *FileReport) {
	report.Format = p.format
	if p.delimiter != 0 {
		report.Delimiter = string(p.delimiter)
	}
	for _, field := range Fields {
		_, configured := p.mapping.Fields[field]
		source := Source{
			Name: string(field), From: p.sources[field], Fixed: p.fixed[field],
			Configured: configured || p.fixed[field] != "",
		}
		if len(source.From) > 0 || source.Fixed != "" {
			report.Mapping = append(report.Mapping, source)
		}
	}
}

// conclude writes into the report what only all rows together show.
func (p *plan) conclude(report *FileReport, c *collector, shop string) {
	used := map[string]bool{}
	for _, columns := range p.sources {
		for _, column := range columns {
			used[column] = true
			top, _, _ := strings.Cut(column, ".")
			top, _, _ = strings.Cut(top, "[")
			used[top] = true
		}
	}
	for column, attribute := range p.found {
		if attribute.ok {
			top, _, _ := strings.Cut(column, ".")
			used[column], used[top] = true, true
		}
	}
	for _, column := range p.order {
		if !used[column] && !isStructure(p.format, column) {
			report.Unused = append(report.Unused, column)
		}
	}
	for _, rule := range p.rules {
		if len(rule.names) > 0 || rule.configured {
			report.Attributes = append(report.Attributes, rule.source())
		}
		if rule.configured && len(rule.names) == 0 {
			c.warn("feed.attributes: no column matches %q", rule.From)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.mapping.FixedAttributes)) {
		report.Attributes = append(report.Attributes, Source{Name: name, Fixed: p.mapping.FixedAttributes[name], Configured: true})
	}
	for _, field := range Fields {
		columns := p.mapping.Fields[field]
		if len(columns) > 0 && !slices.ContainsFunc(columns, func(column string) bool { return p.met[column] }) && p.delimiter == 0 {
			c.warn("feed.mapping.%s: no row has %s", field, strings.Join(columns, " or "))
		}
	}
	for _, code := range slices.Sorted(maps.Keys(p.currencies)) {
		if shop != "" && code != shop {
			c.warn("prices are in %s, but the shop's currency is %s", code, shop)
		}
	}
	if shop == "" && len(p.currencies) > 1 {
		c.warn("prices are in several currencies: %s", strings.Join(slices.Sorted(maps.Keys(p.currencies)), ", "))
	}
}

// source shows a rule: one attribute, or how many a pattern found.
func (r *ruleCount) source() Source {
	s := Source{Name: r.From, From: []string{r.From}, Configured: r.configured}
	switch {
	case strings.Contains(r.From, "*"):
		s.Name = "* (" + count(len(r.names), "attribute") + ")"
	case r.Name != "":
		s.Name = r.Name
	}
	return s
}

// isStructure is true for columns that a format's own rules read.
func isStructure(format Format, column string) bool {
	key := columnKey(column)
	switch format {
	case Shopify:
		for _, keys := range shopifyColumns {
			if slices.Contains(keys, key) {
				return true
			}
		}
		return strings.HasPrefix(key, "option")
	case WooCommerce:
		return strings.HasPrefix(key, "attribute") ||
			slices.Contains([]string{"type", "parent", "published", "visibilityincatalog", "backordersallowed", "tags"}, key)
	}
	return key == "variants" || key == "options" || slices.Contains(attributeObjects, key)
}
