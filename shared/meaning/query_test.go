package meaning_test

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/attention"
	"github.com/vitrine-search/vitrine/shared/meaning"
)

// ask adds the rows to a query, one of them unknown.
func ask(q *meaning.Query, rows ...int) {
	q.Reset()
	q.Add(0, false)
	for _, row := range rows {
		q.Add(row, true)
	}
	q.Settle()
}

func TestNearestProductsAreThoseOfTheGreatestCosine(t *testing.T) {
	s, x, table := open(t, nil)
	q := s.NewQuery()
	for _, rows := range [][]int{{3}, {withRows}, {1, 2, withRows + 1}} {
		ask(q, rows...)
		want := make([]float64, dims)
		for _, row := range rows {
			for k, v := range unit(table, row) {
				want[k] += v * s.Weight(row)
			}
		}
		normal(want)
		all := make([]attention.Neighbor, products)
		for doc := range all {
			cosine := float32(dot(want, direction(x, table, uint32(doc))))
			all[doc] = attention.Neighbor{Row: uint32(doc), Score: cosine}
			assert.InDelta(t, cosine, q.Cosine(s.Products(), doc), 0.02)
		}
		slices.SortFunc(all, func(a, b attention.Neighbor) int { return cmp.Compare(b.Score, a.Score) })
		near := q.Nearest(10, -2)
		assert.Len(t, near, 10)
		for i, n := range near {
			assert.InDelta(t, all[i].Score, n.Score, 0.03)
		}
		floor := (near[4].Score + near[5].Score) / 2
		assert.Len(t, q.Nearest(10, floor), 5)
		assert.Empty(t, q.Nearest(0, -2))
	}
}

func TestAQueryOfUnknownWordsIsLikeNothing(t *testing.T) {
	s, _, _ := open(t, nil)
	q := s.NewQuery()
	ask(q)
	assert.Empty(t, q.Nearest(10, -2))
	assert.Zero(t, q.Cosine(s.Products(), 0))
	assert.Zero(t, q.Similarity(0, 5))
}

func TestAQueryCanBeUsedAgain(t *testing.T) {
	s, _, _ := open(t, nil)
	used, fresh := s.NewQuery(), s.NewQuery()
	ask(used, 4, 9, withRows, 2)
	ask(used, 8, 1)
	ask(fresh, 8, 1)
	assert.Equal(t, slices.Clone(fresh.Nearest(20, -2)), slices.Clone(used.Nearest(20, -2)))
	for row := range withRows + 2 {
		for word := range 3 {
			assert.InDelta(t, fresh.Similarity(word, row), used.Similarity(word, row), 0)
		}
	}
}

func TestSimilarityIsTheCosineOfTwoWords(t *testing.T) {
	s, _, table := open(t, nil)
	q := s.NewQuery()
	ask(q, 5, withRows)
	for row := range withRows + 2 {
		assert.InDelta(t, dot(unit(table, 5), unit(table, row)), q.Similarity(1, row), 1e-5)
		assert.InDelta(t, dot(unit(table, withRows), unit(table, row)), q.Similarity(2, row), 1e-5)
	}
}

// What a word sees is the mean of its similarities, weighted by their softmax.
func TestAttention(t *testing.T) {
	var a meaning.Attention
	assert.Zero(t, a.Seen())
	for _, similarities := range [][]float32{{0.5}, {1, 0.25, -0.5}, {-1, -1}, {0.75, 0.75, 0.5, 0}} {
		a = meaning.Attention{}
		sum, all := 0.0, 0.0
		for _, s := range similarities {
			a.To(s)
			e := math.Exp(meaning.Sharpness * float64(s))
			sum, all = sum+e*float64(s), all+e
		}
		assert.InDelta(t, sum/all, a.Seen(), 0.005)
	}
	a = meaning.Attention{}
	a.To(7) // rounding may leave a cosine a little above 1
	a.To(-7)
	assert.InDelta(t, 7, a.Seen(), 1e-3)
}

func TestAskingAllocatesNothing(t *testing.T) {
	s, _, _ := open(t, nil)
	q := s.NewQuery()
	search := func() {
		ask(q, 3, 4, 5)
		q.Nearest(10, 0)
	}
	search()
	assert.Zero(t, testing.AllocsPerRun(20, search))
}
