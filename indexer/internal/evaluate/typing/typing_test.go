package typing

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// offer proposes, of a list, what begins with the typed text.
func offer(list ...string) Suggest {
	return func(typed string) (found []string, err error) {
		for _, s := range list {
			if strings.HasPrefix(s, typed) {
				found = append(found, s)
			}
		}
		return found, nil
	}
}

func TestMeasure(t *testing.T) {
	queries := []Query{{"lampshade", 3}, {"lamp", 1}, {"rug", 2}, {"sofa", 0}, {"tv", 9}}
	m, err := Measure(queries, offer("lamp", "lampshade", "rugs"), func(a, b string) bool { return a == b })
	require.NoError(t, err)
	// "tv" is too short to be typed in part.
	assert.Equal(t, 4, m.Queries)
	// After "lam": lampshade is second, lamp first, sofa not there; rug is no longer than that.
	assert.Equal(t, 3, m.After3.Queries)
	assert.InDelta(t, 1, m.After3.Hit, 1e-9)
	assert.InDelta(t, (3*0.5+1)/4.0, m.After3.MRR, 1e-9)
	assert.InDelta(t, 2/3.0, m.After3.HitEach, 1e-9)
	// After "lamps" only lampshade is left, and it is first.
	assert.Equal(t, At{Queries: 1, Hit: 1, MRR: 1, HitEach: 1}, m.After5)
	// Half of them are lamps, la, ru and so.
	assert.InDelta(t, (3+1*1)/6.0, m.Half.Hit, 1e-9)
	// Offered after two letters: 7 of lampshade's 9 and 2 of lamp's 4 need not be typed.
	assert.InDelta(t, (3*7+2)/float64(3*9+4+2*3), m.Saved, 1e-9)
}

func TestOnlyTheFirstSuggestionsCount(t *testing.T) {
	same := func(a, b string) bool { return a == b }
	list := []string{"la1", "la2", "la3", "la4", "la5", "la6", "la7", "la8", "lax"}
	m, err := Measure([]Query{{"lax", 1}}, offer(list...), same)
	require.NoError(t, err)
	assert.Zero(t, m.Every.Hit)
	m, err = Measure([]Query{{"la8", 1}}, offer(list...), same)
	require.NoError(t, err)
	assert.Equal(t, At{Queries: 1, Hit: 1, MRR: 1.0 / 8, HitEach: 1}, m.Every)
}

func TestMeasureFailsAsTheSuggesterDoes(t *testing.T) {
	broken := errors.New("broken")
	_, err := Measure([]Query{{"lamp", 1}}, func(string) ([]string, error) { return nil, broken }, nil)
	require.ErrorIs(t, err, broken)
	m, err := Measure(nil, nil, nil)
	require.NoError(t, err)
	assert.Equal(t, Metrics{}, m)
}
