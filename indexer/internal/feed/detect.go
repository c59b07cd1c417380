package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// Format is what a file turned out to be.
type Format string

// The formats that are read.
const (
	JSONLines   Format = "json lines"
	JSONArray   Format = "json array"
	JSONObject  Format = "json document"
	CSV         Format = "csv"
	Shopify     Format = "shopify csv"
	WooCommerce Format = "woocommerce csv"
	GoogleXML   Format = "google merchant xml"
	GoogleTable Format = "google merchant table"
)

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

// openJSON tells one object per line from one array from an object around it.
func (in *input) openJSON(text io.Reader, options Options) (rowReader, error) {
	if looksLike(in.head, '[') {
		in.format = JSONArray
		return newJSONArray(text, nil)
	}
	if options.Mapping.Records == "" && isProductPerLine(in.head) {
		in.format = JSONLines
		return &jsonLines{lines: newLines(text), allowCut: options.AllowBad}, nil
	}
	in.format = JSONObject
	path, err := in.findRecords(options.Mapping.Records)
	if err != nil {
		return nil, err
	}
	return newJSONArray(text, path)
}

// isProductPerLine is true unless the first object is a document around the
// products: one that begins on its line and ends on another, or that has no
// title but a list of objects.
func isProductPerLine(head []byte) bool {
	line, _, more := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	var object map[string]any
	err := json.Unmarshal(line, &object)
	if err == nil {
		return hasTitle(object) || !hasObjects(object)
	}
	if !more && len(head) == headSize {
		return !opensDocument(line)
	}
	// Only a document breaks its line after a bracket or a comma; any other line
	// that is no JSON is a bad row among products.
	line = bytes.TrimRight(line, " \t\r")
	return len(line) > 0 && !bytes.ContainsAny(line[len(line)-1:], "{[,")
}

func hasTitle(object map[string]any) bool {
	for key := range object {
		if rankAlias(Title, key) >= 0 {
			return true
		}
	}
	return false
}

// hasObjects is true if some member, however deep, is a list of objects.
func hasObjects(object map[string]any) bool {
	for _, v := range object {
		switch v := v.(type) {
		case []any:
			if len(v) > 0 {
				if _, ok := v[0].(map[string]any); ok {
					return true
				}
			}
		case map[string]any:
			if hasObjects(v) {
				return true
			}
		}
	}
	return false
}

// opensDocument decides for a first line that is longer than the head: a list
// of objects comes before any title.
func opensDocument(line []byte) bool {
	tokens := json.NewDecoder(bytes.NewReader(line))
	depth, key := 0, true
	for {
		token, err := tokens.Token()
		if err != nil {
			return false
		}
		switch t := token.(type) {
		case json.Delim:
			if t == '[' {
				next, err := tokens.Token()
				return err == nil && next == json.Delim('{')
			}
			if t == '{' {
				depth++
			} else {
				depth--
			}
			key = true
		case string:
			if key && depth == 1 && rankAlias(Title, t) >= 0 {
				return false
			}
			key = !key
		default:
			key = true
		}
	}
}

// productLists are the names under which documents hold their products.
var productLists = []string{"products", "items", "data", "results", "records", "catalog", "catalogue",
	"goods", "entries", "hits", "rows", "nodes"}

// findRecords returns the path of the list of products in a JSON document.
func (in *input) findRecords(configured string) ([]string, error) {
	text, err := in.text()
	if err != nil {
		return nil, err
	}
	defer text.Close()
	lists, err := listArrays(text)
	if err != nil {
		return nil, err
	}
	if configured != "" {
		for _, list := range lists {
			if strings.Join(list, ".") == configured {
				return list, nil
			}
		}
		return nil, fatal(0, "the lists in it are "+joinPaths(lists), "feed.records is %q, but there is no such list", configured)
	}
	switch len(lists) {
	case 0:
		return nil, fatal(0, "a feed is a list of products, or one product per line", "the document holds no list of products")
	case 1:
		return lists[0], nil
	}
	for _, name := range productLists {
		for _, list := range lists {
			if strings.EqualFold(list[len(list)-1], name) {
				return list, nil
			}
		}
	}
	return nil, fatal(0, "name one of them under feed.records", "the document holds several lists: %s", joinPaths(lists))
}

func joinPaths(paths [][]string) string {
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = strings.Join(path, ".")
	}
	return shorten(names, listed)
}

// listArrays finds the lists of objects that stand in objects only, at any depth.
func listArrays(text io.Reader) ([][]string, error) {
	tracked := newLineTracker(text)
	tokens := json.NewDecoder(tracked)
	var lists [][]string
	var walk func(path []string) error
	// skipRest reads to the end of the list or object that is open.
	skipRest := func(depth int) error {
		for depth > 0 {
			token, err := tokens.Token()
			if err != nil {
				return err
			}
			switch token {
			case json.Delim('['), json.Delim('{'):
				depth++
			case json.Delim(']'), json.Delim('}'):
				depth--
			}
		}
		return nil
	}
	walk = func(path []string) error {
		token, err := tokens.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('['):
			first, err := tokens.Token()
			switch {
			case err != nil:
				return err
			case first == json.Delim(']'):
				return nil
			case first == json.Delim('{'):
				lists = append(lists, append([]string(nil), path...))
				return skipRest(2)
			case first == json.Delim('['):
				return skipRest(2)
			}
			return skipRest(1)
		case json.Delim('{'):
			for tokens.More() {
				key, err := tokens.Token()
				if err != nil {
					return err
				}
				if err := walk(append(path, key.(string))); err != nil {
					return err
				}
			}
			_, err := tokens.Token()
			return err
		}
		return nil
	}
	if err := walk(nil); err != nil {
		return nil, jsonError(err, tracked, tokens)
	}
	if _, err := tokens.Token(); !errors.Is(err, io.EOF) {
		return nil, fatal(tracked.at(tokens.InputOffset()), "put one product on each line, or all in one list",
			"there is more after the end of the document")
	}
	return lists, nil
}
