package feed

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
)

// openJSON tells one object per line, objects over several lines, and one array
// from an array within a document.
func (in *input) openJSON(text io.Reader, options Options) (rowReader, error) {
	if looksLike(in.head, '[') {
		in.format = JSONArray
		return newJSONArray(text, nil)
	}
	first := look(in.head)
	if options.Mapping.Records == "" && !first.isDocument(options.Mapping.Fields[Title]) {
		if first.oneLine {
			in.format = JSONLines
			return &jsonLines{lines: newLines(text), allowCut: options.AllowBad}, nil
		}
		in.format = JSONObjects
		return newJSONObjects(text), nil
	}
	in.format = JSONObject
	path, err := in.findRecords(options.Mapping.Records)
	if err != nil {
		return nil, err
	}
	return newJSONArray(text, path)
}

// firstObject is what the beginning of a file shows of its first object.
type firstObject struct {
	// text is the object, if it ends within the beginning.
	text []byte
	// oneLine is true if it ends on the line on which it begins.
	oneLine bool
	// title and id are true if it has such members, objects if a list of objects
	// is in it, and products if that list has a name such as "products".
	title, id, objects, products bool
}

// look reads as much of the first object as there is.
func look(head []byte) firstObject {
	head = bytes.TrimLeft(head, " \t\r\n")
	var o firstObject
	tokens := json.NewDecoder(bytes.NewReader(head))
	token, err := tokens.Token()
	if err == nil {
		err = o.walk(tokens, token, "", 0)
	}
	line, _, more := bytes.Cut(head, []byte("\n"))
	switch {
	case err == nil:
		o.text = head[:tokens.InputOffset()]
		o.oneLine = len(o.text) <= len(line)
	case !more:
		o.oneLine = true
	default:
		// The object is broken or goes on. Only a text over several lines breaks
		// after a bracket or a comma; any other line is a bad row among products.
		line = bytes.TrimRight(line, " \t\r")
		o.oneLine = !bytes.ContainsAny(line[len(line)-1:], "{[,")
	}
	return o
}

// isDocument is true if the object is no product itself, but holds them. Titles
// are paths at which the configuration expects a product's title.
func (o firstObject) isDocument(titles []string) bool {
	var object map[string]any
	if json.Unmarshal(o.text, &object) == nil &&
		slices.ContainsFunc(titles, func(path string) bool { return lookUp(object, path) != nil }) {
		return false
	}
	isProduct := o.title && o.id
	return o.objects && !isProduct || o.products && !o.id
}

// walk reads one value whose first token is there already. The key is that
// under which it stands.
func (o *firstObject) walk(tokens *json.Decoder, token json.Token, key string, depth int) error {
	switch token {
	case json.Delim('{'):
		for tokens.More() {
			name, err := tokens.Token()
			if err != nil {
				return err
			}
			member, _ := name.(string)
			if depth == 0 {
				o.title = o.title || rankAlias(Title, member) >= 0
				o.id = o.id || rankAlias(ID, member) >= 0
			}
			if err := o.next(tokens, member, depth+1); err != nil {
				return err
			}
		}
		_, err := tokens.Token()
		return err
	case json.Delim('['):
		for tokens.More() {
			element, err := tokens.Token()
			if err != nil {
				return err
			}
			if element == json.Delim('{') {
				o.objects = true
				o.products = o.products || slices.Contains(productLists, strings.ToLower(key))
			}
			if err := o.walk(tokens, element, "", depth+1); err != nil {
				return err
			}
		}
		_, err := tokens.Token()
		return err
	}
	return nil
}

func (o *firstObject) next(tokens *json.Decoder, key string, depth int) error {
	token, err := tokens.Token()
	if err != nil {
		return err
	}
	return o.walk(tokens, token, key, depth)
}
