package feed

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/product"
)

// feeds is the folder of the sample exports.
const feeds = "../../../testdata/feeds"

// readSample reads one sample without any configuration.
func readSample(t *testing.T, name string) Catalogue {
	t.Helper()
	catalogue, err := Read(context.Background(), []string{filepath.Join(feeds, name)}, Options{})
	require.NoError(t, err)
	return catalogue
}

// readText reads a file with the given content.
func readText(t *testing.T, content string, options Options) (Catalogue, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export")
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return Read(context.Background(), []string{path}, options)
}

// show writes a product in lines that are easy to compare: what is absent is
// not shown.
func show(p product.Product) string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	fmt.Fprintf(&b, "%s: %s\n", p.ID, p.Title)
	line("text", strings.ReplaceAll(p.Description, "\n", " / "))
	line("brand", p.Brand)
	line("category", strings.Join(p.Category, " > "))
	line("price", amounts(p.Price, p.ListPrice))
	if p.Rating != nil {
		line("rating", fmt.Sprintf("%v of %d", *p.Rating, p.Reviews))
	}
	line("stock", string(p.Availability))
	line("url", p.URL)
	line("image", p.Image)
	for _, name := range sortedNames(p.Attributes) {
		line("@"+name, strings.Join(p.Attributes[name], ", "))
	}
	for _, v := range p.Variants {
		parts := []string{v.ID}
		for _, o := range v.Options {
			parts = append(parts, o.Name+"="+o.Value)
		}
		for _, part := range []string{amounts(v.Price, nil), string(v.Availability), v.URL, v.Image} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		line("- variant", strings.Join(parts, "; "))
	}
	return b.String()
}

func amounts(price, list *float64) string {
	switch {
	case price == nil:
		return ""
	case list == nil:
		return fmt.Sprint(*price)
	}
	return fmt.Sprintf("%v before %v", *price, *list)
}

func showAll(products []product.Product) string {
	texts := make([]string, len(products))
	for i, p := range products {
		texts[i] = show(p)
	}
	return strings.Join(texts, "\n")
}
