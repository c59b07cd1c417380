package peer

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/build"
	"github.com/vitrine-search/vitrine/indexer/internal/evaluate"
)

func newIndex(t *testing.T, documents ...build.Document) *Index {
	t.Helper()
	x, err := New(t.Context(), documents)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, x.Close()) })
	return x
}

func TestTitlesCountTwiceAndEnglishIsStemmed(t *testing.T) {
	x := newIndex(t,
		build.Document{ID: "brand", Title: "one thing", Brand: "Lamps"},
		build.Document{ID: "none", Title: "one chair", Brand: "Oak"},
		build.Document{ID: "title", Title: "one lamp", Brand: "Pine"},
	)
	first, returned, err := x.Search(t.Context(), "the lamps", evaluate.Grades{"brand": 1, "none": 0})
	require.NoError(t, err)
	assert.Equal(t, evaluate.Ranking{"title", "brand"}, first)
	assert.Equal(t, evaluate.Ranking{"brand"}, returned)
}

func TestTheOrderOfTheJudgedIsThatOfAll(t *testing.T) {
	var documents []build.Document
	judged := evaluate.Grades{}
	for i := range 150 {
		id := fmt.Sprintf("%03d", i)
		documents = append(documents, build.Document{
			ID: id, Title: "lamp", Brand: []string{"Desk", "Lamp", "Oak"}[i%3],
			Description: strings.Repeat("lamp ", i%7) + strings.Repeat("desk ", i%11),
		})
		if i%4 == 0 {
			judged[id] = 1
		}
	}
	first, returned, err := newIndex(t, documents...).Search(t.Context(), "desk lamp", judged)
	require.NoError(t, err)
	require.Len(t, first, len(documents))
	assert.Equal(t, evaluate.JudgedOnly(first, judged), returned)
}

func TestTiesGoByIdentifierAlsoAtTheLastRank(t *testing.T) {
	var documents []build.Document
	for i := range 3 * evaluate.Deepest {
		documents = append(documents, build.Document{ID: fmt.Sprintf("%04d", i), Title: "lamp"})
	}
	first, returned, err := newIndex(t, documents...).Search(t.Context(), "lamp", nil)
	require.NoError(t, err)
	require.Len(t, first, evaluate.Deepest)
	for i, id := range first {
		assert.Equal(t, fmt.Sprintf("%04d", i), id)
	}
	assert.Empty(t, returned)
}

func TestACancelledIndexIsNone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := New(ctx, []build.Document{{ID: "a", Title: "lamp"}})
	assert.ErrorIs(t, err, context.Canceled)
}
