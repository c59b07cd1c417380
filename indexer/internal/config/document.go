package config

import (
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
	"github.com/vitrine-search/vitrine/shared/product"
)

// document is the shape of vitrine.yaml. What is empty or nil was not written.
type document struct {
	Shop struct {
		Name     string `yaml:"name"`
		Language string `yaml:"language"`
		Currency string `yaml:"currency"`
	} `yaml:"shop"`
	Attributes []attribute `yaml:"attributes"`
	Facets     struct {
		MinShare  *float64 `yaml:"min_share"`
		MaxValues *int     `yaml:"max_values"`
	} `yaml:"facets"`
	Search struct {
		StopWords []string `yaml:"stop_words"`
		Protected []string `yaml:"protected"`
		Synonyms  []line   `yaml:"synonyms"`
		BM25      struct {
			K1 *float64 `yaml:"k1"`
			B  *float64 `yaml:"b"`
		} `yaml:"bm25"`
	} `yaml:"search"`
	QueryLog string   `yaml:"query_log"`
	Training training `yaml:"training"`
	Feed     source   `yaml:"feed"`
}

type attribute struct {
	Name  string       `yaml:"name"`
	Label string       `yaml:"label"`
	Kind  product.Kind `yaml:"kind"`
	// Facet is true unless it is turned off.
	Facet  *bool     `yaml:"facet"`
	Search bool      `yaml:"search"`
	Unit   string    `yaml:"unit"`
	Bounds []float64 `yaml:"bounds"`
}

// source says how to read the exports.
type source struct {
	Mapping    columns `yaml:"mapping"`
	Attributes []rule  `yaml:"attributes"`
	Fixed      fixed   `yaml:"fixed"`
	Records    string  `yaml:"records"`
	Encoding   string  `yaml:"encoding"`
	Decimal    string  `yaml:"decimal"`
}

// columns has a key for each of feed.Fields; a key that is absent is nil.
type columns struct {
	ID           *names `yaml:"id"`
	Title        *names `yaml:"title"`
	Description  *names `yaml:"description"`
	Brand        *names `yaml:"brand"`
	Category     *names `yaml:"category"`
	Price        *names `yaml:"price"`
	SalePrice    *names `yaml:"sale_price"`
	ListPrice    *names `yaml:"list_price"`
	Rating       *names `yaml:"rating"`
	Reviews      *names `yaml:"reviews"`
	URL          *names `yaml:"url"`
	Image        *names `yaml:"image"`
	Availability *names `yaml:"availability"`
	Stock        *names `yaml:"stock"`
	SKU          *names `yaml:"sku"`
	Group        *names `yaml:"group"`
}

// fixed has a key for each field that products can share.
type fixed struct {
	Description  string            `yaml:"description"`
	Brand        string            `yaml:"brand"`
	Category     string            `yaml:"category"`
	Price        string            `yaml:"price"`
	Rating       string            `yaml:"rating"`
	URL          string            `yaml:"url"`
	Image        string            `yaml:"image"`
	Availability string            `yaml:"availability"`
	Attributes   map[string]string `yaml:"attributes"`
}

// names are written as one name or as a list of them.
type names []string

// UnmarshalYAML reads either form; an empty name is an empty list.
func (n *names) UnmarshalYAML(unmarshal func(any) error) error {
	var one string
	if unmarshal(&one) == nil {
		*n = nil
		if one != "" {
			*n = names{one}
		}
		return nil
	}
	return unmarshal((*[]string)(n))
}

// rule is written as a column or pattern alone, or with what to do about it.
type rule struct {
	From  string
	Name  string
	Split string
}

// UnmarshalYAML reads either form.
func (r *rule) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&r.From) == nil {
		return nil
	}
	var long ruleKeys
	err := unmarshal(&long)
	*r = rule(long)
	return err
}

type ruleKeys struct {
	From  string `yaml:"from"`
	Name  string `yaml:"name"`
	Split string `yaml:"split"`
}

// config checks what was written and brings it to the form the others read.
func (d *document) config() (Config, error) {
	shop := product.DefaultShop()
	set(&shop.Name, nonEmpty(d.Shop.Name))
	set(&shop.Language, nonEmpty(d.Shop.Language))
	set(&shop.Currency, nonEmpty(d.Shop.Currency))
	set(&shop.MinFacetShare, d.Facets.MinShare)
	set(&shop.MaxFacetValues, d.Facets.MaxValues)
	set(&shop.BM25.K1, d.Search.BM25.K1)
	set(&shop.BM25.B, d.Search.BM25.B)
	shop.StopWords, shop.Protected = d.Search.StopWords, d.Search.Protected
	if err := d.check(shop); err != nil {
		return Config{}, err
	}
	var err error
	if shop.Synonyms, err = synonyms(d.Search.Synonyms); err != nil {
		return Config{}, err
	}
	for _, a := range d.Attributes {
		shop.Attributes = append(shop.Attributes, product.Attribute{
			Name: a.Name, Label: a.label(), Kind: a.kind(), Facet: a.Facet == nil || *a.Facet,
			Search: a.Search, Unit: a.Unit, Bounds: a.Bounds,
		})
	}
	config := Config{Shop: shop, Feed: d.Feed.mapping(shop.Attributes), QueryLog: d.QueryLog, Train: true, Training: d.Training.options(), Feedback: d.Training.feedback()}
	set(&config.Train, d.Training.Enabled)
	return config, nil
}

// set changes a default if something was written for it.
func set[T any](value, written *T) {
	if written != nil {
		*value = *written
	}
}

func nonEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (s source) mapping(declared []product.Attribute) feed.Mapping {
	m := feed.Mapping{
		Fields: map[feed.Field][]string{}, Fixed: map[feed.Field]string{}, FixedAttributes: s.Fixed.Attributes,
		Records: s.Records, Encoding: s.Encoding, Decimal: s.Decimal, Declared: declared,
	}
	for field, columns := range map[feed.Field]*names{
		feed.ID: s.Mapping.ID, feed.Title: s.Mapping.Title, feed.Description: s.Mapping.Description,
		feed.Brand: s.Mapping.Brand, feed.Category: s.Mapping.Category, feed.Price: s.Mapping.Price,
		feed.SalePrice: s.Mapping.SalePrice, feed.ListPrice: s.Mapping.ListPrice, feed.Rating: s.Mapping.Rating,
		feed.Reviews: s.Mapping.Reviews, feed.URL: s.Mapping.URL, feed.Image: s.Mapping.Image,
		feed.Availability: s.Mapping.Availability, feed.Stock: s.Mapping.Stock, feed.SKU: s.Mapping.SKU,
		feed.Group: s.Mapping.Group,
	} {
		if columns != nil {
			m.Fields[field] = *columns
		}
	}
	for field, value := range map[feed.Field]string{
		feed.Description: s.Fixed.Description, feed.Brand: s.Fixed.Brand, feed.Category: s.Fixed.Category,
		feed.Price: s.Fixed.Price, feed.Rating: s.Fixed.Rating, feed.URL: s.Fixed.URL, feed.Image: s.Fixed.Image,
		feed.Availability: s.Fixed.Availability,
	} {
		if value != "" {
			m.Fixed[field] = value
		}
	}
	for _, r := range s.Attributes {
		m.Attributes = append(m.Attributes, feed.AttributeRule(r))
	}
	return m
}
