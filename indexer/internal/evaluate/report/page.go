package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
)

// The page's own files. The scripts run in the order in which they stand here,
// each in an element of its own.
var (
	//go:embed page/page.gohtml
	pageSource string
	//go:embed page/page.css
	styleSource string
	//go:embed page/elements.js
	elementsSource string
	//go:embed page/queries.js
	queriesSource string
	//go:embed page/look.js
	lookSource string
)

// view is what the template shows.
type view struct {
	Summary summary
	Pairs   []pair
	Weights []weightRow
	// Second is nil without a second stage.
	Second  *secondStage
	Nothing list
	Unsure  list
	// Rows and Details are read by the scripts.
	Rows    rowData
	Details *detailData

	Policy  string
	Style   template.CSS
	Scripts []template.JS
}

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"doubt": func(title, about string, l list) doubted { return doubted{title, about, l} },
}).Parse(pageSource))

// doubted is a list with what it means.
type doubted struct {
	Title, About string
	List         list
}

// render writes the page. Its policy lets the browser run these very scripts and
// nothing else, by their hashes, and fetch nothing at all.
func render(w io.Writer, v *view) error {
	v.Style = template.CSS(styleSource) //nolint:gosec // it is our own, and its hash is in the policy
	allowed := []string{"script-src"}
	for _, script := range []string{elementsSource, queriesSource, lookSource} {
		v.Scripts = append(v.Scripts, template.JS(script)) //nolint:gosec // as the style
		allowed = append(allowed, hash(script))
	}
	v.Policy = strings.Join([]string{
		"default-src 'none'", "style-src " + hash(styleSource), strings.Join(allowed, " "), "base-uri 'none'", "form-action 'none'",
	}, "; ")
	out := bufio.NewWriter(w)
	if err := page.Execute(out, v); err != nil {
		return err
	}
	return out.Flush()
}

// hash is a source of a policy that allows exactly this text.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
