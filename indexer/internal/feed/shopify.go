package feed

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// shopifyColumns are the columns of Shopify's product CSV by what they hold, as
// columnKey writes them: the older generation of headers first, then the newer.
var shopifyColumns = map[string][]string{
	"handle":       {"handle", "urlhandle"},
	"title":        {"title"},
	"description":  {"bodyhtml", "description"},
	"vendor":       {"vendor"},
	"category":     {"productcategory", "standardizedproducttype"},
	"type":         {"type", "customproducttype"},
	"tags":         {"tags"},
	"published":    {"published", "publishedononlinestore"},
	"status":       {"status"},
	"sku":          {"variantsku", "sku"},
	"price":        {"variantprice", "price"},
	"list price":   {"variantcompareatprice", "compareatprice"},
	"tracker":      {"variantinventorytracker", "inventorytracker"},
	"quantity":     {"variantinventoryqty", "inventoryquantity"},
	"oversell":     {"variantinventorypolicy", "continuesellingwhenoutofstock"},
	"image":        {"imagesrc", "productimageurl"},
	"position":     {"imageposition"},
	"variantimage": {"variantimage", "variantimageurl"},
	"gender":       {"googleshoppinggender"},
	"age group":    {"googleshoppingagegroup"},
}

// shopifyColumn is the column of the file for one of shopifyColumns, or "".
func shopifyColumn(columns []string, what string) string {
	for _, key := range shopifyColumns[what] {
		for _, column := range columns {
			if columnKey(column) == key {
				return column
			}
		}
	}
	return ""
}

// shopifySources is the preset. A row without a handle falls back on its SKU.
func shopifySources(columns []string) map[Field][]string {
	sources := map[Field][]string{}
	for field, names := range map[Field][]string{
		ID: {"handle", "sku"}, Title: {"title"}, Description: {"description"}, Brand: {"vendor"},
		Category: {"category", "type"}, Price: {"price"}, ListPrice: {"list price"},
		Image: {"image"}, SKU: {"sku"},
	} {
		for _, name := range names {
			if column := shopifyColumn(columns, name); column != "" {
				sources[field] = append(sources[field], column)
			}
		}
	}
	return sources
}

// shopify makes one product of the rows that share a handle. The first row has
// the product's texts and the names of its options; every row with a price, a
// SKU or an option's value is a variant; the others bring more pictures.
type shopify struct {
	plan      *plan
	collector *collector
	columns   map[string]string
	drafts    map[string]*shopifyDraft
	order     []*shopifyDraft
}

type shopifyDraft struct {
	product product.Product
	line    int
	names   [3]string
	// hidden says why the product is not for shoppers.
	hidden   string
	spoilt   bool
	imagePos int
	variants []shopifyVariant
}

type shopifyVariant struct {
	product.Variant
	list *float64
	line int
}

func newShopify(p *plan, c *collector) *shopify {
	s := &shopify{plan: p, collector: c, columns: map[string]string{}, drafts: map[string]*shopifyDraft{}}
	for what := range shopifyColumns {
		s.columns[what] = shopifyColumn(p.order, what)
	}
	return s
}

// cell is the text of one of shopifyColumns.
func (s *shopify) cell(row record, what string) string {
	return toText(row.value(s.columns[what]))
}

func (s *shopify) add(row record) error {
	id := s.plan.line(row, ID)
	if id == "" {
		return bad(row.line, "", "no id: neither a handle nor a SKU")
	}
	draft := s.drafts[id]
	if draft == nil {
		draft = &shopifyDraft{line: row.line, imagePos: 1 << 30}
		draft.product.ID = id
		draft.product.Attributes = map[string][]string{}
		s.drafts[id] = draft
		s.order = append(s.order, draft)
	}
	s.describe(draft, row)
	return s.variant(draft, row)
}

// describe takes what a row says of the product as a whole. Exports say it once,
// in the first row, or repeat it: the first text wins.
func (s *shopify) describe(d *shopifyDraft, row record) {
	p := &d.product
	first := func(have *string, text string) {
		if *have == "" {
			*have = text
		}
	}
	first(&p.Title, s.plan.line(row, Title))
	first(&p.Brand, s.plan.line(row, Brand))
	if p.Description == "" {
		p.Description = s.plan.description(row)
	}
	s.categorise(p, row)
	position, err := strconv.Atoi(s.cell(row, "position"))
	if err != nil {
		position = 1 << 20
	}
	if image := s.plan.link(row, Image, s.collector); image != "" && position < d.imagePos {
		p.Image, d.imagePos = image, position
	}
	for name, value := range map[string]string{"Gender": s.cell(row, "gender"), "Age group": s.cell(row, "age group")} {
		if value != "" && len(p.Attributes[name]) == 0 {
			p.Attributes[name] = []string{value}
		}
	}
	if tags := splitValues(s.cell(row, "tags"), ","); len(tags) > 0 && len(p.Attributes["tags"]) == 0 {
		p.Attributes["tags"] = tags
	}
	switch published := strings.ToLower(s.cell(row, "published")); published {
	case "false", "no", "0":
		d.hidden = "not published"
	}
	switch status := strings.ToLower(s.cell(row, "status")); status {
	case "", "active":
	default:
		d.hidden = "its status is " + strconv.Quote(status)
	}
	for i := range d.names {
		first(&d.names[i], plainLine(s.option(row, i, "name")))
	}
	for _, a := range s.plan.attributes(row) {
		isOption := slices.ContainsFunc(d.names[:], func(name string) bool { return strings.EqualFold(name, a.name) })
		if !isOption { // the variants say it already
			p.Attributes[a.name] = append(p.Attributes[a.name], a.values...)
		}
	}
}

// metafield is the attribute in a column of Shopify's own categories, such as
// "Color (product.metafields.shopify.color-pattern)". A shop's other metafields
// may hold anything and must be asked for.
func metafield(column string) (AttributeRule, bool) {
	name, _, found := strings.Cut(column, " (product.metafields.shopify.")
	return AttributeRule{From: column, Name: name, Split: ";"}, found && name != ""
}

// categorise takes the category from Shopify's taxonomy where the merchant chose
// one; the shop's own type is then an attribute.
func (s *shopify) categorise(p *product.Product, row record) {
	for _, column := range s.plan.sources[Category] {
		if len(p.Category) == 0 {
			p.Category = splitPath(toText(row.value(column)))
		}
	}
	kind := plainLine(s.cell(row, "type"))
	if kind != "" && len(p.Attributes["Type"]) == 0 && !slices.Contains(p.Category, kind) {
		p.Attributes["Type"] = []string{kind}
	}
}

// option is the name or the value of the option with the index 0 to 2.
func (s *shopify) option(row record, i int, part string) string {
	number := strconv.Itoa(i + 1)
	for _, column := range []string{"Option" + number + " " + part, "Option" + number + " " + strings.ToUpper(part[:1]) + part[1:]} {
		if text := toText(row.value(column)); text != "" {
			return text
		}
	}
	return ""
}

// variant takes the variant of a row, if it has one.
func (s *shopify) variant(d *shopifyDraft, row record) error {
	v := shopifyVariant{line: row.line}
	id := d.product.ID
	for i, name := range d.names {
		if value := plainLine(s.option(row, i, "value")); value != "" && name != "" && !isDefaultOption(name, value) {
			v.Options = append(v.Options, product.Option{Name: name, Value: value})
		}
	}
	price, list, err := s.plan.prices(row, id)
	if err != nil {
		d.spoilt = true
		return err
	}
	v.ID, v.Price, v.list = s.plan.line(row, SKU), price, list
	if len(v.Options) == 0 && v.ID == "" && price == nil {
		return nil
	}
	for _, other := range d.variants {
		if slices.Equal(other.Options, v.Options) {
			return bad(row.line, id, "duplicated id: the same handle and options are first in %s:%d", s.collector.file.Path, other.line)
		}
	}
	if image, ok := parseLink(s.cell(row, "variantimage")); ok {
		v.Image = image
	}
	v.Availability = s.availability(row)
	d.variants = append(d.variants, v)
	return nil
}

// availability follows Shopify's rules: what is not tracked can be bought, and
// what ran out too if the shop goes on selling.
func (s *shopify) availability(row record) product.Availability {
	if s.columns["quantity"] == "" || s.columns["tracker"] == "" {
		return ""
	}
	quantity, err := strconv.Atoi(s.cell(row, "quantity"))
	switch {
	case s.cell(row, "tracker") == "":
		return product.InStock
	case err != nil:
		return ""
	case quantity > 0:
		return product.InStock
	}
	switch strings.ToLower(s.cell(row, "oversell")) {
	case "continue", "true", "yes", "1":
		return product.BackOrder
	}
	return product.OutOfStock
}

func (s *shopify) finish() {
	for _, d := range s.order {
		if d.spoilt && len(d.variants) == 0 {
			continue // its rows are reported
		}
		// skip takes every error that remains: they are all about one row.
		_ = s.collector.skip(s.complete(d))
	}
}

// complete hands a product on, or says why not.
func (s *shopify) complete(d *shopifyDraft) error {
	p := &d.product
	switch {
	case p.Title == "":
		return bad(d.line, p.ID, "no title in any row of its handle")
	case d.hidden != "":
		return dropped(d.line, p.ID, d.hidden)
	}
	p.URL = "/products/" + p.ID
	if len(p.Category) == 0 {
		p.Category = splitPath(s.plan.fixed[Category])
	}
	for i, v := range d.variants {
		if v.Price != nil && (p.Price == nil || *v.Price < *p.Price) {
			p.Price, p.ListPrice = v.Price, v.list
		}
		p.Variants = append(p.Variants, d.variants[i].Variant)
	}
	p.Availability = bestAvailability(p.Variants)
	if len(p.Variants) == 1 && isTitleOption(p.Variants[0]) {
		p.Variants[0].Options = nil
	}
	summarise(p)
	s.plan.fixAttributes(p)
	return s.collector.add(*p, d.line)
}

// isTitleOption is true for the option by which Shopify names the one variant of
// a product without choices.
func isTitleOption(v product.Variant) bool {
	return len(v.Options) == 1 && strings.EqualFold(v.Options[0].Name, "Title")
}
