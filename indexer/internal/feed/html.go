package feed

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainText is a merchant's description without its markup: entities resolved,
// scripts and styles gone, one line per block, list items marked by a dash.
//
// It reads with golang.org/x/net/html, the Go project's implementation of the
// HTML standard: descriptions are pasted from word processors and page builders,
// and only a real tokenizer sees them as a browser does (unclosed tags, comments,
// attributes with ">", raw text in scripts). The libraries that turn HTML into
// text stand on regular expressions or add links and tables in ASCII art, which
// would be searched and shown.
//
// Text in which there is no markup is kept as it is, so that "a < b" stays.
// Feeds in XML often escape their HTML twice; then what comes out is HTML again
// and is read once more.
func plainText(s string) string {
	if !hasMarkup(s) {
		return squeeze(s)
	}
	text, tags := stripMarkup(s)
	if !tags && hasTags(text) {
		text, _ = stripMarkup(text)
	}
	return squeeze(text)
}

// plainLine is plainText in one line, for titles and names.
func plainLine(s string) string {
	return strings.Join(strings.Fields(plainText(s)), " ")
}

func stripMarkup(s string) (text string, tags bool) {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(s))
	hidden := atom.Atom(0)
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return b.String(), tags // the end: a string has no other error
		}
		if kind == html.TextToken {
			if hidden == 0 {
				b.Write(tokens.Text())
			}
			continue
		}
		if kind == html.CommentToken || kind == html.DoctypeToken {
			tags = true
			continue
		}
		raw := string(tokens.Raw())
		name, _ := tokens.TagName()
		tag := atom.Lookup(name)
		if tag == 0 && hidden == 0 && !strings.Contains(string(name), "-") && !strings.Contains(string(name), ":") {
			b.WriteString(raw) // "<M>" is a size, not an element
			continue
		}
		tags = true
		switch {
		case hidden != 0:
			if kind == html.EndTagToken && tag == hidden {
				hidden = 0
			}
		case isHidden(tag):
			if kind == html.StartTagToken {
				hidden = tag
			}
		case tag == atom.Li && kind == html.StartTagToken:
			b.WriteString("\n- ")
		case tag == atom.Td || tag == atom.Th:
			b.WriteString(" ")
		case isBlock(tag):
			b.WriteString("\n")
		}
	}
}

// isHidden is true for elements whose content a browser does not show as text.
func isHidden(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Noscript, atom.Iframe, atom.Svg,
		atom.Object, atom.Select, atom.Textarea:
		return true
	}
	return false
}

// isBlock is true for elements that begin on a line of their own.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Br, atom.Hr, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Tr, atom.Thead, atom.Tbody,
		atom.Tfoot, atom.Caption, atom.Blockquote, atom.Pre, atom.Section, atom.Article, atom.Header,
		atom.Footer, atom.Aside, atom.Main, atom.Nav, atom.Figure, atom.Figcaption, atom.Address,
		atom.Details, atom.Summary, atom.Form, atom.Fieldset, atom.Legend, atom.Center:
		return true
	}
	return false
}

// isMarkup is true for the names of HTML's elements of text.
func isMarkup(name string) bool {
	switch tag := atom.Lookup([]byte(strings.ToLower(name))); tag {
	case atom.A, atom.B, atom.I, atom.U, atom.Em, atom.Strong, atom.Span, atom.Small, atom.Sub, atom.Sup,
		atom.Font, atom.Img:
		return true
	default:
		return isBlock(tag)
	}
}

// hasMarkup is true if there is a tag of HTML or a character reference.
func hasMarkup(s string) bool {
	return hasTags(s) || strings.Contains(s, "&") && html.UnescapeString(s) != s
}

// hasTags is true if there is a tag of HTML or a comment.
func hasTags(s string) bool {
	for {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			return false
		}
		s = s[at+1:]
		if strings.HasPrefix(s, "!--") || strings.HasPrefix(s, "!DOCTYPE") {
			return true
		}
		name := strings.TrimPrefix(s, "/")
		end := strings.IndexFunc(name, func(r rune) bool { return !isNameRune(r) })
		if end > 0 && strings.Contains(name, ">") && atom.Lookup([]byte(strings.ToLower(name[:end]))) != 0 {
			return true
		}
	}
}

func isNameRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// squeeze trims every line, joins runs of white space, and leaves no empty line.
// Zero-width and control characters go.
func squeeze(s string) string {
	var lines []string
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }) {
		line = strings.Join(strings.Fields(strings.Map(visible, line)), " ")
		if line != "" && line != "-" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// visible drops what has no shape: control characters, byte order marks and
// zero-width spaces. Joiners stay, as emoji and several scripts need them.
func visible(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case r < ' ', r == 0x7f, r == '\u200b', r == '\ufeff', r == '\u00ad':
		return -1
	}
	return r
}
