package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/vitrine-search/vitrine/shared/product"
	"github.com/vitrine-search/vitrine/shared/text"
)

// batchSize is how many products bleve inverts at a time; it bounds the memory
// that the builder takes besides the products themselves.
const batchSize = 1000

// builtIndex is a bleve index in a temporary directory of its own.
type builtIndex struct {
	dir    string
	bleve  bleve.Index
	reader index.IndexReader
}

// Close removes the index.
func (x *builtIndex) Close() error {
	var errs []error
	if x.reader != nil {
		errs = append(errs, x.reader.Close())
	}
	if x.bleve != nil {
		errs = append(errs, x.bleve.Close())
	}
	return errors.Join(append(errs, os.RemoveAll(x.dir))...)
}

// indexProducts has bleve build an index of one segment, in which bleve's mean
// lengths are those of the whole catalogue. The builder numbers the documents in
// an order of its own; whoever reads the index goes by their identifiers.
func indexProducts(ctx context.Context, shop product.Shop, options text.Options, products []product.Product, progress Progress) (*builtIndex, error) {
	dir, err := os.MkdirTemp("", "vitrine-build-")
	if err != nil {
		return nil, err
	}
	x := &builtIndex{dir: dir}
	if err := x.build(ctx, shop, options, products, progress); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// build indexes the products and opens the index.
func (x *builtIndex) build(ctx context.Context, shop product.Shop, options text.Options, products []product.Product, progress Progress) error {
	described, err := newMapping(options)
	if err != nil {
		return err
	}
	path := filepath.Join(x.dir, "index")
	builder, err := bleve.NewBuilder(path, described, map[string]any{
		"buildPathPrefix": x.dir,
		"batchSize":       batchSize,
	})
	if err != nil {
		return err
	}
	for i := range products {
		if i%batchSize == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			progress("indexing", i, len(products))
		}
		if err := builder.Index(products[i].ID, indexed(shop, &products[i])); err != nil {
			return err
		}
	}
	if err := builder.Close(); err != nil {
		return err
	}
	progress("indexing", len(products), len(products))
	if x.bleve, err = bleve.Open(path); err != nil {
		return err
	}
	advanced, err := x.bleve.Advanced()
	if err != nil {
		return err
	}
	x.reader, err = advanced.Reader()
	return err
}

// indexed is the product as the mapping sees it.
func indexed(shop product.Shop, p *product.Product) map[string]any {
	d := document(shop, p)
	fields := map[string]any{
		"title":       d.Title,
		"brand":       d.Brand,
		"category":    d.Category,
		"attributes":  d.Attributes,
		"description": d.Description,
	}
	if p.Price != nil {
		fields[product.FieldPrice] = *p.Price
	}
	if p.Rating != nil {
		fields[product.FieldRating] = *p.Rating
	}
	return fields
}
