package main

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A condition that no product can meet is a sentence that nobody will ever read.
func TestEveryConditionCanBeMet(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		m, err := loadMaterial(language)
		require.NoError(t, err)
		for _, kind := range m.types {
			known := slices.Concat(kind.Nouns, m.sayAll(kind.Also), m.sayAll(kind.Features), m.sayAll(kind.Maybe))
			for _, f := range kind.finishes {
				known = append(known, m.say(f.material))
				known = append(known, m.sayAll(f.colours)...)
			}
			for _, size := range kind.Sizes {
				for _, v := range size {
					if text, ok := v.(string); ok {
						known = append(known, text)
					}
				}
			}
			for _, line := range slices.Concat(kind.Use, kind.Detail) {
				tags, _ := condition(line)
				for _, tag := range tags {
					assert.Contains(t, known, tag, "%s %s: %s", language, kind.Type, line)
				}
			}
		}
	}
}

// What the shared sentences ask for must exist in some type, or a misspelt
// condition would silence them.
func TestSharedConditionsCanBeMet(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		m, err := loadMaterial(language)
		require.NoError(t, err)
		known := map[string]bool{}
		for _, kind := range m.types {
			for _, word := range slices.Concat(kind.Category, kind.Nouns) {
				known[word] = true
			}
			for _, f := range kind.finishes {
				known[m.say(f.material)] = true
			}
		}
		lines := slices.Clone(m.phrases.Measures)
		for _, care := range m.phrases.Care {
			lines = append(lines, care...)
		}
		for _, line := range lines {
			tags, _ := condition(line)
			for _, tag := range tags {
				assert.True(t, known[tag], "%s: no product is %q: %s", language, tag, line)
			}
		}
	}
}

func TestEveryTypeHasSentencesOfItsOwn(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		m, err := loadMaterial(language)
		require.NoError(t, err)
		for _, kind := range m.types {
			assert.GreaterOrEqual(t, len(kind.Use)+len(kind.Detail), 7, "%s %s", language, kind.Type)
			assert.GreaterOrEqual(t, len(kind.Use), 3, "%s %s", language, kind.Type)
		}
	}
}

func TestCareIsWrittenForWhatTypesAskFor(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		m, err := loadMaterial(language)
		require.NoError(t, err)
		for _, kind := range m.types {
			if kind.Care != "" && kind.Care != "none" {
				assert.Contains(t, m.phrases.Care, kind.Care, "%s %s", language, kind.Type)
			}
		}
	}
}
