package feed

import (
	"cmp"
	"maps"
	"slices"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
	"github.com/vitrine-search/vitrine/indexer/internal/nearest"
)

// plan is how one file is understood: which columns its fields and attributes
// are taken from.
type plan struct {
	format    Format
	delimiter byte
	sources   map[Field][]string
	fixed     map[Field]string
	mapping   Mapping
	mark      decimalMark
	// shopifyAPI is true for JSON in the shape of Shopify's products.json.
	shopifyAPI bool
	// found has, for each column seen, how it becomes an attribute.
	found map[string]attributeColumn
	// rules has the number of attributes that each rule gave.
	rules []*ruleCount
	// columns are all that were seen in any row, order keeps their order.
	columns map[string]bool
	order   []string
	// currencies counts the ISO codes that prices name.
	currencies map[string]int
	// met counts the rows in which a configured column was found.
	met map[string]bool
}

// attributeColumn is what becomes of one column's values.
type attributeColumn struct {
	name  string
	split string
	ok    bool
}

type ruleCount struct {
	AttributeRule
	configured bool
	names      map[string]bool
}

// newPlan chooses the mapping: the format's own, else by the columns' names, and
// over both what the configuration says.
func newPlan(in *input, sampled *sampleRows, options Options) (*plan, error) {
	rows := sampled.good()
	p := &plan{
		format: in.format, delimiter: in.delimiter, mapping: options.Mapping,
		sources: map[Field][]string{}, fixed: options.Mapping.Fixed,
		found: map[string]attributeColumn{}, columns: map[string]bool{},
		currencies: map[string]int{}, met: map[string]bool{},
	}
	for _, row := range rows {
		p.see(row)
	}
	if len(sampled.rows) == 0 {
		return nil, &fault.Error{File: in.path, Detail: "there is no product in it", Hint: hintCutOff}
	}
	switch in.format {
	case Shopify:
		p.sources = shopifySources(p.order)
	case WooCommerce:
		p.sources = wooSources(p.order)
	default:
		p.sources = findSources(candidates(rows, p.order))
		p.shopifyAPI = p.columns["handle"] && p.columns["body_html"] && p.columns["variants"]
	}
	for _, rule := range options.Mapping.Attributes {
		p.rules = append(p.rules, &ruleCount{AttributeRule: rule, configured: true, names: map[string]bool{}})
	}
	if err := p.configure(in); err != nil {
		return nil, err
	}
	for _, field := range []Field{ID, Title} {
		if len(p.sources[field]) == 0 && len(rows) > 0 {
			return nil, &fault.Error{
				File: in.path, Line: rows[0].line,
				Detail: "no column for the " + string(field) + " among: " + shorten(p.order),
				Hint:   "name it in the configuration, under feed.mapping." + string(field),
			}
		}
	}
	p.mark = p.decide(rows)
	return p, nil
}

// candidates are the columns, and in JSON also the members of objects in them.
func candidates(rows []record, columns []string) []string {
	nested := map[string]bool{}
	for _, row := range rows {
		for key, v := range row.object {
			if inner, ok := v.(map[string]any); ok {
				for name := range inner {
					nested[key+"."+name] = true
				}
			}
		}
	}
	return append(slices.Clone(columns), slices.Sorted(maps.Keys(nested))...)
}

// findSources finds the fields by the names of the columns.
func findSources(columns []string) map[Field][]string {
	sources := map[Field][]string{}
	for field := range aliases {
		var named []string
		for _, column := range columns {
			if rankAlias(field, column) >= 0 {
				named = append(named, column)
			}
		}
		slices.SortStableFunc(named, func(a, b string) int {
			return cmp.Compare(rankAlias(field, a), rankAlias(field, b))
		})
		if len(named) > 0 {
			sources[field] = named
		}
	}
	return sources
}

// configure lays the configuration over what was found.
func (p *plan) configure(in *input) error {
	for field, names := range p.mapping.Fields {
		var resolved []string
		missing := ""
		for _, name := range names {
			if column, ok := p.column(name); ok {
				resolved = append(resolved, column)
			} else {
				missing = name
			}
		}
		// All rows of a table have the same columns, so a name that is not there is
		// a slip; an object may have a member that the first ones lack.
		if len(resolved) == 0 && missing != "" && in.delimiter != 0 {
			hint := "its columns are " + shorten(p.order)
			if near := nearest.Name(missing, p.order); near != "" {
				hint = "did you mean \"" + near + "\"?"
			}
			return &fault.Error{
				File: in.path, Line: 1, Hint: hint,
				Detail: "feed.mapping." + string(field) + " names the column \"" + missing + "\", which the file does not have",
			}
		}
		if in.delimiter == 0 {
			resolved = names
		}
		p.sources[field] = resolved
	}
	return nil
}

// column finds a column as it is written, or else but for case and punctuation.
func (p *plan) column(name string) (string, bool) {
	if p.columns[name] {
		return name, true
	}
	for _, column := range p.order {
		if columnKey(column) == columnKey(name) {
			return column, true
		}
	}
	return "", false
}

// decide settles the decimal mark. Formats written by programs have a point; in
// any other table the prices that leave no doubt decide for the rest.
func (p *plan) decide(rows []record) decimalMark {
	switch {
	case p.mapping.Decimal == "comma":
		return ','
	case p.mapping.Decimal == "point" || p.format != CSV:
		return '.'
	}
	points, commas := 0, 0
	for _, row := range rows {
		for _, field := range []Field{Price, SalePrice, ListPrice} {
			for _, column := range p.sources[field] {
				switch decimalEvidence(toText(row.value(column))) {
				case '.':
					points++
				case ',':
					commas++
				}
			}
		}
	}
	switch {
	case points > commas:
		return '.'
	case commas > points:
		return ','
	}
	return 0
}
