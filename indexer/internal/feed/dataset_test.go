package feed

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestRealExports imports the real exports under the folder that VITRINE_DATA
// names; the folder is not part of the project.
func TestRealExports(t *testing.T) {
	root := os.Getenv("VITRINE_DATA")
	if root == "" {
		t.Skip("VITRINE_DATA names no folder of real exports")
	}
	electronics := Mapping{
		Fields: map[Field][]string{
			ID: {"id"}, Title: {"title"}, Description: {"short_description"}, Brand: {"supplier"},
			Price: {"price"}, Image: {"img_500x500"},
		},
		Attributes: []AttributeRule{{From: "attr_t_*"}, {From: "attr_n_*"}, {From: "attr_b_*"}},
	}
	for _, c := range []struct {
		file     string
		mapping  Mapping
		products int
	}{
		{"feeds/icecat-export.jsonl.gz", electronics, 19406},
		{"feeds/icecat-export.jsonl.gz", Mapping{}, 19406},
		{"feeds/dummyjson-products.json", Mapping{}, 194},
		{"feeds/shopify-apparel.csv", Mapping{}, 25},
		{"feeds/shopify-bicycles.csv", Mapping{}, 226},
		{"feeds/shopify-jewelry.csv", Mapping{}, 19},
		{"feeds/shopify-snowdevil.csv", Mapping{}, 277},
		{"feeds/woocommerce.csv", Mapping{}, 14},
		{"search/icecat/products.jsonl.gz", Mapping{}, 19406},
		{"search/homedepot/products.jsonl.gz", Mapping{}, 54667},
		{"search/crowdflower/products.jsonl.gz", Mapping{}, 10158},
		{"zh/shop.jsonl", Mapping{}, 239},
	} {
		t.Run(c.file, func(t *testing.T) {
			start := time.Now()
			catalogue, err := Read(context.Background(), []string{filepath.Join(root, c.file)}, Options{Mapping: c.mapping})
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			t.Logf("%v, %d MB from the system", time.Since(start).Round(time.Millisecond), memory.Sys>>20)
			if testing.Verbose() {
				_ = catalogue.Report.WriteText(os.Stdout)
			}
			require.NoError(t, err)
			require.Len(t, catalogue.Products, c.products)
			require.Empty(t, catalogue.Report.Files[0].Bad)
		})
	}
}
