package build

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/vitrine-search/vitrine/shared/lexical"
	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
	"github.com/vitrine-search/vitrine/shared/text/bleveanalyzer"
)

// newMapping describes the products to bleve: the searched fields, analysed by
// our analyzer, with the positions that the compiler reads, and the numbers that
// a bleve query may range over. Nothing is stored, since nobody reads a product
// out of this index.
func newMapping(options text.Options) (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	if err := m.AddCustomAnalyzer(bleveanalyzer.Name, bleveanalyzer.Config(options)); err != nil {
		return nil, err
	}
	m.DefaultAnalyzer = bleveanalyzer.Name
	document := bleve.NewDocumentStaticMapping()
	for _, name := range lexical.Fields {
		field := bleve.NewTextFieldMapping()
		field.Analyzer = bleveanalyzer.Name
		field.Store, field.IncludeInAll, field.DocValues = false, false, false
		document.AddFieldMappingsAt(name, field)
	}
	for _, name := range []string{product.FieldPrice, product.FieldRating} {
		field := bleve.NewNumericFieldMapping()
		field.Store, field.IncludeInAll = false, false
		document.AddFieldMappingsAt(name, field)
	}
	document.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	m.DefaultMapping = document
	if err := m.Validate(); err != nil {
		return nil, err
	}
	return m, nil
}
