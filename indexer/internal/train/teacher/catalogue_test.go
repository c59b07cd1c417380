package teacher

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/lexical/lexicaltest"
	"github.com/vitrine-search/vitrine/shared/text"
)

func TestRead(t *testing.T) {
	analyzer := text.New(text.Options{Language: "en"})
	titles := []string{"Rechargeable batteries, batteries 2024", "Battery lamps USB3", "Lamp mp3 QX7731", "USB3 batteries 2024", "MP3 player"}
	c := Read(lexicaltest.Titles(t, analyzer, titles...), analyzer, titles)

	// Words as people write them, the most frequent first; years and the names of
	// models are left out.
	assert.Equal(t, "batteries", c.Words[0])
	assert.Contains(t, c.Words, "lamps")
	for _, no := range []string{"2024", "qx7731", "batteri"} {
		assert.NotContains(t, c.Words, no)
	}
	assert.Subset(t, c.Words, []string{"usb3", "mp3", "player"})

	require.Len(t, c.Titles, len(titles))
	spell := func(title Title) (words []string) {
		for _, number := range title.Words {
			words = append(words, c.Words[number])
		}
		return words
	}
	assert.Equal(t, titles[0], c.Titles[0].Text)
	assert.Equal(t, []string{"rechargeable", "batteries"}, spell(c.Titles[0]), "each word once")
	assert.Equal(t, []string{"batteries", "lamps", "usb3"}, spell(c.Titles[1]))
	assert.Equal(t, []string{"lamps", "mp3"}, spell(c.Titles[2]))
	require.NoError(t, c.check())

	assert.Equal(t, Catalogue{}, Read(lexicaltest.Titles(t, analyzer), analyzer, nil))
}
