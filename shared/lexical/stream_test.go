package lexical

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryLengthOfCodeIsRead(t *testing.T) {
	codes := []uint32{
		0, 1, 191, // one byte
		192, 193, 14527, // two bytes
		14528, 14529, 473279, // three
		473280, 1 << 24, // five
	}
	var stream []byte
	var lengths []int
	for _, c := range codes {
		before := len(stream)
		stream = appendCode(stream, c)
		lengths = append(lengths, len(stream)-before)
	}
	assert.Equal(t, []int{1, 1, 1, 2, 2, 2, 3, 3, 3, 5, 5}, lengths)
	at := 0
	for _, want := range codes {
		var got uint32
		got, at = nextCode(stream, at)
		assert.Equal(t, want, got)
	}
	assert.Equal(t, len(stream), at)
}

func TestAStreamThatEndsWithinACodeIsNoticed(t *testing.T) {
	for _, code := range []uint32{192, 14528, 473280} {
		whole := appendCode(nil, code)
		for n := 1; n < len(whole); n++ {
			_, next := nextCode(whole[:n], 0)
			assert.Equal(t, -1, next)
		}
	}
}
