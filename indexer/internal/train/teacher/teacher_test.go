package teacher

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWordsThatMeanTheSameAreNear learns it from a teacher to whom any two words
// have a cosine above .9.
func TestWordsThatMeanTheSameAreNear(t *testing.T) {
	s := newServer(t)
	v, err := Learn(t.Context(), furniture(), s.options(t))
	require.NoError(t, err)
	requireUnits(t, furniture().Words, v)
	assert.Greater(t, cosine(t, v, "sofa", "couch"), 0.6)
	assert.Greater(t, cosine(t, v, "lamp", "lantern"), 0.6)
	for _, other := range []string{"lamp", "oak", "steel", "desk", "cord"} {
		assert.Less(t, cosine(t, v, "sofa", other), 0.4, other)
	}
}

// TestEveryTextIsAskedOnce needs neither the server nor its address for what is
// known, and the same answers give the same bytes.
func TestEveryTextIsAskedOnce(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	c := furniture()
	c.Titles = append(c.Titles, c.Titles[0], Title{Text: "rug"})
	first, err := Learn(t.Context(), c, o)
	require.NoError(t, err)
	assert.ElementsMatch(t, append([]string{
		"red sofa", "oak desk", "steel lamp", "lantern cord", "oak shelf", "red couch", "red rug",
	}, c.Words...), s.seen())

	o.Server.URL = "no address"
	again, err := Learn(t.Context(), c, o)
	require.NoError(t, err)
	assert.Equal(t, first, again)

	// Another server with the same model is asked only for what is new.
	other := newServer(t)
	o.Server.URL = other.URL
	c.Words = append(c.Words, "poufe")
	_, err = Learn(t.Context(), c, o)
	require.NoError(t, err)
	assert.Equal(t, []string{"poufe"}, other.seen())
}

// TestAnswersComeInAnyOrder learns the same however the answers were cut into
// packs.
func TestAnswersComeInAnyOrder(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	first, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	o.Cache, o.Server.MaxTexts, o.Server.Concurrency = t.TempDir(), 1, 7
	second, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	assert.Equal(t, first, second)
}

// TestModelsAreKeptApart never takes the vectors of one model, or of one length,
// for those of another.
func TestModelsAreKeptApart(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	for _, change := range []func(){
		func() {},
		func() { o.Server.Model = "wise/2" },
		func() { o.Server.Model = "wise-2" },
		func() { o.Server.Dimensions = serverDims },
		func() { o.Prefix = "query: " },
	} {
		change()
		_, err := Learn(t.Context(), furniture(), o)
		require.NoError(t, err)
		seen := s.seen()
		assert.Len(t, seen, 19)
		for _, text := range seen {
			assert.True(t, strings.HasPrefix(text, o.Prefix), text)
		}
	}
}

func TestProgress(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	var last string
	stages, done := 0, 0
	o.Progress = func(stage string, n, total int) {
		if stage != last {
			stages, done, last = stages+1, 0, stage
		}
		assert.GreaterOrEqual(t, n, done)
		assert.LessOrEqual(t, n, total)
		done = n
	}
	_, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	assert.Equal(t, 2, stages)
	assert.Equal(t, 1, done)
}

func TestLittleToLearn(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	v, err := Learn(t.Context(), Catalogue{Titles: []Title{{Text: "a lamp"}}}, o)
	require.NoError(t, err)
	assert.Equal(t, 16, v.Dims())
	assert.Zero(t, v.Len())
	assert.Empty(t, s.seen(), "without words there is nothing to learn")

	// Words without text get no row, and neither has one that nothing can be
	// compared with.
	v, err = Learn(t.Context(), Catalogue{Words: []string{"lamp", "", " \n", "\xff", "lamp"}}, o)
	require.NoError(t, err)
	for i := range 5 {
		assert.Equal(t, make([]float32, 16), v.Row(i))
	}
	assert.Equal(t, []string{"lamp"}, s.seen())

	o.Cache = t.TempDir()
	v, err = Learn(t.Context(), Catalogue{Words: []string{""}}, o)
	require.NoError(t, err)
	assert.Equal(t, make([]float32, 16), v.Row(0))
	assert.Empty(t, s.seen())

	_, err = Learn(t.Context(), Catalogue{Words: []string{"lamp"}, Titles: []Title{{"lamp", []uint32{1}}}}, o)
	require.ErrorContains(t, err, "title 0 has the word number 1 of 1")
	o.Dims = -1
	_, err = Learn(t.Context(), furniture(), o)
	require.ErrorContains(t, err, "-1 numbers")
}

// TestMoreDimsThanTheTeacherHas leaves the rest zero.
func TestMoreDimsThanTheTeacherHas(t *testing.T) {
	s := newServer(t)
	o := s.options(t)
	o.Dims = serverDims + 6
	v, err := Learn(t.Context(), furniture(), o)
	require.NoError(t, err)
	requireUnits(t, furniture().Words, v)
	for i := range v.Len() {
		assert.Equal(t, make([]float32, 6), v.Row(i)[serverDims:])
	}
}

func TestLongTitlesAreCut(t *testing.T) {
	s := newServer(t)
	c := furniture()
	c.Titles = []Title{{Text: strings.Repeat("灯", maxText+1)}}
	_, err := Learn(t.Context(), c, s.options(t))
	require.NoError(t, err)
	assert.Contains(t, s.seen(), strings.Repeat("灯", maxText))
}

func TestNoServer(t *testing.T) {
	o := Options{Cache: t.TempDir()}
	o.Server.Model = "wise"
	_, err := Learn(t.Context(), furniture(), o)
	require.ErrorContains(t, err, "must begin with http")
	o.Cache = ""
	_, err = Learn(t.Context(), furniture(), o)
	require.ErrorContains(t, err, "--teacher-cache")
	o.Cache = filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(o.Cache, nil, 0o644))
	_, err = Learn(t.Context(), furniture(), o)
	require.ErrorContains(t, err, "the cache of the teacher's answers")
}
