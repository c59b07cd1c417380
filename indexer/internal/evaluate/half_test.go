package evaluate

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// CRC-32 (IEEE) has the check value cbf43926 for "123456789", which is even, and
// e8b7be43 for "a", which is odd.
func TestHalvesGoByTheChecksumOfTheText(t *testing.T) {
	assert.True(t, Even.Holds("123456789"))
	assert.False(t, Odd.Holds("123456789"))
	assert.True(t, Odd.Holds("a"))
	assert.False(t, Even.Holds("a"))
}

func TestEveryTextIsInOneHalf(t *testing.T) {
	for _, text := range []string{"", "desk lamp", "给猫的礼物", "\xff\xfe", "lamp "} {
		assert.NotEqual(t, Even.Holds(text), Odd.Holds(text), "%q", text)
		assert.True(t, Half("").Holds(text), "%q", text)
	}
}

func TestAHalfIsEvenOrOdd(t *testing.T) {
	var h Half
	require.NoError(t, h.Set("odd"))
	assert.Equal(t, Odd, h)
	for _, name := range []string{"", "Even", "both"} {
		require.EqualError(t, h.Set(name), "must be even or odd")
	}
	assert.Equal(t, Odd, h)
}
