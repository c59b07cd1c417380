package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/rank"
)

// What is shown as attention makes the very feature that the ranking goes by.
func TestAttentionMakesTheFeature(t *testing.T) {
	x := open2(t).NewInspector()
	matched, meant := 0, 0
	for _, query := range []string{"table lamp", "settee for the lantern ", "skillet ", "led bulb cushion", "desk lmap ", "窗帘"} {
		candidates, err := x.Candidates(t.Context(), query)
		require.NoError(t, err)
		require.NotEmpty(t, candidates, query)
		for _, c := range candidates {
			a, ok := x.Attend(query, c.ID)
			require.True(t, ok)
			counts, attended := 0.0, 0.0
			for i, w := range a.Words {
				shares, seen := 0.0, 0.0
				for _, name := range a.Name {
					assert.NotEmpty(t, name.Word)
					assert.NotEqual(t, "description", name.Field)
					shares += name.Shares[i]
					seen += name.Shares[i] * name.Similarities[i]
					if name.Matches[i] {
						matched++
					} else if name.Similarities[i] > 0.9 {
						meant++
					}
				}
				if shares != 0 {
					assert.InDelta(t, 1, shares, 1e-5)
				}
				assert.InDelta(t, w.Seen, seen, 1e-5, "%s: %s", query, w.Word)
				counts += w.Counts
				attended += w.Counts * max(0, (w.Seen-0.3)/0.7)
			}
			assert.InDelta(t, 1, counts, 1e-9)
			assert.InDelta(t, float64(c.Features[rank.Attended]), attended, 1e-5, "%s: %s", query, c.ID)
		}
	}
	assert.Positive(t, matched)
	assert.Positive(t, meant)
}

func TestWordsWithoutWeightDoNotAttend(t *testing.T) {
	x := open2(t).NewInspector()
	a, ok := x.Attend("lamp for the settee ", "sofa-1")
	require.True(t, ok)
	require.Len(t, a.Words, 2)
	assert.Equal(t, "lamp", a.Words[0].Word)
	assert.Equal(t, "settee", a.Words[1].Word)
	for _, query := range []string{"", "the", "\xff"} {
		a, ok = x.Attend(query, "sofa-1")
		assert.True(t, ok)
		assert.Empty(t, a.Words, "%q", query)
	}
}

func TestThereIsNoAttentionToWhatIsNotThere(t *testing.T) {
	_, ok := open2(t).NewInspector().Attend("lamp", "nosuch")
	assert.False(t, ok)
	_, ok = openBundle(t, casesBundle).NewInspector().Attend("lamp", "sofa-1")
	assert.False(t, ok, "the bundle has no table")
}
