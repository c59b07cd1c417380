package feed

// Report is what a dry run shows: what was found in each file, how it was
// understood, and what was left out.
type Report struct {
	Files    []FileReport `json:"files"`
	Products int          `json:"products"`
	// Variants counts the choices within products: variants that have options.
	Variants int `json:"variants"`
}

// FileReport is about one file.
type FileReport struct {
	Path   string `json:"path"`
	Format Format `json:"format"`
	// Compression is "gzip" or absent.
	Compression string `json:"compression,omitempty"`
	// Encoding is the name of the characters' encoding.
	Encoding string `json:"encoding"`
	// Delimiter parts the cells of a table; absent in other formats.
	Delimiter string `json:"delimiter,omitempty"`
	// Rows counts the records read, bad and dropped ones included.
	Rows     int `json:"rows"`
	Products int `json:"products"`
	Variants int `json:"variants"`
	// Mapping says where each field comes from, Attributes likewise.
	Mapping    []Source `json:"mapping"`
	Attributes []Source `json:"attributes"`
	// Unused are columns that nothing was taken from.
	Unused []string `json:"unused,omitempty"`
	// Bad rows were skipped because something is wrong with them, Dropped ones
	// because they are not for shoppers (drafts, hidden products).
	Bad      []Skipped `json:"bad,omitempty"`
	Dropped  []Skipped `json:"dropped,omitempty"`
	Warnings []string  `json:"warnings,omitempty"`
}

// Source says which columns one field or attribute is taken from.
type Source struct {
	Name string `json:"name"`
	// From lists columns in the order in which they are tried.
	From []string `json:"from,omitempty"`
	// Fixed is the value where the columns have none.
	Fixed string `json:"fixed,omitempty"`
	// Configured marks what the configuration said, as against what was found.
	Configured bool `json:"configured,omitempty"`
}

// Skipped is one row that is not in the catalogue.
type Skipped struct {
	File string `json:"file"`
	Line int    `json:"line"`
	// ID is the product's, where it could be read.
	ID     string `json:"id,omitempty"`
	Reason string `json:"reason"`
}
