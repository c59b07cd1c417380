package llm_test

import (
	"encoding/json"
	"hash/fnv"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/llm"
)

const testDims = 3

// asked is the body of a request, as the server sees it.
type asked struct {
	Model      string   `json:"model"`
	Input      []string `json:"input"`
	Dimensions *int     `json:"dimensions"`
	Format     *string  `json:"encoding_format"`
	key        string
}

type item struct {
	Object    string `json:"object"`
	Index     int    `json:"index"`
	Embedding any    `json:"embedding"`
}

// server is an embedding server that remembers what it was asked. Before it
// answers, trouble may answer in its place: it returns true if it did.
type server struct {
	*httptest.Server
	trouble func(w http.ResponseWriter, a asked, request int) bool

	mu       sync.Mutex
	requests []asked
}

func newServer(t *testing.T, trouble func(w http.ResponseWriter, a asked, request int) bool) *server {
	t.Helper()
	s := &server{trouble: trouble}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a := asked{key: r.Header.Get("Authorization")}
	if r.Method != http.MethodPost || r.URL.Path != "/v1/embeddings" || json.NewDecoder(r.Body).Decode(&a) != nil {
		w.WriteHeader(http.StatusTeapot)
		return
	}
	s.mu.Lock()
	s.requests = append(s.requests, a)
	request := len(s.requests)
	s.mu.Unlock()
	if s.trouble != nil && s.trouble(w, a, request) {
		return
	}
	items := make([]item, len(a.Input))
	for i, text := range a.Input {
		// The last comes first: nobody promises an order.
		items[len(items)-1-i] = item{"embedding", i, vectorOf(text)}
	}
	answer(w, http.StatusOK, map[string]any{"object": "list", "model": a.Model, "data": items})
}

// seen returns the requests until now.
func (s *server) seen() []asked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.requests
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// refuse answers as OpenAI does when something is wrong.
func refuse(w http.ResponseWriter, status int, message string) bool {
	answer(w, status, map[string]any{"error": map[string]any{"message": message, "type": "error"}})
	return true
}

// vectorOf is the vector that the server has for a text.
func vectorOf(text string) []float32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(text))
	sum := h.Sum32()
	return []float32{float32(sum & 0xff), float32(sum >> 8 & 0xff), -float32(sum>>16) / 3}
}

func newClient(t *testing.T, s *server, o llm.Options) *llm.Client {
	t.Helper()
	o.URL, o.Model = s.URL, "small"
	if o.Backoff == 0 {
		o.Backoff = time.Millisecond
	}
	c, err := llm.New(o)
	require.NoError(t, err)
	return c
}

// embed collects what a client hands on.
func embed(t *testing.T, c *llm.Client, texts []string) ([][]float32, error) {
	t.Helper()
	got := make([][]float32, len(texts))
	err := c.Embed(t.Context(), texts, func(first int, vectors [][]float32) error {
		for i, v := range vectors {
			assert.Nil(t, got[first+i], "text %d came twice", first+i)
			got[first+i] = v
		}
		return nil
	})
	return got, err
}

// requireVectors checks that every text has its own vector.
func requireVectors(t *testing.T, texts []string, got [][]float32) {
	t.Helper()
	require.Len(t, got, len(texts))
	for i, text := range texts {
		require.Equal(t, vectorOf(text), got[i], text)
	}
}
