package embeddings_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/bundle"
	"github.com/vitrine-search/vitrine/shared/bundle/bundletest"
	"github.com/vitrine-search/vitrine/shared/bundle/embeddings"
)

// terms is how many terms the catalogue of the samples has.
const terms = 301

func reopen(t *testing.T, b *bundle.Builder) (*embeddings.Table, error) {
	t.Helper()
	return embeddings.Decode(bundletest.Reopen(t, b), terms)
}

func sample() *embeddings.Table {
	return &embeddings.Table{
		Dims:    2,
		Terms:   []uint32{0, 7, 300},
		Words:   []string{"sofa", "sofabed", "沙发"},
		Rows:    []int8{127, 0, -127, 5, 0, 127, -3, -127, 127, 127, 1, 127},
		Weights: []uint8{255, 0, 9, 130, 1, 2},
		Near:    lists([]uint32{2, 1}, nil, nil, []uint32{0}, nil, []uint32{2}),
	}
}

func lists(all ...[]uint32) (l embeddings.Lists) {
	for _, rows := range all {
		l.Append(rows)
	}
	return l
}

func TestTablesSurviveTheBundle(t *testing.T) {
	for name, want := range map[string]*embeddings.Table{
		"of both":            sample(),
		"without words":      {Dims: 1, Terms: []uint32{4}, Words: []string{}, Rows: []int8{-127}, Weights: []uint8{1}, Near: lists([]uint32{0})},
		"without the shop's": {Dims: 1, Terms: []uint32{}, Words: []string{"sofa"}, Rows: []int8{127}, Weights: []uint8{1}, Near: lists([]uint32{})},
		"without rows":       {Dims: 32, Terms: []uint32{}, Words: []string{}, Rows: []int8{}, Weights: []uint8{}},
	} {
		got, err := reopen(t, embeddings.Encode(want))
		require.NoError(t, err, name)
		assert.Equal(t, embeddings.Encode(want), embeddings.Encode(got), name)
	}
}

func TestRowsAreFoundByTermAndByWord(t *testing.T) {
	table := sample()
	assert.Equal(t, 6, table.Len())
	assert.Equal(t, []uint32{2, 1}, table.Near.At(0))
	assert.Empty(t, table.Near.At(4))
	assert.Equal(t, []uint32{2}, table.Near.At(5))
	row, ok := table.OfTerm(300)
	require.True(t, ok)
	assert.Equal(t, []int8{0, 127}, table.Row(row))
	row, ok = table.OfWord("沙发")
	require.True(t, ok)
	assert.Equal(t, []int8{1, 127}, table.Row(row))
	_, ok = table.OfTerm(8)
	assert.False(t, ok)
	_, ok = table.OfWord("sof")
	assert.False(t, ok)
	_, ok = new(embeddings.Table).OfWord("")
	assert.False(t, ok)
}

func TestTablesThatDoNotFitTogetherAreAnError(t *testing.T) {
	for _, c := range []struct {
		member, detail string
		content        []byte
	}{
		{"terms", "one row and weight", []byte{0, 1}},
		{"terms", "terms that are not there", []byte{0, 0, 1}},
		{"terms", "terms that are not there", []byte{255, 1, 45}}, // 301 is one too many
		{"rows", "one row and weight", make([]byte, 11)},
		{"rows", "one row and weight", nil},
		{"weights", "one row and weight", []byte{1}},
		{"words.shared", "one beginning for each of words", []byte{0}},
		{"words.shared", "do not fit together", []byte{0, 200, 0}},
		{"words", "words that do not ascend", []byte("sofabedchairs")},
		{"near", "near to its words that are not there", []byte{2, 1, 3, 2}},
		{"near", "near to its words that are not there", []byte{2, 1, 0}},
		{"near.counts", "near to its words that are not there", []byte{2, 0, 0, 1, 1}},
	} {
		b := embeddings.Encode(sample())
		bundletest.Replace(t, b, c.member, c.content)
		_, err := reopen(t, b)
		require.ErrorContains(t, err, c.detail, c.member)
	}
}

func TestImpossibleNumbersAreAnError(t *testing.T) {
	for _, dims := range []float64{0, -2, 3, 1e9, 2.5, embeddings.MaxDims + 1} {
		b := embeddings.Encode(sample())
		b.Members[0].Number = &dims
		_, err := reopen(t, b)
		require.Error(t, err, dims)
	}
	b := embeddings.Encode(sample())
	b.Members = slices.DeleteFunc(b.Members, func(m bundle.Member) bool { return m.Name == "weights" })
	b.Uints("weights", []uint32{1, 2, 3, 4, 5, 256})
	_, err := reopen(t, b)
	require.ErrorContains(t, err, "weights above 255")
}

func TestAPartWithoutAMemberIsAnError(t *testing.T) {
	for member, b := range bundletest.Without(embeddings.Encode(sample())) {
		_, err := reopen(t, b)
		var bad *bundle.Error
		require.ErrorAs(t, err, &bad, member)
		assert.Equal(t, bundle.Corrupt, bad.Code)
	}
}
