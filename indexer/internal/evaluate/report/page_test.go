package report

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestThePolicyAllowsThePagesOwnScriptsAndNothingElse(t *testing.T) {
	_, document := written(t, reportForTest(t))
	policy := ""
	for _, meta := range elements(document, "meta") {
		if attribute(meta, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(meta, "content")
		}
	}
	directives := map[string][]string{}
	for directive := range strings.SplitSeq(policy, "; ") {
		words := strings.Fields(directive)
		directives[words[0]] = words[1:]
	}
	assert.Equal(t, []string{"'none'"}, directives["default-src"])
	assert.Equal(t, []string{"'none'"}, directives["base-uri"])
	assert.Equal(t, []string{"'none'"}, directives["form-action"])
	assert.Len(t, directives, 5)

	var scripts, styles []string
	for _, script := range elements(document, "script") {
		if attribute(script, "type") != "application/json" {
			scripts = append(scripts, hashOf(script))
		}
	}
	for _, style := range elements(document, "style") {
		styles = append(styles, hashOf(style))
	}
	require.Len(t, scripts, 3)
	assert.Equal(t, scripts, directives["script-src"])
	assert.Equal(t, styles, directives["style-src"])
}

func hashOf(element *html.Node) string {
	sum := sha256.Sum256([]byte(element.FirstChild.Data))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func TestThePageAsksForNothingElse(t *testing.T) {
	page, document := written(t, reportForTest(t))
	for node := range document.Descendants() {
		for _, a := range node.Attr {
			if a.Key == "src" || a.Key == "href" || a.Key == "srcset" || a.Key == "action" {
				assert.True(t, strings.HasPrefix(a.Val, "#"), "%s: %s", node.Data, a.Val)
			}
			assert.NotEqual(t, "style", a.Key, "the policy forbids the style of a %s", node.Data)
			assert.False(t, strings.HasPrefix(a.Key, "on"), "the policy forbids the handler of a %s", node.Data)
		}
	}
	assert.NotContains(t, styleSource, "url(")
	assert.NotContains(t, styleSource, "@import")
	assert.NotRegexp(t, `https?://`, page)
}

func TestTextsStayTexts(t *testing.T) {
	_, document := written(t, reportForTest(t))
	assert.Empty(t, elements(document, "img"))
	assert.Contains(t, block[detailsRead](t, document, "details").Strings, hostile)
	assert.Equal(t, "Lamps <&> Chairs", text(elements(document, "h1")[0]))
	assert.Contains(t, text(elements(document, "main")[0]), "<b>Theirs</b>")
}

// Links lead to parts of the page, parts have names, tables have headers and
// captions, and no identifier stands for two things.
func TestThePageCanBeFoundOnesWayIn(t *testing.T) {
	_, document := written(t, reportForTest(t))
	ids := map[string]bool{}
	for node := range document.Descendants() {
		if id := attribute(node, "id"); id != "" {
			assert.False(t, ids[id], "%s stands there twice", id)
			ids[id] = true
		}
	}
	for _, link := range elements(document, "a") {
		assert.True(t, ids[strings.TrimPrefix(attribute(link, "href"), "#")], attribute(link, "href"))
	}
	for node := range document.Descendants() {
		if id := attribute(node, "aria-labelledby"); id != "" {
			assert.True(t, ids[id], "%s is labelled by %s", node.Data, id)
		}
	}
	for _, table := range elements(document, "table") {
		require.Len(t, elements(table, "caption"), 1)
		for _, header := range elements(table, "th") {
			assert.Contains(t, []string{"col", "row"}, attribute(header, "scope"))
		}
	}
	labelled := map[string]bool{}
	for _, label := range elements(document, "label") {
		labelled[attribute(label, "for")] = true
	}
	for _, control := range slices.Concat(elements(document, "input"), elements(document, "select")) {
		assert.True(t, labelled[attribute(control, "id")], attribute(control, "name"))
	}
	assert.Equal(t, "en", attribute(elements(document, "html")[0], "lang"))
	assert.Len(t, elements(document, "h1"), 1)
}
