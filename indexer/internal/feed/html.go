package feed

import (
	"bytes"
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
// and is read once more, so that no tag of HTML is ever left.
func plainText(s string) string {
	s = strings.Map(visible, s)
	if hasMarkup(s) {
		for range maxEscapes {
			s = strings.Map(visible, stripMarkup(s))
			if !hasTags(s) {
				return squeeze(s)
			}
		}
		s = strings.NewReplacer("<", " ", ">", " ").Replace(s)
	}
	return squeeze(s)
}

// maxEscapes bounds how often a text is read as HTML. Each time it gets shorter,
// and nobody escapes more often than twice but to do harm.
const maxEscapes = 8

// plainLine is plainText in one line, for titles and names.
func plainLine(s string) string {
	return strings.Join(strings.Fields(plainText(s)), " ")
}

// stripMarkup reads HTML once.
func stripMarkup(s string) string {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(s))
	hidden := atom.Atom(0)
	for {
		kind := tokens.Next()
		switch kind {
		case html.ErrorToken:
			return b.String() // the end: a string has no other error
		case html.TextToken:
			if hidden == 0 {
				b.Write(tokens.Text())
			}
			continue
		case html.CommentToken, html.DoctypeToken:
			continue
		}
		raw := string(tokens.Raw()) // TagName changes what Raw returns
		name, _ := tokens.TagName()
		tag := atom.Lookup(name)
		switch {
		case hidden != 0:
			if kind == html.EndTagToken && tag == hidden {
				hidden = 0
			}
		case tag == 0 && !bytes.ContainsAny(name, "-:"):
			b.WriteString(raw) // "<M>" is a size, no element
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
func squeeze(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line != "" && line != "-" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// visible drops what has no shape: control characters, byte order marks and
// zero-width spaces. Joiners stay, as emoji and several scripts need them. Every
// kind of line end becomes the usual one.
func visible(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == '\u2028', r == '\u2029':
		return '\n'
	case r == '\t':
		return ' '
	case r < ' ', r >= 0x7f && r < 0xa0, r == '\u200b', r == '\ufeff', r == '\u00ad':
		return -1
	}
	return r
}
