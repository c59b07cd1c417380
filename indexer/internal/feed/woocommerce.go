package feed

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// wooSources is the preset for the CSV that WooCommerce exports, as far as the
// file has the columns.
func wooSources(columns []string) map[Field][]string {
	sources := map[Field][]string{
		ID: {"ID", "SKU"}, Title: {"Name"}, Description: {"Description", "Short description"},
		Brand: {"Brands", "Brand"}, Category: {"Categories"}, Price: {"Regular price"}, SalePrice: {"Sale price"},
		URL: {"Permalink", "External URL"}, Image: {"Images"}, Availability: {"In stock?"}, SKU: {"SKU"},
	}
	for field := range sources {
		sources[field] = slices.DeleteFunc(sources[field], func(name string) bool {
			return !slices.Contains(columns, name)
		})
	}
	return sources
}

// wooCommerce joins variations to the variable products that are their parents,
// which may stand before or after them in the file.
type wooCommerce struct {
	plan      *plan
	collector *collector
	rows      []*wooRow
	// byKey finds parents: by SKU, by ID, and by "id:" and the ID.
	byKey map[string]*wooRow
	lines map[string]int
}

type wooRow struct {
	product   product.Product
	line      int
	sku       string
	parent    string
	variation bool
	hidden    string
	options   []product.Option
}

func newWooCommerce(p *plan, c *collector) *wooCommerce {
	return &wooCommerce{plan: p, collector: c, byKey: map[string]*wooRow{}, lines: map[string]int{}}
}

func (w *wooCommerce) add(row record) error {
	p := product.Product{ID: w.plan.line(row, ID), Title: w.plan.line(row, Title)}
	kind := strings.ToLower(toText(row.value("Type")))
	r := &wooRow{
		line: row.line, sku: w.plan.line(row, SKU), parent: toText(row.value("Parent")),
		variation: strings.HasPrefix(kind, "variation"),
	}
	switch {
	case p.ID == "":
		return bad(row.line, "", "no id: neither an ID nor a SKU")
	case p.Title == "" && !r.variation:
		return bad(row.line, p.ID, "no title in Name")
	case w.lines[p.ID] > 0:
		return bad(row.line, p.ID, "duplicated id: it is first in %s:%d", w.collector.file.Path, w.lines[p.ID])
	}
	if err := w.plan.fill(&p, row, w.collector); err != nil {
		return err
	}
	if p.URL == "" && isDigits(p.ID) {
		p.URL = "/?p=" + p.ID // WordPress leads from here to the product's page
	}
	if toText(row.value("In stock?")) == "0" && isTrue(row, "Backorders allowed?") {
		p.Availability = product.BackOrder
	}
	w.attributes(r, &p, row)
	if tags := splitEscaped(toText(row.value("Tags"))); len(tags) > 0 {
		p.Attributes["tags"] = tags
	}
	r.hidden = w.hidden(row)
	r.product = p
	w.lines[p.ID] = row.line
	w.rows = append(w.rows, r)
	if !r.variation {
		w.byKey["id:"+p.ID] = r
		w.byKey[p.ID] = r
		if r.sku != "" {
			w.byKey[r.sku] = r
		}
	}
	return nil
}

// hidden says why a row is not for shoppers who search.
func (w *wooCommerce) hidden(row record) string {
	switch toText(row.value("Published")) {
	case "0", "-1":
		return "not published"
	}
	switch visibility := strings.ToLower(toText(row.value("Visibility in catalog"))); visibility {
	case "hidden", "catalog":
		return "its visibility is " + strconv.Quote(visibility) + ", which keeps it out of searches"
	}
	return ""
}

// attributes reads the numbered pairs of a name and its values. Those of a
// variation are its options; an empty one stands for any value.
func (w *wooCommerce) attributes(r *wooRow, p *product.Product, row record) {
	for n := 1; ; n++ {
		column := "Attribute " + strconv.Itoa(n) + " "
		if _, ok := row.header.index[column+"name"]; !ok {
			return
		}
		name := strings.TrimPrefix(toText(row.value(column+"name")), "pa_")
		values := splitEscaped(toText(row.value(column + "value(s)")))
		if name == "" || len(values) == 0 {
			continue
		}
		if r.variation {
			r.options = append(r.options, product.Option{Name: name, Value: strings.Join(values, ", ")})
			continue
		}
		p.Attributes[name] = append(p.Attributes[name], values...)
	}
}

func (w *wooCommerce) finish() {
	for _, r := range w.rows {
		if r.variation {
			// skip takes every error here: they are all about one row.
			_ = w.collector.skip(w.attach(r))
		}
	}
	for _, r := range w.rows {
		if !r.variation {
			_ = w.collector.skip(w.complete(r))
		}
	}
}

// attach adds a variation to its parent.
func (w *wooCommerce) attach(r *wooRow) error {
	parent := w.byKey[r.parent]
	switch {
	case parent == nil:
		return bad(r.line, r.product.ID, "its parent %q is not in the file", r.parent)
	case r.hidden != "":
		return dropped(r.line, r.product.ID, r.hidden)
	}
	v := product.Variant{
		ID: r.sku, Options: r.options, Price: r.product.Price, Image: r.product.Image,
		Availability: r.product.Availability,
	}
	if v.ID == "" {
		v.ID = r.product.ID
	}
	p := &parent.product
	p.Variants = append(p.Variants, v)
	if v.Price != nil && (p.Price == nil || *v.Price < *p.Price) {
		p.Price, p.ListPrice = v.Price, r.product.ListPrice
	}
	return nil
}

// complete hands a product on.
func (w *wooCommerce) complete(r *wooRow) error {
	if r.hidden != "" {
		return dropped(r.line, r.product.ID, r.hidden)
	}
	if len(r.product.Variants) == 0 {
		r.product.Variants = onlyVariant(r.sku, r.product.ID)
	}
	summarise(&r.product)
	return w.collector.add(r.product, r.line)
}

// isTrue reads WooCommerce's flags: "1", and "notify" for back-orders.
func isTrue(row record, column string) bool {
	switch strings.ToLower(toText(row.value(column))) {
	case "1", "yes", "true", "notify":
		return true
	}
	return false
}

// splitEscaped splits at bars if there are any, else at commas. WooCommerce
// writes a comma that belongs to a value as "\,".
func splitEscaped(text string) []string {
	if strings.Contains(text, "|") {
		return splitValues(text, "|")
	}
	const escaped = "\x00"
	values := splitValues(strings.ReplaceAll(text, `\,`, escaped), ",")
	for i, value := range values {
		values[i] = strings.ReplaceAll(value, escaped, ",")
	}
	return values
}
