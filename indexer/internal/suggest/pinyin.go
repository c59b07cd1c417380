package suggest

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// maxReadings bounds the ways to read one suggestion.
const maxReadings = 4

// readings returns the ways to read a folded text that has Chinese characters, in
// syllables without tones that are parted by spaces, the likeliest first: "sha fa"
// for 沙发. What is not Chinese stands among them as one syllable.
func readings(folded string) []string {
	if !strings.ContainsFunc(folded, isHan) {
		return nil
	}
	arguments := pinyin.NewArgs()
	arguments.Heteronym = true
	ways := []string{""}
	run := ""
	flush := func() {
		if run != "" {
			ways = times(ways, []string{run})
			run = ""
		}
	}
	for _, r := range folded {
		switch syllables := pinyin.SinglePinyin(r, arguments); {
		case isHan(r) && len(syllables) > 0:
			flush()
			ways = times(ways, syllables)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			run += string(r)
		default:
			flush()
		}
	}
	flush()
	return ways
}

// times appends each of the syllables to each of the ways, the first syllable
// first, as far as there is room.
func times(ways, syllables []string) []string {
	var longer []string
	for _, syllable := range syllables {
		for _, way := range ways {
			next := strings.TrimSpace(way + " " + syllable)
			if len(longer) < maxReadings && !slices.Contains(longer, next) {
				longer = append(longer, next)
			}
		}
	}
	return longer
}
