package english

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheShippedTable(t *testing.T) {
	general := Load()
	v := general.Vectors()
	assert.Equal(t, 64, v.Dims())
	assert.Greater(t, v.Len(), 30000)
	// The repository grants 1.5 MB to the table and its licences.
	assert.Less(t, len(shipped), 1_490_000)
	last := 1
	for i := range v.Len() {
		word := v.Word(i)
		at, _ := v.Lookup(word)
		require.Equal(t, i, at, "%s stands twice", word)
		require.GreaterOrEqual(t, general.Rank(i), last, word)
		last = general.Rank(i)
		for _, r := range word {
			require.True(t, r >= 'a' && r <= 'z', word)
		}
		require.InDelta(t, 1, cosine(v.Row(i), v.Row(i)), 1e-5, word)
	}
	assert.Same(t, general, Load())
}

func TestTheShippedTableKnowsWhatShopsSell(t *testing.T) {
	v := Load().Vectors()
	for _, word := range []string{
		"footstool", "trivet", "duvet", "colander", "sconce", "doormat", "lampshade", "coaster", "spatula",
		"hammock", "teapot", "cushion", "wardrobe", "screwdriver", "wrench", "faucet", "grout", "plywood",
		"laptop", "keyboard", "headphone", "router", "toner", "usb",
		"sneaker", "cardigan", "earring", "backpack", "stroller", "crib", "leash", "kibble",
		"basil", "fern", "oregano", "walnut", "linen", "fleece", "bamboo", "porcelain",
	} {
		_, found := v.Lookup(word)
		assert.True(t, found, word)
	}
}

func TestTheShippedTableKnowsWhatIsNear(t *testing.T) {
	v := Load().Vectors()
	row := func(word string) []float32 {
		i, found := v.Lookup(word)
		require.True(t, found, word)
		return v.Row(i)
	}
	for _, c := range []struct{ word, near, far string }{
		{"footstool", "stool", "parliament"},
		{"footstool", "feet", "parliament"},
		{"footstool", "ottoman", "bishop"},
		{"duvet", "quilt", "engine"},
		{"duvet", "bed", "kitchen"},
		{"colander", "strainer", "pillow"},
		{"lampshade", "lamp", "cheese"},
		{"sconce", "candle", "minister"},
		{"sofa", "couch", "spoon"},
		{"quiet", "silent", "yellow"},
		{"kettle", "teapot", "bicycle"},
		{"usb", "adapter", "carrot"},
		{"moth", "insect", "invoice"},
		{"chilly", "cold", "wooden"},
		{"grandmother", "mother", "hammer"},
	} {
		assert.Greater(t, cosine(row(c.word), row(c.near)), cosine(row(c.word), row(c.far))+0.1, "%s: %s or %s", c.word, c.near, c.far)
	}
}

func TestRanksTellHowCommonWordsAre(t *testing.T) {
	general := Load()
	rank := func(word string) int {
		i, found := general.Vectors().Lookup(word)
		require.True(t, found, word)
		return general.Rank(i)
	}
	assert.Equal(t, 1, rank("the"))
	order := []int{rank("the"), rank("house"), rank("chair"), rank("kettle"), rank("colander"), rank("footstool")}
	assert.True(t, slices.IsSorted(order), "%v", order)
}

func cosine(a, b []float32) float64 {
	sum := 0.0
	for k := range a {
		sum += float64(a[k]) * float64(b[k])
	}
	return sum
}
