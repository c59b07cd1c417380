package build

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vitrine-search/vitrine/shared/product"
)

func TestOrderPutsLikeBesideLike(t *testing.T) {
	products := []product.Product{
		{ID: "5", Category: []string{"Chairs"}, Brand: "Oak", Title: "Stool"},
		{ID: "4", Category: []string{"Beds"}, Brand: "Oak", Title: "Bunk bed"},
		{ID: "2", Category: []string{"Chairs"}, Brand: "Ash", Title: "Stool"},
		{ID: "1", Category: []string{"Chairs"}, Brand: "Ash", Title: "Stool"},
		{ID: "3", Category: []string{"Chairs"}, Brand: "Ash", Title: "Rocking chair"},
	}
	Order(products)
	var ids []string
	for _, p := range products {
		ids = append(ids, p.ID)
	}
	assert.Equal(t, []string{"4", "3", "1", "2", "5"}, ids)
}

func TestOrderForgetsTheFeeds(t *testing.T) {
	want, shuffled := lamps(50), lamps(50)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) {
		shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
	})
	Order(want)
	Order(shuffled)
	assert.Equal(t, want, shuffled)
}
