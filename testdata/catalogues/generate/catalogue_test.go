package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// catalogues composes both shops and fails the test where that fails.
func catalogues(t *testing.T) map[string][]item {
	t.Helper()
	all := map[string][]item{}
	for _, language := range []string{"en", "zh"} {
		m, err := loadMaterial(language)
		require.NoError(t, err)
		all[language], err = compose(m, defaultSeed)
		require.NoError(t, err)
	}
	return all
}

// generated are the files that the repository should hold, made once.
func generated(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := generateOnce()
	require.NoError(t, err)
	return files
}

var generateOnce = sync.OnceValues(func() (map[string][]byte, error) { return generate(defaultSeed) })

func TestTheShopsAreLargeEnough(t *testing.T) {
	all := catalogues(t)
	assert.GreaterOrEqual(t, len(all["en"]), 640)
	assert.GreaterOrEqual(t, len(all["zh"]), 220)
}

func TestEveryProductCanBeSold(t *testing.T) {
	files := generated(t)
	for language, items := range catalogues(t) {
		seen, titles, reduced, gone := map[string]bool{}, map[string]bool{}, 0, 0
		for _, it := range items {
			where := language + " " + it.ID
			assert.False(t, seen[it.ID], "%s: id used twice", where)
			assert.False(t, titles[it.Title+it.Brand], "%s: title used twice: %s", where, it.Title)
			seen[it.ID], titles[it.Title+it.Brand] = true, true
			assert.NotContains(t, it.Title+it.Description, "{", where)
			assert.Positive(t, it.Price, where)
			if it.ListPrice != 0 {
				assert.Greater(t, it.ListPrice, it.Price, where)
				reduced++
			}
			if it.Availability == "out_of_stock" {
				gone++
			}
			assert.Equal(t, it.Rating == 0, it.Reviews == 0, where)
			assert.LessOrEqual(t, it.Rating, 5.0, where)
			assert.Contains(t, files, "web/demo/"+it.Image, where)
			for _, v := range it.Variants {
				assert.False(t, seen[v.ID], "%s: variant id %s used twice", where, v.ID)
				seen[v.ID] = true
				assert.Positive(t, v.Price, where)
				assert.NotEmpty(t, v.Options, where)
				assert.Contains(t, files, "web/demo/"+v.Image, where)
			}
		}
		assert.InDelta(t, 0.15, float64(reduced)/float64(len(items)), 0.05, "share of reduced products")
		assert.InDelta(t, 0.07, float64(gone)/float64(len(items)), 0.04, "share of products out of stock")
	}
}

var endOfSentence = regexp.MustCompile(`[.!?] |。`)

// A sentence that many products share reads like a template.
func TestNoSentenceIsEverywhere(t *testing.T) {
	for language, items := range catalogues(t) {
		uses := map[string]int{}
		for _, it := range items {
			sentences := endOfSentence.Split(strings.TrimRight(it.Description, ".。"), -1)
			assert.GreaterOrEqual(t, len(sentences), 2, "%s: %s", it.ID, it.Description)
			for _, s := range sentences {
				uses[s]++
			}
		}
		for s, n := range uses {
			assert.LessOrEqual(t, n, len(items)/50, "%s: %q", language, s)
		}
	}
}

var measure = regexp.MustCompile(`(\d+) x (\d+) cm|(\d+)×(\d+)(?:cm|厘米)`)

func TestTitlesAgreeWithAttributes(t *testing.T) {
	for _, items := range catalogues(t) {
		materials := map[string]bool{}
		for _, it := range items {
			for _, m := range it.Attributes["material"].([]string) {
				materials[m] = true
			}
		}
		named := map[string]*regexp.Regexp{}
		for m := range materials {
			// One rune says too little in Chinese: 钢 is in 钢琴 as well.
			if len([]rune(m)) > 1 {
				named[m] = regexp.MustCompile(`(?i)(^|\W)` + m + `($|\W)`)
			}
		}
		for _, it := range items {
			for _, found := range measure.FindAllStringSubmatch(it.Title, -1) {
				for _, number := range found[1:] {
					if number != "" {
						assert.Contains(t, numbers(it), number, "%s: %s", it.ID, it.Title)
					}
				}
			}
			own := slices.Concat(it.Attributes["material"].([]string), it.Attributes["colour"].([]string))
			for m, pattern := range named {
				if pattern.MatchString(it.Title) && !slices.ContainsFunc(own, func(o string) bool { return strings.Contains(strings.ToLower(o), strings.ToLower(m)) }) {
					t.Errorf("%s: the title %q names %s, the attributes say %v", it.ID, it.Title, m, own)
				}
			}
		}
	}
}

// numbers are the measures of a product as text.
func numbers(it item) []string {
	var all []string
	for name, v := range it.Attributes {
		if !strings.HasSuffix(name, "_cm") {
			continue
		}
		if list, ok := v.([]any); ok {
			for _, one := range list {
				all = append(all, fmt.Sprint(one))
			}
			continue
		}
		all = append(all, fmt.Sprint(v))
	}
	return all
}

// Latin letters that a Chinese shop writes too: units, sockets, norms, sizes.
var latinInChinese = regexp.MustCompile(`[A-Z]{2}-\d{4}|LED|USB|PFAS|Ra95|OEKO-TEX|Standard|IP65|2200K|3C|cm|E27|E14|GU10|B22|EU|W|T恤|S/M|L/XL|A[456]`)

func TestTheChineseShopIsChinese(t *testing.T) {
	letters := regexp.MustCompile(`[A-Za-z]+`)
	for _, it := range catalogues(t)["zh"] {
		text := []string{it.Title, it.Description, it.Brand, strings.Join(it.Category, " ")}
		for name, v := range it.Attributes {
			if !strings.HasSuffix(name, "_cm") {
				text = append(text, fmt.Sprint(v))
			}
		}
		for _, v := range it.Variants {
			for _, value := range v.Options {
				text = append(text, value)
			}
		}
		for _, s := range text {
			assert.Empty(t, letters.FindString(latinInChinese.ReplaceAllString(s, "")), "%s: %s", it.ID, s)
		}
	}
}
