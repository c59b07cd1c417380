package build

import (
	"strings"

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
// it does not turn off, and the SKUs.
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
	for _, v := range p.Variants {
		values = distinct(values, v.ID)
	}
	return values
}
