package build

import (
	"fmt"
	"strconv"

	"github.com/vitrine-search/vitrine/shared/product"
)

// lamps returns n products that differ in every field, for tests that need a
// catalogue but not a certain one.
func lamps(n int) []product.Product {
	brands := []string{"Lumen", "Halo", "Ember"}
	rooms := []string{"Desk", "Floor", "Ceiling", "Wall"}
	products := make([]product.Product, n)
	for i := range products {
		price := 10 + float64(i)
		products[i] = product.Product{
			ID:          fmt.Sprintf("lamp-%03d", i),
			Title:       fmt.Sprintf("%s lamp model %d", rooms[i%len(rooms)], i),
			Brand:       brands[i%len(brands)],
			Category:    []string{"Lighting", rooms[i%len(rooms)] + " lamps"},
			Description: "A lamp for reading & working, with a warm light.",
			Price:       &price,
			Attributes:  map[string][]string{"colour": {[]string{"red", "green"}[i%2]}, "serial": {strconv.Itoa(i)}},
		}
	}
	return products
}

func number(v float64) *float64 { return &v }

func noProgress(string, int, int) {}
