package build

import (
	"strings"
	"unicode"

	"github.com/vitrine-search/vitrine/shared/product"
)

// Document is the text of a product that is searched, by field. The values of a
// field stand in lines of their own.
type Document struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Brand       string `json:"brand,omitempty"`
	Category    string `json:"category,omitempty"`
	Attributes  string `json:"attributes,omitempty"`
	Description string `json:"description,omitempty"`
}

// document returns the product's searched text. Of the attributes, it has those
// that the configuration declares as searched; of the variants, the options that
// it does not turn off, and the SKUs; and the product's identifier, where it is a
// code that people know.
func document(shop product.Shop, p *product.Product) Document {
	return Document{
		ID:          p.ID,
		Title:       p.Title,
		Brand:       p.Brand,
		Category:    strings.Join(p.Category, "\n"),
		Attributes:  strings.Join(searchedValues(shop, p), "\n"),
		Description: p.Description,
	}
}

func searchedValues(shop product.Shop, p *product.Product) []string {
	var values []string
	notSearched := map[string]bool{}
	for _, attribute := range shop.Attributes {
		if attribute.Search {
			values = distinct(values, p.Attributes[attribute.Name]...)
		}
		notSearched[attribute.Name] = !attribute.Search
	}
	for _, v := range p.Variants {
		for _, option := range v.Options {
			if !notSearched[option.Name] {
				values = distinct(values, option.Value)
			}
		}
	}
	if isPublicCode(p.ID) {
		values = distinct(values, p.ID)
	}
	for _, v := range p.Variants {
		values = distinct(values, v.ID)
	}
	return values
}

// isPublicCode says whether an identifier is a model number, SKU or GTIN, which
// shoppers read on labels and type: AB-12.3, HB-3G, LAMP-001, 4006381333931. The
// row numbers of databases, which have fewer digits than a GTIN (40123456), and the
// slugs of addresses (oak-chair-2) are none, and their words would only repeat the
// title's.
func isPublicCode(id string) bool {
	const shortest, shortestNumber, longestSlugPart = 4, 12, 3
	letters, digits, run := 0, 0, 0
	for _, r := range id {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		case r == '-' || r == '.' || r == '/' || r == '_' || r == '#':
		default:
			return false
		}
		run++
		if !unicode.IsLower(r) {
			run = 0
		}
		if run > longestSlugPart {
			return false
		}
	}
	if letters == 0 {
		return digits >= shortestNumber
	}
	return digits > 0 && letters+digits >= shortest
}
