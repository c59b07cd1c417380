package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/vectors/english"
)

// texts has the vectors of a small language: a room, a kitchen, and two words
// that only hold sentences together.
const texts = `{"precision": 8, "l2NormIndex": 6, "wordIndex": 7, "size": 9, "dimensions": 6,
"words": ["the", "of", "room", "chair", "feet", "kitchen", "pot", "soup", "1990", "chairs"],
"vectors": {
  "soup":    [0.1, 0.9, 0.2, -0.1, 0.8, 0.1, 1.2, 7],
  "the":     [0.9, 0.1, -0.3, 0.2, 0.1, 0.4, 1.0, 0],
  "of":      [0.8, 0.2, -0.4, 0.1, 0.2, 0.5, 1.0, 1],
  "room":    [0.2, -0.8, 0.7, 0.3, -0.1, 0.2, 1.1, 2],
  "chair":   [0.1, -0.7, 0.9, 0.2, -0.3, 0.1, 1.1, 3],
  "feet":    [0.3, -0.6, 0.5, 0.9, -0.2, -0.3, 1.1, 4],
  "kitchen": [0.2, 0.6, 0.4, 0.1, 0.5, -0.2, 1.0, 5],
  "pot":     [0.1, 0.8, 0.5, -0.4, 0.6, -0.1, 1.0, 6],
  "chairs":  [0.2, -0.6, 0.9, 0.3, -0.3, 0.2, 1.1, 9],
  "1990":    [0.7, 0.0, -0.9, 0.1, 0.0, 0.3, 1.0, 8]},
"unkVector": [0, 0, 0, 0, 0, 0, 0, 0]}`

// dictionary is a folder of WordNet's in small: its licence, the noun files, and
// the other parts of speech with nothing in them.
var dictionary = map[string]string{
	"data.noun": "  1 this is a licence  \n" +
		"00000001 06 n 01 chair 0 001 @ 00000004 n 0000 | a seat for one person; \"he put his coat on the chair\"\n" +
		"00000002 06 n 02 footstool 0 foot_rest 0 001 @ 00000001 n 0000 | a low seat to rest the feet of a seated person\n" +
		"00000003 06 n 01 trivet 0 000 | a stand for a hot pot in the kitchen\n" +
		"00000004 06 n 01 furniture 0 000 | what makes a room ready\n" +
		"00000005 15 n 01 Paris 0 000 | a city of chairs\n",
	"index.noun": "  1 this is a licence  \n" +
		"chair n 1 1 @ 1 1 00000001  \n" +
		"foot_rest n 1 1 @ 1 0 00000002  \n" +
		"footstool n 1 1 @ 1 0 00000002  \n" +
		"paris n 1 0 1 0 00000005  \n" +
		"trivet n 1 0 1 0 00000003  \n",
	"data.verb": "", "index.verb": "", "data.adj": "", "index.adj": "", "data.adv": "", "index.adv": "",
}

// sources writes both and returns the arguments that name them.
func sources(t *testing.T, glove string, wordnet map[string]string) []string {
	t.Helper()
	folder := t.TempDir()
	glovePath := filepath.Join(folder, "glove.json")
	require.NoError(t, os.WriteFile(glovePath, []byte(glove), 0o600))
	for name, content := range wordnet {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600))
	}
	return []string{"-glove", glovePath, "-wordnet", folder, "-dims", "3", "-out", filepath.Join(folder, "out.table")}
}

func TestTheTableIsMade(t *testing.T) {
	var tables [][]byte
	for range 2 {
		arguments := sources(t, texts, dictionary)
		var stdout bytes.Buffer
		require.NoError(t, run(arguments, &stdout))
		assert.Contains(t, stdout.String(), "11 words of 3 numbers")
		packed, err := os.ReadFile(arguments[len(arguments)-1])
		require.NoError(t, err)
		tables = append(tables, packed)
	}
	assert.Equal(t, tables[0], tables[1], "the same sources give the same bytes")

	general, err := english.Decode(tables[0])
	require.NoError(t, err)
	v := general.Vectors()
	words := make([]string, v.Len())
	ranks := make([]int, v.Len())
	for i := range words {
		words[i], ranks[i] = v.Word(i), general.Rank(i)
	}
	assert.Equal(t, strings.Fields("the of room chair feet kitchen pot soup chairs footstool trivet"), words)
	assert.Equal(t, []int{1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 11}, ranks)
}

func TestWordsThatTextsLackLieWhereTheDictionarySays(t *testing.T) {
	g, err := decodeGlove(strings.NewReader(texts))
	require.NoError(t, err)
	w := readSmall(t)
	row := func(word string) []float64 {
		described := make([]float64, g.dims)
		require.True(t, g.describe(word, w.senses[word], described), word)
		assert.InDelta(t, 1, dot(described, described), 1e-9, word)
		return described
	}
	assert.Greater(t, dot(row("footstool"), row("chair")), dot(row("footstool"), row("soup"))+0.3)
	assert.Greater(t, dot(row("trivet"), row("pot")), dot(row("trivet"), row("feet"))+0.3)
	assert.False(t, g.describe("unheard", nil, make([]float64, g.dims)))
}

func TestRareThingsComeBeforeOtherRareWords(t *testing.T) {
	g, err := decodeGlove(strings.NewReader(texts))
	require.NoError(t, err)
	w := readSmall(t)
	assert.Equal(t, []string{"chair", "chairs", "footstool", "trivet"}, choose(g, w, 4), "things first")
	assert.Equal(t, []string{"the", "chair", "chairs", "footstool", "trivet"}, choose(g, w, 5), "then the most frequent")
	assert.NotContains(t, choose(g, w, 100), "paris", "a name that texts do not have")
	assert.NotContains(t, choose(g, w, 100), "1990")
	assert.Empty(t, choose(g, w, 0))
}

func readSmall(t *testing.T) *wordnet {
	t.Helper()
	arguments := sources(t, texts, dictionary)
	w, err := readWordNet(os.DirFS(arguments[3]))
	require.NoError(t, err)
	return w
}

func TestSensesAreRead(t *testing.T) {
	w := readSmall(t)
	require.Len(t, w.senses["footstool"], 1)
	footstool := w.senses["footstool"][0]
	assert.Equal(t, strings.Fields("a low seat to rest the feet of a seated person footstool foot rest chair"), footstool.words)
	assert.Equal(t, 6, footstool.field)
	assert.False(t, footstool.name)
	assert.Equal(t, strings.Fields("a seat for one person chair furniture"), w.senses["chair"][0].words)
	assert.True(t, w.senses["paris"][0].name)

	offset, s, err := parseSynset(`00001740 00 a 02 afloat(p) 0 Able-bodied 0 001 ! 00002098 a 0101 | on the water; "a raft"`)
	require.NoError(t, err)
	assert.Equal(t, "00001740", offset)
	assert.Equal(t, []string{"afloat", "Able-bodied"}, s.lemmas)
	assert.Empty(t, s.hypernyms)
	assert.False(t, s.isName("afloat"))
}

func TestDamagedSourcesAreNamed(t *testing.T) {
	with := func(name, content string) map[string]string {
		changed := map[string]string{}
		for each, was := range dictionary {
			changed[each] = was
		}
		changed[name] = content
		return changed
	}
	for says, c := range map[string]struct {
		glove   string
		wordnet map[string]string
	}{
		"glove.json: EOF":                     {texts[:300], dictionary},
		"it has no vectors":                   {`{"dimensions": 6}`, dictionary},
		"stand before their words":            {`{"vectors": {}}`, dictionary},
		`the vector of "soup" has 2 numbers`:  {`{"dimensions": 6, "words": ["soup"], "vectors": {"soup": [1, 2]}}`, dictionary},
		"where an object should begin":        {`[]`, dictionary},
		"fewer dimensions than GloVe has":     {`{"dimensions": 4, "words": ["a", "b"], "vectors": {}}`, dictionary},
		"data.noun:1: 8 columns for 1 lemmas": {texts, with("data.noun", "00000001 06 n 01 chair 0 001 @")},
		"data.verb:1: a number is missing":    {texts, with("data.verb", "00000001 30 v")},
		"index.noun:1: no synset 00000009":    {texts, with("index.noun", "chair n 1 1 @ 1 1 00000009")},
		`index.adj:1: "9" synsets in 4`:       {texts, with("index.adj", "red a 9 1")},
	} {
		err := run(sources(t, c.glove, c.wordnet), &bytes.Buffer{})
		require.ErrorContains(t, err, says)
	}
	require.ErrorContains(t, run(nil, &bytes.Buffer{}), "(hint: README.md")
	arguments := sources(t, texts, dictionary)
	require.NoError(t, os.Remove(filepath.Join(arguments[3], "data.adv")))
	require.ErrorContains(t, run(arguments, &bytes.Buffer{}), "(hint: -wordnet must name")
}

func TestPrincipalDirections(t *testing.T) {
	// Points on a long, a middle and a short axis, which are turned against the
	// coordinates.
	axes := [][]float64{{0.6, 0.8, 0}, {-0.8, 0.6, 0}, {0, 0, 1}}
	var rows []float32
	for i, length := range []float64{5, 1, 2} {
		for _, side := range []float64{1, -1} {
			for k := range 3 {
				rows = append(rows, float32(side*length*axes[i][k]))
			}
		}
	}
	directions, strengths := principal(rows, 3)
	for at, want := range [][]float64{{0.6, 0.8, 0}, {0, 0, 1}, {0.8, -0.6, 0}} {
		assert.InDeltaSlice(t, want, directions[at], 1e-6, strconv.Itoa(at))
	}
	assert.InDeltaSlice(t, []float64{2 * 5 * 5, 2 * 2 * 2, 2 * 1 * 1}, strengths, 1e-5)
}

func TestEigenvectorsAreOrthogonalAndKept(t *testing.T) {
	// A symmetric matrix with no structure: entries from a small congruence.
	const n = 12
	m := make([]float64, n*n)
	for i := range n {
		for j := range i + 1 {
			m[i*n+j] = float64((i*7+j*13+i*j*5)%17) - 8
			m[j*n+i] = m[i*n+j]
		}
	}
	diagonal := append([]float64(nil), m...)
	vectors := eigenvectors(diagonal, n)
	for v := range n {
		for u := range n {
			want := 0.0
			if u == v {
				want = 1
			}
			assert.InDelta(t, want, dot(vectors[v], vectors[u]), 1e-9)
		}
		for i := range n {
			assert.InDelta(t, diagonal[v*n+v]*vectors[v][i], dot(m[i*n:(i+1)*n], vectors[v]), 1e-8)
		}
	}
}
