package feed

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/vitrine-search/vitrine/shared/product"
)

// Field is one of a product's own fields, as the configuration names it.
type Field string

// The fields that a mapping can name. Those below Availability exist only in
// feeds: SalePrice wins over Price, which then is the list price; SKU becomes
// the ID of a product's variant; rows with the same Group are variants of one
// product.
const (
	ID           Field = "id"
	Title        Field = "title"
	Description  Field = "description"
	Brand        Field = "brand"
	Category     Field = "category"
	Price        Field = "price"
	ListPrice    Field = "list_price"
	Rating       Field = "rating"
	Reviews      Field = "reviews"
	URL          Field = "url"
	Image        Field = "image"
	Availability Field = "availability"
	SalePrice    Field = "sale_price"
	Stock        Field = "stock"
	SKU          Field = "sku"
	Group        Field = "group"
)

// Fields lists every field in the order in which reports show them.
var Fields = []Field{
	ID, Title, Description, Brand, Category, Price, SalePrice, ListPrice,
	Rating, Reviews, URL, Image, Availability, Stock, SKU, Group,
}

// Mapping says where a product's fields and attributes stand in a file. What it
// leaves out is found from the names of the columns.
type Mapping struct {
	// Fields has, for each field, the columns to take it from: the first one
	// that is not empty wins. A column of a JSON file may be a path
	// ("media.images[0].src"). An empty list turns the field off.
	Fields map[Field][]string
	// Attributes are taken besides those that are found by name.
	Attributes []AttributeRule
	// Fixed gives every product of the file a value where it has none of its own.
	Fixed map[Field]string
	// FixedAttributes does the same for attributes.
	FixedAttributes map[string]string
	// Records is the path of the array of products in a JSON document that holds
	// several arrays ("data.items").
	Records string
	// Encoding is the name of the characters' encoding in the WHATWG's list
	// ("windows-1252", "gb18030"). Empty finds UTF-8, UTF-16 with a byte order
	// mark, and Windows-1252.
	Encoding string
	// Decimal is "point" or "comma" and settles prices such as "1.299"; empty
	// decides by the other prices of the file, see parsePrice.
	Decimal string
	// Declared are the shop's attributes: their names win over the spelling of the
	// files, and over their own labels, by which exports for people name them.
	Declared []product.Attribute
}

// AttributeRule takes attributes from the columns whose name matches From.
type AttributeRule struct {
	// From is a column, or a pattern in which one "*" stands for any text.
	From string
	// Name is the attribute's name; "*" in it is what the star in From stood for.
	// Empty means that text, or the column's name if there is no star.
	Name string
	// Split parts a cell into several values; empty keeps it whole.
	Split string
}

// match returns the attribute's name for a column, if the rule takes it.
func (r AttributeRule) match(column string) (string, bool) {
	head, tail, star := strings.Cut(r.From, "*")
	if !star {
		if column != r.From {
			return "", false
		}
		if r.Name != "" {
			return r.Name, true
		}
		return column, true
	}
	if len(column) <= len(head)+len(tail) || !strings.HasPrefix(column, head) || !strings.HasSuffix(column, tail) {
		return "", false
	}
	rest := column[len(head) : len(column)-len(tail)]
	if r.Name == "" {
		return rest, true
	}
	return strings.ReplaceAll(r.Name, "*", rest), true
}

// validate refuses a mapping that no file could satisfy.
func (m Mapping) validate() error {
	for field := range m.Fields {
		if !slices.Contains(Fields, field) {
			return fmt.Errorf("feed.mapping has no field %q (hint: the fields are %s)", field, fieldList())
		}
	}
	for field := range m.Fixed {
		if !slices.Contains(Fields, field) || field == ID || field == Group || field == SKU {
			return fmt.Errorf("feed.fixed cannot set %q (hint: it is for fields that products share, such as brand)", field)
		}
	}
	for _, rule := range m.Attributes {
		if rule.From == "" || strings.Count(rule.From, "*") > 1 {
			return fmt.Errorf("feed.attributes: %q is no column or pattern (hint: a pattern has one *, as in \"attr_*\")", rule.From)
		}
	}
	if m.Encoding != "" {
		if _, err := htmlindex.Get(m.Encoding); err != nil {
			return fmt.Errorf("feed.encoding %q is not known (hint: for example utf-8, windows-1252, gb18030 or shift_jis)", m.Encoding)
		}
	}
	if m.Decimal != "" && m.Decimal != "point" && m.Decimal != "comma" {
		return fmt.Errorf("feed.decimal is %q (hint: it is \"point\" or \"comma\")", m.Decimal)
	}
	return nil
}

func fieldList() string {
	names := make([]string, len(Fields))
	for i, f := range Fields {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}
