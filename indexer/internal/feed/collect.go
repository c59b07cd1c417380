package feed

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vitrine-search/vitrine/shared/product"
)

// collector gathers the products of all files: it keeps IDs unique, spells every
// attribute in one way, and files what is skipped.
type collector struct {
	products []product.Product
	reports  []*FileReport
	file     *FileReport
	// seen has where each product's ID was first read, variants the variants'.
	seen     map[string]place
	variants map[string]bool
	// spelling has the spelling of each attribute's name by its lower case, and
	// spelt the same by the name as it was read.
	spelling, spelt map[string]string
	// warnings counts, for the file being read, by what the warning says.
	warnings map[string]int
	order    []string
}

type place struct {
	file string
	line int
}

func newCollector(declared []product.Attribute) *collector {
	c := &collector{
		seen: map[string]place{}, variants: map[string]bool{},
		spelling: map[string]string{}, spelt: map[string]string{},
	}
	for _, attribute := range declared {
		c.spelling[strings.ToLower(attribute.Label)] = attribute.Name
	}
	for _, attribute := range declared {
		c.spelling[strings.ToLower(attribute.Name)] = attribute.Name
	}
	delete(c.spelling, "")
	return c
}

func (c *collector) beginFile(in *input) *FileReport {
	c.file = &FileReport{Path: in.path, Encoding: in.encoding}
	if in.gzipped {
		c.file.Compression = "gzip"
	}
	c.reports = append(c.reports, c.file)
	c.warnings, c.order = map[string]int{}, nil
	return c.file
}

// skip files a row that cannot be used and returns every other error.
func (c *collector) skip(err error) error {
	var row *rowError
	if !errors.As(err, &row) {
		return err
	}
	skipped := Skipped{File: c.file.Path, Line: row.line, ID: row.id, Reason: row.reason}
	if row.dropped {
		c.file.Dropped = append(c.file.Dropped, skipped)
	} else {
		c.file.Bad = append(c.file.Bad, skipped)
	}
	return nil
}

// warn counts something that a merchant should know but that spoils no row.
func (c *collector) warn(format string, arguments ...any) {
	text := fmt.Sprintf(format, arguments...)
	if c.warnings[text] == 0 {
		c.order = append(c.order, text)
	}
	c.warnings[text]++
}

// add takes a product whose required fields are there. The line is that of its
// first row.
func (c *collector) add(p product.Product, line int) error {
	if first, taken := c.seen[p.ID]; taken {
		return bad(line, p.ID, "duplicated id: it is first in %s:%d", first.file, first.line)
	}
	c.seen[p.ID] = place{c.file.Path, line}
	c.tidy(&p)
	c.products = append(c.products, p)
	c.file.Products++
	for _, v := range p.Variants {
		if len(v.Options) > 0 {
			c.file.Variants++
		}
	}
	return nil
}

// tidy brings a product to the form that every other package expects. Strings
// are copied, because they may be parts of whole rows.
func (c *collector) tidy(p *product.Product) {
	for _, s := range []*string{&p.ID, &p.Title, &p.Description, &p.Brand, &p.URL, &p.Image} {
		*s = strings.Clone(*s)
	}
	for i := range p.Category {
		p.Category[i] = strings.Clone(p.Category[i])
	}
	if p.ListPrice != nil && (p.Price == nil || *p.ListPrice <= *p.Price) {
		p.ListPrice = nil
	}
	attributes := make(map[string][]string, len(p.Attributes))
	for _, name := range sortedNames(p.Attributes) {
		values := p.Attributes[name]
		if name = c.spell(name); name == "" {
			continue
		}
		for _, value := range values {
			if value = plainText(value); value != "" && !slices.Contains(attributes[name], value) {
				attributes[name] = append(attributes[name], strings.Clone(value))
			}
		}
	}
	p.Attributes = nil
	if len(attributes) > 0 {
		p.Attributes = attributes
	}
	for i := range p.Variants {
		c.tidyVariant(&p.Variants[i])
	}
}

// tidyVariant keeps the IDs of variants unique: what a merchant gave twice names
// no variant.
func (c *collector) tidyVariant(v *product.Variant) {
	v.ID, v.URL, v.Image = strings.Clone(v.ID), strings.Clone(v.URL), strings.Clone(v.Image)
	if v.ID != "" && c.variants[v.ID] {
		c.warn("a variant's ID (SKU) is given to several; only the first keeps it")
		v.ID = ""
	}
	c.variants[v.ID] = true
	for i, o := range v.Options {
		v.Options[i] = product.Option{Name: c.spell(o.Name), Value: strings.Clone(plainLine(o.Value))}
	}
}

// spell returns an attribute's name as the configuration or else the first file
// spells it, so that "Size" and "size" are one facet.
func (c *collector) spell(name string) string {
	if spelled, known := c.spelt[name]; known {
		return spelled
	}
	read, line := strings.Clone(name), strings.Clone(plainLine(name))
	key := strings.ToLower(line)
	if _, known := c.spelling[key]; !known {
		c.spelling[key] = line
	}
	c.spelt[read] = c.spelling[key]
	return c.spelling[key]
}

// endFile writes the warnings into the report.
func (c *collector) endFile() {
	for _, text := range c.order {
		if n := c.warnings[text]; n > 1 {
			text = fmt.Sprintf("%s (%d times)", text, n)
		}
		c.file.Warnings = append(c.file.Warnings, text)
	}
	slices.SortStableFunc(c.file.Bad, func(a, b Skipped) int { return a.Line - b.Line })
}

func (c *collector) catalogue() Catalogue {
	catalogue := Catalogue{Products: c.products, Report: Report{Products: len(c.products)}}
	for _, file := range c.reports {
		catalogue.Report.Files = append(catalogue.Report.Files, *file)
		catalogue.Report.Variants += file.Variants
	}
	return catalogue
}
