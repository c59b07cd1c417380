package feed

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/product"
)

// escape writes text as HTML that says the same.
func escape(text string) string { return html.EscapeString(text) }

// native writes products in the project's own shape, one per line.
func native(t *testing.T, products []product.Product) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, p := range products {
		row := map[string]any{
			"id": escape(p.ID), "title": escape(p.Title), "description": escape(p.Description), "brand": escape(p.Brand),
			"price": p.Price, "list_price": p.ListPrice, "rating": p.Rating, "reviews": p.Reviews,
			"availability": p.Availability, "url": p.URL, "image": p.Image,
		}
		category := []string{}
		for _, step := range p.Category {
			category = append(category, escape(step))
		}
		row["category"] = category
		attributes := map[string][]string{}
		for name, values := range p.Attributes {
			for _, value := range values {
				attributes[escape(name)] = append(attributes[escape(name)], escape(value))
			}
		}
		row["attributes"] = attributes
		var variants []map[string]any
		for _, v := range p.Variants {
			options := []map[string]string{}
			for _, o := range v.Options {
				options = append(options, map[string]string{"name": escape(o.Name), "value": escape(o.Value)})
			}
			variants = append(variants, map[string]any{
				"id": escape(v.ID), "options": options, "price": v.Price,
				"url": v.URL, "image": v.Image, "availability": v.Availability,
			})
		}
		row["variants"] = variants
		line, err := json.Marshal(row)
		require.NoError(t, err)
		b.Write(append(line, '\n'))
	}
	return b.Bytes()
}

// check holds what must be true of every catalogue, and that a catalogue which
// is written and read again is the same.
func check(t *testing.T, path string, content []byte) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, content, 0o600))
	catalogue, err := Read(context.Background(), []string{path}, Options{AllowBad: true})
	if err != nil {
		return
	}
	ids := map[string]bool{}
	for _, p := range catalogue.Products {
		if p.ID == "" || p.Title == "" || ids[p.ID] {
			t.Fatalf("product %q %q", p.ID, p.Title)
		}
		ids[p.ID] = true
		if p.Price != nil && *p.Price < 0 {
			t.Fatalf("%s costs %v", p.ID, *p.Price)
		}
		for name, values := range p.Attributes {
			if name == "" || len(values) == 0 {
				t.Fatalf("%s has the attribute %q with %d values", p.ID, name, len(values))
			}
		}
	}
	written := native(t, catalogue.Products)
	require.NoError(t, os.WriteFile(path, written, 0o600))
	again, err := Read(context.Background(), []string{path}, Options{})
	require.NoError(t, err, "%s", written)
	require.Equal(t, showAll(catalogue.Products), showAll(again.Products), "%s", written)
}

func TestSamplesAreStable(t *testing.T) {
	for _, c := range formats {
		content, err := os.ReadFile(filepath.Join(feeds, c.file))
		require.NoError(t, err)
		check(t, filepath.Join(t.TempDir(), "export"), content)
	}
}

// fuzz runs check on a parser's samples and on what grows from them.
func fuzz(f *testing.F, samples []string, seeds ...string) {
	f.Helper()
	for _, name := range samples {
		content, err := os.ReadFile(filepath.Join(feeds, name))
		require.NoError(f, err)
		f.Add(content)
	}
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	path := filepath.Join(f.TempDir(), "export")
	f.Fuzz(func(t *testing.T, content []byte) { check(t, path, content) })
}

func FuzzJSONLines(f *testing.F) {
	fuzz(f, []string{"products.jsonl", "bad-rows.jsonl"}, `{"id":1,"title":"A","variants":[{"options":["S"]}],"options":["Size"]}`)
}

func FuzzJSONArray(f *testing.F) {
	fuzz(f, []string{"api.json"}, `[{"id":1,"title":"<b>A</b>","category":["a > b","c"]}]`, `[[]]`, `[1`)
}

func FuzzJSONDocument(f *testing.F) {
	fuzz(f, []string{"document.json", "shopify-api.json"}, "{\n\"a\":{\"b\":[{\"id\":1,\"title\":2}]}}", `{"a":[[{}]]}`)
}

func FuzzCSV(f *testing.F) {
	fuzz(f, []string{"german.csv", "bad-rows.csv"}, "sep=;\nid;title\n1;\"A\n", "id,title,item_group_id,color\n1,A,g,Red\n2,B,g,Blue\n")
}

func FuzzShopify(f *testing.F) {
	fuzz(f, []string{"shopify-old.csv", "shopify-new.csv"}, "Handle,Title,Variant Price,Option1 Name,Option1 Value\na,A,1,Title,X\na,,2,,Y\n")
}

func FuzzWooCommerce(f *testing.F) {
	fuzz(f, []string{"woocommerce.csv"}, "Type,Name,Regular price,Parent,ID,SKU\nvariation,x,1,A,2,\nvariable,y,,,1,A\n")
}

func FuzzGoogleXML(f *testing.F) {
	fuzz(f, []string{"google.xml", "google-atom.xml"}, "<rss><item><id>1</id><title><b>A</b> c</title></item></rss>")
}

func FuzzGoogleTable(f *testing.F) {
	fuzz(f, []string{"google.tsv"}, "id\ttitle\tlink\timage link\tproduct_detail\n1\tA\t/a\ta.jpg\tx:Width:3,y:Depth:4\n")
}

func FuzzGzip(f *testing.F) {
	fuzz(f, nil, "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", "\x1f\x8b")
}
