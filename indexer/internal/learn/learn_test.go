package learn

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vectorsFile writes a file of three words in GloVe's format.
func vectorsFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "glove.txt")
	require.NoError(t, os.WriteFile(path, []byte("lamp 1 0\nlantern 0.9 0.1\nSofa 0 1\n"), 0o600))
	return path
}

func TestEnglishShopsStartFromGeneralEnglish(t *testing.T) {
	for _, language := range []string{"en", "en-GB", "EN_us"} {
		l, err := New(Options{}, language)
		require.NoError(t, err)
		plan := l.Plan()
		assert.Greater(t, plan.Words, wholeLanguage, language)
		assert.Equal(t, fmt.Sprintf("training: rows of 32 numbers, seed 0, from %d words of general English, built in", plan.Words), plan.String())
		start := l.known.start(nil)
		the, ok := l.known.vectors.Lookup("the")
		require.True(t, ok)
		footstool, ok := l.known.vectors.Lookup("footstool")
		require.True(t, ok)
		assert.Less(t, start.Rank(the), 10)
		assert.Greater(t, start.Rank(footstool), 10_000)
		assert.Equal(t, math.MaxInt, l.known.rank("zzgrmpf"))
	}
}

func TestOtherShopsStartFromTheCatalogue(t *testing.T) {
	for _, c := range []struct {
		options  Options
		language string
	}{{Options{}, "zh"}, {Options{}, ""}, {Options{Vectors: NoVectors}, "en"}} {
		l, err := New(c.options, c.language)
		require.NoError(t, err)
		assert.Nil(t, l.known.start(nil))
		assert.Equal(t, "training: rows of 32 numbers, seed 0, from the catalogue alone", l.Plan().String())
	}
}

func TestVectorsOfAFile(t *testing.T) {
	path := vectorsFile(t)
	l, err := New(Options{Vectors: path, Dims: 48, Seed: 7}, "de")
	require.NoError(t, err)
	assert.Equal(t, "training: rows of 48 numbers, seed 7, from 3 words of "+path, l.Plan().String())
	assert.Nil(t, l.known.start(nil).Rank, "three words do not say which are frequent")
	l, err = New(Options{Vectors: path}, "en")
	require.NoError(t, err)
	assert.Greater(t, l.known.start(nil).Rank(0), 1000, "general English knows how frequent lamps are")
}

func TestTheOrderOfAWholeLanguageIsItsFrequencies(t *testing.T) {
	var lines strings.Builder
	for i := range wholeLanguage {
		fmt.Fprintf(&lines, "wort%d %d 1\n", i, i%7)
	}
	path := filepath.Join(t.TempDir(), "cc.de.vec")
	require.NoError(t, os.WriteFile(path, []byte(lines.String()), 0o600))
	l, err := New(Options{Vectors: path}, "de")
	require.NoError(t, err)
	start := l.known.start(nil)
	assert.Equal(t, 1, start.Rank(0))
	assert.Equal(t, 55, start.Rank(54))
}

func TestPlanNamesATeacherWithoutItsSecrets(t *testing.T) {
	l, err := New(Options{Teacher: Teacher{URL: "https://me:secret@models.example/key/v1", Model: "m3", Key: "hidden", Cache: "/kept"}}, "en")
	require.NoError(t, err)
	said := l.Plan().String()
	assert.Contains(t, said, "what m3 at models.example says of the catalogue's words and titles and of general words")
	assert.Contains(t, said, "its answers are kept in /kept")
	for _, secret := range []string{"secret", "hidden", "/key"} {
		assert.NotContains(t, said, secret)
	}
}

func TestMistakesNameTheWayOut(t *testing.T) {
	for want, options := range map[string]Options{
		"dims is -1":              {Dims: -1},
		"dims is 2000":            {Dims: 2000},
		"has no server":           {Teacher: Teacher{Model: "m"}},
		"but no teacher":          {Teacher: Teacher{Cache: "c"}},
		"has no model":            {Teacher: Teacher{URL: "http://localhost:1"}},
		"must begin with http://": {Teacher: Teacher{URL: "localhost:1", Model: "m"}},
		"no-such-file.vec":        {Vectors: "no-such-file.vec"},
	} {
		_, err := New(options, "en")
		require.ErrorContains(t, err, want)
		assert.Regexp(t, `^training: .* \(hint: .*; --no-train builds without\)$`, err.Error())
	}
}

func TestAFailureKeepsItsCause(t *testing.T) {
	assert.Equal(t, "training: it broke (hint: --no-train builds without)", failure{errors.New("it broke")}.Error())
	assert.ErrorIs(t, failure{context.DeadlineExceeded}, context.DeadlineExceeded)
}
