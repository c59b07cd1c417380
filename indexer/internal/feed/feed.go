// Package feed reads merchants' exports and gives one catalogue of products.
//
// The contract: the format is found from what a file contains, never from its
// name; a bad row is reported with file, line and reason, and skipped; a file
// that cannot be trusted (empty, binary, cut off, mostly bad rows) is an error
// that says what to do. Whatever a shop writes, a product comes out as plain
// text, with numbers as numbers and attributes under one spelling.
//
// Every format is first brought to records (named values and a line number),
// and one mapping from columns to a product's fields is applied to all of them.
// So a merchant who must correct one column of a Shopify export does it with
// the same four lines of configuration as one who explains a table of his own.
//
// Columns that nobody named are not published: an export may hold purchase
// prices and suppliers' addresses, and a bundle is there for all to read.
package feed

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
	"github.com/vitrine-search/vitrine/shared/product"
)

// MaxBadShare is the share of bad rows above which a file is refused.
const MaxBadShare = 0.05

// Options say how to read the files. The zero value finds everything by itself.
type Options struct {
	Mapping Mapping
	// Currency is the shop's ISO 4217 code; a file whose prices name another one
	// gets a warning. Empty compares nothing.
	Currency string
	// AllowBad accepts a file with any share of bad rows, and one whose last row
	// is cut off.
	AllowBad bool
	// Progress, if set, is called now and then with how far the reading is, and
	// once at the end of every file. It is never called concurrently.
	Progress func(Progress)
}

// Progress is how far the reading of one file has come.
type Progress struct {
	File string
	Rows int
	// Bytes of Size were read, as the file lies on disk.
	Bytes, Size int64
}

// Catalogue is what a shop's files held.
type Catalogue struct {
	// Products are in the order of the files and, but for products that were put
	// together from several rows, in the order of their rows.
	Products []product.Product
	Report   Report
}

// Read reads all files into one catalogue. IDs are unique over all of them.
//
// If a file is refused for its bad rows, or no product is left, the error comes
// with a catalogue whose report says why, row by row; its products must not be
// used.
func Read(ctx context.Context, files []string, options Options) (Catalogue, error) {
	if len(files) == 0 {
		return Catalogue{}, errors.New("no file to read (hint: name at least one product export)")
	}
	if err := options.Mapping.validate(); err != nil {
		return Catalogue{}, err
	}
	c := newCollector(options.Mapping.Declared)
	for _, path := range files {
		if err := readFile(ctx, path, options, c); err != nil {
			return c.catalogue(), err
		}
	}
	catalogue := c.catalogue()
	for i := range catalogue.Report.Files {
		if err := refuse(&catalogue.Report.Files[i], options.AllowBad); err != nil {
			return catalogue, err
		}
	}
	if len(catalogue.Products) == 0 {
		return catalogue, errors.New("the files hold no product to sell (hint: see the report for the rows that were dropped)")
	}
	return catalogue, nil
}

// refuse says why a file is not to be trusted, if it is not.
func refuse(file *FileReport, allowBad bool) error {
	bad := len(file.Bad)
	if bad == 0 || allowBad || float64(bad) <= MaxBadShare*float64(file.Rows) {
		return nil
	}
	first := file.Bad[0]
	return &fault.Error{
		File: file.Path, Line: first.Line,
		Detail: fmt.Sprintf("too many bad rows, %d of %d (up to %.0f %% are skipped); the first: %s",
			bad, file.Rows, MaxBadShare*100, first.Reason),
		Hint: "correct the rows or the mapping, or pass --allow-bad to skip them all",
	}
}

// readFile reads one file into the collector.
func readFile(ctx context.Context, path string, options Options, c *collector) error {
	in, err := open(path, options.Mapping)
	if err != nil {
		return err
	}
	report := c.beginFile(in)
	rows, closer, err := in.rows(options)
	if err != nil {
		return err
	}
	defer func() { _ = closer.Close() }() // only read from

	sampled, err := sample(rows)
	if err != nil {
		return in.locate(err)
	}
	plan, err := newPlan(in, sampled, options)
	if err != nil {
		return err
	}
	plan.describe(report)

	assembler := newAssembler(plan, c)
	for {
		if report.Rows%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("reading %s: %w", path, err)
			}
			if options.Progress != nil && report.Rows > 0 {
				options.Progress(in.progress(report.Rows))
			}
		}
		row, err := sampled.next(rows)
		if errors.Is(err, io.EOF) {
			break
		}
		report.Rows++
		if err == nil {
			plan.see(row)
			err = assembler.add(row)
		}
		if err := c.skip(err); err != nil {
			return in.locate(err)
		}
	}
	assembler.finish()
	plan.conclude(report, c, options.Currency)
	if table, ok := rows.(*tableReader); ok && table.short > 0 {
		c.warn("%s fewer cells than the header; the missing ones are taken as empty", has(table.short))
	}
	c.endFile()
	if options.Progress != nil {
		options.Progress(in.progress(report.Rows))
	}
	return nil
}

// has says "1 row has", "2 rows have".
func has(rows int) string {
	if rows == 1 {
		return "1 row has"
	}
	return fmt.Sprintf("%d rows have", rows)
}
