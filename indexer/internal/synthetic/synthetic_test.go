package synthetic

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
	"github.com/vitrine-search/vitrine/indexer/internal/feed"
)

func catalogue(t *testing.T, seed uint64, n int) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, New(seed).WriteProducts(&out, n, nil))
	return out.Bytes()
}

func queries(t *testing.T, seed uint64, products, n int) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, New(seed).WriteQueries(&out, products, n))
	return out.String()
}

func TestASeedMakesTheSameBytes(t *testing.T) {
	products, asked := catalogue(t, 5, 200), queries(t, 5, 200, 100)
	again, askedAgain := catalogue(t, 5, 200), queries(t, 5, 200, 100)
	assert.Equal(t, products, again)
	assert.Equal(t, asked, askedAgain)
	assert.NotEqual(t, products, catalogue(t, 6, 200))
	assert.NotEqual(t, asked, queries(t, 6, 200, 100))
}

func TestASmallCatalogueBeginsALargeOne(t *testing.T) {
	small, large := catalogue(t, 5, 50), catalogue(t, 5, 200)
	assert.Equal(t, small, large[:len(small)])
}

func TestTheFeedReaderTakesEveryProduct(t *testing.T) {
	path := filepath.Join(t.TempDir(), "products.jsonl")
	require.NoError(t, os.WriteFile(path, catalogue(t, 1, 500), 0o600))
	read, err := feed.Read(context.Background(), []string{path}, feed.Options{})
	require.NoError(t, err)
	require.Len(t, read.Products, 500)
	for _, file := range read.Report.Files {
		assert.Empty(t, file.Bad)
	}
	g := New(1)
	for i, got := range read.Products {
		want := g.Product(i)
		assert.Equal(t, want.ID, got.ID)
		assert.Equal(t, want.Title, got.Title)
		assert.Equal(t, want.Description, got.Description)
		assert.Equal(t, want.Brand, got.Brand)
		assert.Equal(t, want.Category, got.Category)
		require.NotNil(t, got.Price)
		assert.InDelta(t, want.Price, *got.Price, 1e-9)
		assert.Equal(t, []string{want.Attributes["colour"]}, got.Attributes["colour"])
	}
}

func TestQueriesAskForWhatThereIs(t *testing.T) {
	const products, n = 300, 400
	text := strings.ToLower(string(catalogue(t, 1, products)))
	read, err := evaluate.ReadQueries(strings.NewReader(queries(t, 1, products, n)), "queries")
	require.NoError(t, err)
	require.Len(t, read, n)
	whole := 0
	for _, query := range read {
		words := strings.Fields(query.Text)
		assert.LessOrEqual(t, len(words), longestQuery, query.Text)
		found := true
		for _, word := range words {
			found = found && strings.Contains(text, word)
		}
		if found {
			whole++
		}
	}
	// One query in eight has a typing error, and not every error makes a word
	// that the catalogue lacks.
	assert.InDelta(t, 0.9, float64(whole)/n, 0.07)
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestAFailedWriteNamesTheLine(t *testing.T) {
	require.EqualError(t, New(1).WriteProducts(broken{}, 3, nil), "product 1: disk full")
	require.EqualError(t, New(1).WriteQueries(broken{}, 3, 3), "query 1: disk full")
}
