package feed

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/vitrine-search/vitrine/indexer/internal/fault"
)

// googleNamespace is that of Google Merchant's own elements, which win over
// those of RSS and Atom with the same name. Feeds that forget to declare it
// still write its usual prefix.
const googleNamespace = "http://base.google.com/ns/1.0"

// xmlItems reads the items of an RSS or the entries of an Atom feed. Broken XML
// ends the file, as in an array of JSON.
type xmlItems struct {
	decoder *xml.Decoder
}

// openXML makes sure that the root is that of a feed.
func (in *input) openXML(text io.Reader, _ Options) (rowReader, error) {
	if start := strings.ToLower(string(in.head[:min(len(in.head), 1024)])); strings.Contains(start, "<html") ||
		strings.Contains(start, "<!doctype html") {
		return nil, fatal(0, "download the feed itself; a shop answers with a page when a login is needed", "the file is a web page")
	}
	x := &xmlItems{decoder: xml.NewDecoder(text)}
	x.decoder.Entity = xml.HTMLEntity
	x.decoder.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		if in.decoder != nil {
			return input, nil // in.text decodes already
		}
		decoder, err := htmlindex.Get(label)
		if err != nil {
			return nil, fatal(0, "save the file as UTF-8", "the XML names an encoding that is not known: %q", label)
		}
		in.encoding, _ = htmlindex.Name(decoder)
		return decoder.NewDecoder().Reader(input), nil
	}
	in.format = GoogleXML
	for {
		token, err := x.decoder.Token()
		if err != nil {
			return nil, x.explain(err)
		}
		root, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch strings.ToLower(root.Name.Local) {
		case "rss", "rdf", "feed", "channel":
			return x, nil
		}
		return nil, fatal(x.line(), "a product feed in XML is Google Merchant's: RSS 2.0 or Atom; otherwise export CSV or JSON",
			"the XML is no feed: its root is <%s>", root.Name.Local)
	}
}

func (x *xmlItems) next() (record, error) {
	for {
		token, err := x.decoder.Token()
		if errors.Is(err, io.EOF) {
			return record{}, io.EOF
		}
		if err != nil {
			return record{}, x.explain(err)
		}
		if start, ok := token.(xml.StartElement); ok && (start.Name.Local == "item" || start.Name.Local == "entry") {
			line := x.line()
			object, err := x.item()
			if err != nil {
				return record{}, x.explain(err)
			}
			return record{line: line, object: object}, nil
		}
	}
}

// item reads the children of an item up to its end.
func (x *xmlItems) item() (map[string]any, error) {
	plain, google := map[string]any{}, map[string]any{}
	for {
		token, err := x.decoder.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			for name, v := range google {
				plain[name] = v
			}
			return plain, nil
		case xml.StartElement:
			v, err := x.element(t)
			if err != nil {
				return nil, err
			}
			into := plain
			if t.Name.Space == googleNamespace || t.Name.Space == "g" {
				into = google
			}
			gather(into, t.Name.Local, v)
		}
	}
}

// element reads one element up to its end: its text, or its children if it has
// the names of a group of values rather than those of marked-up text.
func (x *xmlItems) element(start xml.StartElement) (any, error) {
	var text strings.Builder
	children := map[string]any{}
	for {
		token, err := x.decoder.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement:
			v, err := x.element(t)
			if err != nil {
				return nil, err
			}
			if s, ok := v.(string); ok && isMarkup(t.Name.Local) {
				text.WriteString("\n" + s + "\n")
				continue
			}
			gather(children, t.Name.Local, v)
		case xml.EndElement:
			if len(children) > 0 {
				return children, nil
			}
			if s := strings.TrimSpace(text.String()); s != "" {
				return s, nil
			}
			return linkTarget(start), nil
		}
	}
}

// linkTarget is where an Atom link to the page itself leads.
func linkTarget(start xml.StartElement) string {
	target := ""
	for _, attribute := range start.Attr {
		switch {
		case attribute.Name.Local == "href":
			target = attribute.Value
		case attribute.Name.Local == "rel" && attribute.Value != "alternate":
			return ""
		}
	}
	return target
}

// gather adds a value under a name; values under one name make a list.
func gather(object map[string]any, name string, v any) {
	if v == "" {
		return
	}
	switch present := object[name].(type) {
	case nil:
		object[name] = v
	case []any:
		object[name] = append(present, v)
	default:
		object[name] = []any{present, v}
	}
}

func (x *xmlItems) line() int {
	line, _ := x.decoder.InputPos()
	return line
}

// explain says where a whole file of XML breaks off.
func (x *xmlItems) explain(err error) error {
	var known *fault.Error
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fatal(x.line(), hintCutOff, "the XML is cut off")
	case !errors.As(err, &syntax):
		return err
	case syntax.Msg == "unexpected EOF":
		return fatal(syntax.Line, hintCutOff, "the XML is cut off")
	case syntax.Msg == "invalid UTF-8":
		return fatal(syntax.Line, "save the file as UTF-8, or name its encoding under feed.encoding", "wrong encoding: the XML is not UTF-8")
	}
	return fatal(syntax.Line, "correct the file or export it again; text with & or < must be escaped or in CDATA",
		"broken XML: %s", syntax.Msg)
}
