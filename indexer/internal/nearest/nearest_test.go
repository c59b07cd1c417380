package nearest

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNameThatWasMeant(t *testing.T) {
	names := []string{"facets", "facet", "search", "supplier"}
	for word, want := range map[string]string{
		"suplier": "supplier", "Facet": "facet", "facetts": "facets", "serch": "search", "faect": "facet",
		"shipping": "", "": "", "x": "",
	} {
		assert.Equal(t, want, Name(word, names), word)
	}
}

func TestDistanceCountsEdits(t *testing.T) {
	assert.Equal(t, 3, distance("kitten", "sitting"))
	assert.Equal(t, 4, distance("", "söfa"))
	assert.Equal(t, 1, distance("abcd", "acbd"))
	assert.Equal(t, 0, distance("沙发", "沙发"))
	assert.Equal(t, distance("abc", "ca"), distance("ca", "abc"))
}
