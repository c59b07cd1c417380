package main

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPicturesAreLightAndInert(t *testing.T) {
	files := generated(t)
	var err error
	total, drawn := 0, 0
	for name, svg := range files {
		if !strings.HasPrefix(name, pictureDir) {
			continue
		}
		drawn++
		total += len(svg)
		assert.LessOrEqual(t, len(svg), 2500, name)
		for _, active := range []string{"<script", "<style", "href", "url(", "onload"} {
			assert.NotContains(t, string(svg), active, name)
		}
		decoder := xml.NewDecoder(strings.NewReader(string(svg)))
		for {
			if _, err = decoder.Token(); err != nil {
				break
			}
		}
		require.ErrorIs(t, err, io.EOF, name)
	}
	assert.Positive(t, drawn)
	assert.LessOrEqual(t, total, 1_500_000, "bytes of all pictures")
}

func TestPictureNamesAreReadBack(t *testing.T) {
	s, err := openStudio()
	require.NoError(t, err)
	drawing, colour, err := s.parse("floor-lamp-dove-grey")
	require.NoError(t, err)
	assert.Equal(t, []string{"floor-lamp", "dove-grey"}, []string{drawing, colour})
	_, _, err = s.parse("unicorn-oak")
	assert.ErrorContains(t, err, `"unicorn-oak"`)
}

func TestDrawNamesWhatIsMissing(t *testing.T) {
	s, err := openStudio()
	require.NoError(t, err)
	_, err = s.draw("unicorn", "oak")
	require.ErrorContains(t, err, "drawings/unicorn.svg")
	_, err = s.draw("sofa", "octarine")
	assert.ErrorContains(t, err, `"octarine"`)
}
