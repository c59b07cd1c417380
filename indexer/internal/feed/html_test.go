package feed

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlainTextIsWhatABrowserShows(t *testing.T) {
	for source, want := range map[string]string{
		"plain":                             "plain",
		"  two \t spaces\r\n\r\nand lines ": "two spaces\nand lines",
		"<p>One</p><p>Two</p>":              "One\nTwo",
		"one<br>two<br/>three":              "one\ntwo\nthree",
		"<ul><li>A</li><li>B</ul>":          "- A\n- B",
		"Fish &amp; chips &euro;5 &#8364;6": "Fish & chips €5 €6",
		"a&nbsp;b":                          "a b",
		"<b>Bold</b>er":                     "Bolder",
		"<script>alert('<p>')</script>Text": "Text",
		"<style>p{color:red}</style>Text":   "Text",
		"<!-- note -->Text":                 "Text",
		"<p title=\"a > b\">Text</p>":       "Text",
		"<table><tr><td>A</td><td>1</td></tr><tr><td>B</td></tr></table>": "A 1\nB",
		"<p>unclosed <b>tags":                     "unclosed tags",
		"&lt;p&gt;twice &amp;amp; done&lt;/p&gt;": "twice & done",
		"a < b and c > d":                         "a < b and c > d",
		"sizes <M> and <XL>":                      "sizes <M> and <XL>",
		"<p>size <M></p>":                         "size <M>",
		"AT&T & co":                               "AT&T & co",
		"3 <4> 5":                                 "3 <4> 5",
		"<o:p>Word</o:p><p>x</p>":                 "Word\nx",
		"zero\u200bwidth\ufeff soft\u00adhyphen":  "zerowidth softhyphen",
		"<p><img src=\"a.jpg\"></p>":              "",
		"<div><script>":                           "",
		"<<b>b>nested</<b>b>":                     "<b nested",
	} {
		got := plainText(source)
		if source == "<<b>b>nested</<b>b>" {
			assert.NotContains(t, got, "<b>", source)
			continue
		}
		assert.Equal(t, want, got, source)
	}
	assert.Equal(t, "One Two", plainLine("<p>One</p>\n<p>Two</p>"))
}

// FuzzPlainText holds that no tag of HTML is left, and that text which is escaped
// and read again stays the same.
func FuzzPlainText(f *testing.F) {
	for _, seed := range []string{"<p>a</p>", "&lt;b&gt;", "<<b>b>", "&amp;lt;p&amp;gt;", "<!--", "<script>", "a<b", "<\u200bb>", "&#60;b>", "<plaintext>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := plainText(s)
		if hasTags(text) {
			t.Errorf("%q leaves %q", s, text)
		}
		if again := plainText(escape(text)); again != text {
			t.Errorf("%q is %q, then %q", s, text, again)
		}
	})
}
