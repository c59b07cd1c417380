package feed

import (
	"encoding/json"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// assembler makes products of a file's rows. An error from add spoils the row.
type assembler interface {
	add(row record) error
	// finish completes the products that need all rows.
	finish()
}

func newAssembler(p *plan, c *collector) assembler {
	switch p.format {
	case Shopify:
		return newShopify(p, c)
	case WooCommerce:
		return newWooCommerce(p, c)
	}
	if len(p.sources[Group]) > 0 {
		return newGroups(p, c)
	}
	return &items{p, c}
}

// items makes one product of every row.
type items struct {
	plan      *plan
	collector *collector
}

func (i *items) add(row record) error {
	p, err := i.plan.product(row, i.collector)
	if err != nil {
		return err
	}
	return i.collector.add(p, row.line)
}

func (i *items) finish() {}

// product reads a row on its own, with the variants that stand in it.
func (p *plan) product(row record, c *collector) (product.Product, error) {
	result := product.Product{ID: p.line(row, ID), Title: p.line(row, Title)}
	switch {
	case result.ID == "":
		return result, bad(row.line, "", "no id (%s)", strings.Join(p.sources[ID], ", "))
	case result.Title == "":
		return result, bad(row.line, result.ID, "no title (%s)", strings.Join(p.sources[Title], ", "))
	}
	if err := p.fill(&result, row, c); err != nil {
		return result, err
	}
	if err := p.nestedVariants(&result, row, c); err != nil {
		return result, err
	}
	if len(result.Variants) == 0 {
		result.Variants = onlyVariant(p.line(row, SKU), result.ID)
	}
	if handle := toText(row.value("handle")); result.URL == "" && handle != "" && p.shopifyAPI {
		result.URL = "/products/" + handle
	}
	summarise(&result)
	return result, nil
}

// fill reads everything but the ID and the title.
func (p *plan) fill(result *product.Product, row record, c *collector) error {
	price, list, err := p.prices(row, result.ID)
	if err != nil {
		return err
	}
	result.Price, result.ListPrice = price, list
	result.Description = p.description(row)
	result.Brand = p.line(row, Brand)
	for _, column := range p.sources[Category] {
		if result.Category = p.category(row.value(column)); len(result.Category) > 0 {
			break
		}
	}
	if len(result.Category) == 0 {
		result.Category = splitPath(p.fixed[Category])
	}
	result.URL = p.link(row, URL, c)
	result.Image = p.link(row, Image, c)
	if text := p.line(row, Rating); text != "" {
		if rating, ok := parseRating(text); ok {
			result.Rating = &rating
		} else {
			c.warn("a rating is not a number from 0 to 5 and was left out")
		}
	}
	for _, column := range p.sources[Reviews] {
		n, ok := parseCount(row.value(column))
		if !ok {
			c.warn("a number of reviews is no number and was left out")
		}
		if result.Reviews = n; n > 0 {
			break
		}
	}
	result.Availability = p.availability(row, c)
	result.Attributes = map[string][]string{}
	for _, attribute := range p.attributes(row) {
		result.Attributes[attribute.name] = append(result.Attributes[attribute.name], attribute.values...)
	}
	p.fixAttributes(result)
	return nil
}

// category reads a path; WooCommerce has several in one cell.
func (p *plan) category(v any) []string {
	if p.format != WooCommerce {
		return parseCategory(v)
	}
	var paths []any
	for _, path := range splitEscaped(toText(v)) {
		paths = append(paths, path)
	}
	return parseCategory(paths)
}

func (p *plan) fixAttributes(result *product.Product) {
	for name, value := range p.mapping.FixedAttributes {
		if len(result.Attributes[name]) == 0 {
			result.Attributes[name] = []string{value}
		}
	}
}

// text is the first source of a field that has any text, as it is written.
func (p *plan) text(row record, field Field) string {
	for _, column := range p.sources[field] {
		if text := toText(row.value(column)); text != "" {
			p.met[column] = true
			return text
		}
	}
	return p.fixed[field]
}

// line is text without markup, in one line.
func (p *plan) line(row record, field Field) string {
	return plainLine(p.text(row, field))
}

// description tries the sources until one has something to read: a description
// of pictures alone is none.
func (p *plan) description(row record) string {
	for _, column := range p.sources[Description] {
		if text := plainText(strings.Join(toList(row.value(column)), "\n")); text != "" {
			p.met[column] = true
			return text
		}
	}
	return p.fixed[Description]
}

func (p *plan) link(row record, field Field, c *collector) string {
	text := p.text(row, field)
	if field == Image {
		text = firstOf(text)
	}
	link, ok := parseLink(text)
	if !ok {
		c.warn("an address that is neither http nor https was left out (%s)", field)
		return ""
	}
	return link
}

// prices returns what a product costs and, if that is less, what it cost before.
func (p *plan) prices(row record, id string) (price, list *float64, err error) {
	if price, err = p.price(row, id, Price); err != nil {
		return nil, nil, err
	}
	sale, err := p.price(row, id, SalePrice)
	if err != nil {
		return nil, nil, err
	}
	if list, err = p.price(row, id, ListPrice); err != nil {
		return nil, nil, err
	}
	if price == nil {
		price = list
	}
	if sale != nil && (price == nil || *sale < *price) {
		if list == nil {
			list = price
		}
		price = sale
	}
	return price, list, nil
}

// price reads one of the fields that are prices; it is nil where there is none.
func (p *plan) price(row record, id string, field Field) (*float64, error) {
	for _, column := range p.sources[field] {
		price, err := p.amount(row.value(column), row.line, id)
		if price != nil || err != nil {
			p.met[column] = true
			return price, err
		}
	}
	return p.amount(p.fixed[field], row.line, id)
}

func (p *plan) amount(v any, line int, id string) (*float64, error) {
	text := toText(v)
	if text == "" {
		return nil, nil
	}
	if n, ok := v.(json.Number); ok {
		if f, err := n.Float64(); err == nil && f >= 0 {
			return &f, nil
		}
	}
	price, code, err := parsePrice(text, p.mark)
	if err != nil {
		return nil, bad(line, id, "the price %q %s", abridge(text), err)
	}
	if code != "" {
		p.currencies[code]++
	}
	return &price, nil
}

// availability takes words before numbers of pieces.
func (p *plan) availability(row record, c *collector) product.Availability {
	text := p.line(row, Availability)
	if text == "" {
		text = p.line(row, Stock)
	}
	a, ok := parseAvailability(text)
	if !ok {
		c.warn("the availability %q is not known and counts as in stock", abridge(text))
	}
	return a
}

// abridge keeps a value that is quoted in a report short.
func abridge(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		return string(runes[:40]) + "..."
	}
	return text
}
