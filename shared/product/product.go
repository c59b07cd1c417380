// Package product is the document model: what a merchant sells, as every other
// package sees it, and how the shop wants it searched (see Shop).
//
// The package imports the standard library only, so that the importers, the
// indexer and the engine in the browser can all speak of the same product
// without dragging in each other's dependencies.
package product

// Product is one entry of the catalogue: one page of the shop, one hit. Goods
// that differ only in size or colour are one Product with several Variants.
//
// Text is plain: importers remove markup. An absent number is a nil pointer,
// since 0 is a price.
type Product struct {
	// ID is unique in the catalogue and never empty.
	ID string
	// Title is never empty.
	Title       string
	Description string
	Brand       string
	// Category is the path from the widest to the narrowest, for example
	// ["Furniture", "Chairs"].
	Category []string
	// URL is the product's page and Image its picture; both may be relative to
	// the shop.
	URL, Image string
	// Price and ListPrice (before a reduction) are in the shop's currency unit.
	Price, ListPrice *float64
	// Rating is from 0 to 5; Reviews says how many ratings it averages.
	Rating       *float64
	Reviews      int
	Availability Availability
	// Attributes holds everything else by name; the values of one attribute
	// keep the merchant's order.
	Attributes map[string][]string
	Variants   []Variant
}

// Variant is one choice within a product, such as a size or a colour.
type Variant struct {
	// ID is unique within the catalogue where the merchant gives one (a SKU).
	ID string
	// Options are the choices that make this variant, in the merchant's order,
	// for example {Color Red} {Size M}.
	Options      []Option
	Price        *float64
	URL, Image   string
	Availability Availability
}

// Option is one choice that a variant stands for.
type Option struct {
	Name, Value string
}

// Availability says whether a product can be bought now.
type Availability string

// The values are those of the Google Merchant feed; an unknown availability is
// the empty string and is treated as in stock.
const (
	InStock    Availability = "in_stock"
	OutOfStock Availability = "out_of_stock"
	PreOrder   Availability = "preorder"
	BackOrder  Availability = "backorder"
)
