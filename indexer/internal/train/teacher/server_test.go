package teacher

import (
	"encoding/json"
	"hash/fnv"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/indexer/internal/vectors"
	"github.com/vitrine-search/vitrine/shared/llm"
)

// serverDims is more than the rows that are learned have.
const serverDims = 64

// concepts are what the server knows of words. All others mean nothing else.
var concepts = map[string]string{"sofa": "seating", "couch": "seating", "settee": "seating", "lamp": "light", "lantern": "light"}

// server embeds a text as the sum of its words' concepts, with something of each
// word's own, and much that all texts share, as real models have it.
type server struct {
	*httptest.Server
	// before may answer in the server's place.
	before func(w http.ResponseWriter, texts []string, request int) bool

	mu    sync.Mutex
	texts []string
	count int
}

func newServer(t *testing.T) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var body struct{ Input []string }
	_ = json.NewDecoder(r.Body).Decode(&body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	if s.before != nil && s.before(w, body.Input, s.count) {
		return
	}
	s.texts = append(s.texts, body.Input...)
	type item struct {
		Index     int       `json:"index"`
		Embedding []float32 `json:"embedding"`
	}
	var answer struct {
		Data []item `json:"data"`
	}
	for i, text := range body.Input {
		answer.Data = append(answer.Data, item{i, embed(text)})
	}
	_ = json.NewEncoder(w).Encode(answer)
}

// seen returns the texts that were embedded since it was last called.
func (s *server) seen() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	texts := s.texts
	s.texts = nil
	return texts
}

func embed(text string) []float32 {
	sum := make([]float32, serverDims)
	add := func(name string, weight float32) {
		h := fnv.New64a()
		_, _ = h.Write([]byte(name))
		random := rand.New(rand.NewPCG(h.Sum64(), 1))
		for i := range sum {
			sum[i] += weight * float32(random.NormFloat64())
		}
	}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		add(word, 0.4)
		if concept, known := concepts[word]; known {
			add("concept "+concept, 1)
		} else {
			add("concept "+word, 1)
		}
	}
	add("all texts", 4)
	return sum
}

// options ask the server, with a cache of the test's own.
func (s *server) options(t *testing.T) Options {
	t.Helper()
	return Options{
		Server: llm.Options{URL: s.URL, Model: "wise", MaxTexts: 4, Concurrency: 2, Backoff: time.Millisecond},
		Cache:  t.TempDir(),
		Dims:   16,
	}
}

// furniture has synonyms and words that have none.
func furniture() Catalogue {
	c := Catalogue{Words: []string{"sofa", "couch", "settee", "lamp", "lantern", "oak", "red", "steel", "desk", "rug", "shelf", "cord"}}
	for _, title := range []string{"red sofa", "oak desk", "steel lamp", "lantern cord", "oak shelf", "red couch", "red rug"} {
		var words []uint32
		for word := range strings.FieldsSeq(title) {
			words = append(words, uint32(slices.Index(c.Words, word)))
		}
		c.Titles = append(c.Titles, Title{title, words})
	}
	return c
}

// cosine compares two words of what was learned.
func cosine(t *testing.T, v *vectors.Vectors, a, b string) float64 {
	t.Helper()
	i, known := v.Lookup(a)
	require.True(t, known)
	j, known := v.Lookup(b)
	require.True(t, known)
	return dot(v.Row(i), v.Row(j))
}

// requireUnits checks that there are the words, and that each row has length 1.
func requireUnits(t *testing.T, words []string, v *vectors.Vectors) {
	t.Helper()
	require.Equal(t, len(words), v.Len())
	for i, word := range words {
		require.Equal(t, word, v.Word(i))
		assert.InDelta(t, 1, dot(v.Row(i), v.Row(i)), 1e-5, word)
	}
}
