package build

import (
	"github.com/vitrine-search/vitrine/shared/bundle/columns"
	"github.com/vitrine-search/vitrine/shared/bundle/settings"
	"github.com/vitrine-search/vitrine/shared/product"
)

// settings returns the fields as the engine reads them.
func (p Plan) settings() []settings.Field {
	fields := make([]settings.Field, len(p.Fields))
	for i, c := range p.Fields {
		fields[i] = c.Field
	}
	return fields
}

// columns returns the products' values, one column for each field.
func (p Plan) columns(products []product.Product) []*columns.Column {
	all := make([]*columns.Column, len(p.Fields))
	for i, c := range p.Fields {
		if c.Kind == product.Number {
			rows := make([][]float64, len(products))
			for doc := range products {
				rows[doc], _ = numbers(&products[doc], c.Name, c.Unit)
			}
			all[i] = columns.OfNumbers(rows)
			continue
		}
		rows := make([][]string, len(products))
		for doc := range products {
			rows[doc] = texts(&products[doc], c.Name)
		}
		all[i] = columns.OfTexts(rows)
	}
	return all
}
