package feed

import (
	"io"
)

// Format is what a file turned out to be.
type Format string

// The formats that are read.
const (
	JSONLines   Format = "json lines"
	JSONArray   Format = "json array"
	JSONObject  Format = "json document"
	JSONObjects Format = "json objects"
	CSV         Format = "csv"
	Shopify     Format = "shopify csv"
	WooCommerce Format = "woocommerce csv"
	GoogleXML   Format = "google merchant xml"
	GoogleTable Format = "google merchant table"
)

func (f Format) isGoogle() bool { return f == GoogleXML || f == GoogleTable }

// rowReader gives the records of a file one by one and io.EOF after the last. A
// *rowError spoils one row only; after any other error there is nothing to read.
type rowReader interface {
	next() (record, error)
}

// rows finds the format from the text's beginning and returns its reader, and
// the open file to close in the end.
func (in *input) rows(options Options) (rowReader, io.Closer, error) {
	open := in.openTable
	switch {
	case looksLike(in.head, '<'):
		open = in.openXML
	case looksLike(in.head, '[', '{'):
		open = in.openJSON
	}
	text, err := in.text()
	if err != nil {
		return nil, nil, in.locate(err)
	}
	rows, err := open(text, options)
	if err != nil {
		_ = text.Close() // only read from
		return nil, nil, in.locate(err)
	}
	return rows, text, nil
}

// tableFormat knows a table by its header.
func tableFormat(names []string) Format {
	keys := map[string]bool{}
	for _, name := range names {
		keys[columnKey(name)] = true
	}
	switch {
	case keys["handle"] && (keys["variantprice"] || keys["option1name"] || keys["bodyhtml"]),
		keys["urlhandle"] && (keys["option1name"] || keys["price"]):
		return Shopify
	case keys["type"] && keys["name"] && keys["regularprice"] && (keys["parent"] || keys["visibilityincatalog"] || keys["attribute1name"]):
		return WooCommerce
	case keys["imagelink"] && keys["link"] && keys["title"]:
		return GoogleTable
	}
	return CSV
}
