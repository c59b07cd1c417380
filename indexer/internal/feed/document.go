package feed

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// productLists are the names under which documents hold their products.
var productLists = []string{
	"products", "items", "data", "results", "records", "catalog", "catalogue",
	"goods", "entries", "hits", "rows", "nodes",
}

// findRecords returns the path of the list of products in a JSON document.
func (in *input) findRecords(configured string) ([]string, error) {
	text, err := in.text()
	if err != nil {
		return nil, err
	}
	defer func() { _ = text.Close() }() // only read from
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
	return shorten(names)
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
