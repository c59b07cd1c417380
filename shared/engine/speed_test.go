package engine

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle/bundlefs"
)

// BenchmarkParse is the understanding of a query alone: its words, their
// relatives and what may have been meant.
func BenchmarkParse(b *testing.B) {
	manifest, source, err := bundlefs.Open(os.DirFS("../../testdata/bundles/v2"))
	if dir := os.Getenv("BUNDLE"); dir != "" {
		manifest, source, err = bundlefs.Open(os.DirFS(dir))
	}
	require.NoError(b, err)
	e, err := Open(context.Background(), manifest, source)
	require.NoError(b, err)
	for _, query := range []string{"lamp ", "wooden table lamp ", "wodden tabel lamps ", "diining tabl "} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				e.parse(query, false)
			}
		})
	}
}
