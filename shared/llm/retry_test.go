package llm_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/llm"
)

func TestRetries(t *testing.T) {
	hangUp := func(_ http.ResponseWriter) bool { panic(http.ErrAbortHandler) }
	cases := map[string]func(w http.ResponseWriter) bool{
		"too many requests": func(w http.ResponseWriter) bool { return refuse(w, http.StatusTooManyRequests, "rate limit") },
		"server error":      func(w http.ResponseWriter) bool { return refuse(w, http.StatusInternalServerError, "oops") },
		"bad gateway":       func(w http.ResponseWriter) bool { w.WriteHeader(http.StatusBadGateway); return true },
		"overloaded":        func(w http.ResponseWriter) bool { w.WriteHeader(529); return true },
		"hangs up":          hangUp,
		"hangs up midway": func(w http.ResponseWriter) bool {
			w.Header().Set("Content-Length", "1000")
			_, _ = w.Write([]byte(`{"data":[`))
			return hangUp(w)
		},
	}
	for name, trouble := range cases {
		t.Run(name, func(t *testing.T) {
			s := newServer(t, func(w http.ResponseWriter, _ asked, request int) bool { return request <= 3 && trouble(w) })
			texts := someTexts(3)
			got, err := embed(t, newClient(t, s, llm.Options{}), texts)
			require.NoError(t, err)
			requireVectors(t, texts, got)
			assert.Len(t, s.seen(), 4)
		})
	}
}

func TestRetriesEnd(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool {
		return refuse(w, http.StatusServiceUnavailable, "the model is loading")
	})
	_, err := embed(t, newClient(t, s, llm.Options{Attempts: 3}), []string{"lamp"})
	require.EqualError(t, err, s.URL+`/v1/embeddings answered 503 Service Unavailable: "the model is loading"; tried 3 times (hint: run it again later)`)
	assert.Len(t, s.seen(), 3)
}

// TestPauses holds every request back when the server asks one of them to wait.
func TestPauses(t *testing.T) {
	const pause = 150 * time.Millisecond
	var resume atomic.Int64
	s := newServer(t, func(w http.ResponseWriter, _ asked, request int) bool {
		if request == 1 {
			resume.Store(time.Now().Add(pause).UnixNano())
			w.Header().Set("Retry-After-Ms", "150")
			return refuse(w, http.StatusTooManyRequests, "rate limit")
		}
		assert.GreaterOrEqual(t, time.Now().UnixNano(), resume.Load(), "request %d came too early", request)
		return false
	})
	texts := someTexts(4)
	got, err := embed(t, newClient(t, s, llm.Options{MaxTexts: 1, Concurrency: 1}), texts)
	require.NoError(t, err)
	requireVectors(t, texts, got)
}

// TestLongPause fails at once where a server asks for more than anyone would wait.
func TestLongPause(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool {
		w.Header().Set("Retry-After", "86400")
		return refuse(w, http.StatusTooManyRequests, "daily limit")
	})
	_, err := embed(t, newClient(t, s, llm.Options{}), []string{"lamp"})
	require.ErrorContains(t, err, `"daily limit" (hint: the server asks to be left alone for 24h0m0s; run it again then)`)
	assert.Len(t, s.seen(), 1)
}

// TestQuota does not wait for money.
func TestQuota(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool {
		answer(w, http.StatusTooManyRequests, map[string]any{"error": map[string]any{
			"message": "You exceeded your current quota", "code": "insufficient_quota",
		}})
		return true
	})
	_, err := embed(t, newClient(t, s, llm.Options{}), []string{"lamp"})
	require.ErrorContains(t, err, "quota, and run it again)")
	assert.Len(t, s.seen(), 1)
}

func TestTimeout(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, _ asked, request int) bool {
		if request > 1 {
			return false
		}
		// It begins to answer and never ends.
		w.WriteHeader(http.StatusOK)
		_ = http.NewResponseController(w).Flush()
		time.Sleep(300 * time.Millisecond)
		return true
	})
	got, err := embed(t, newClient(t, s, llm.Options{Timeout: 100 * time.Millisecond}), []string{"lamp"})
	require.NoError(t, err)
	requireVectors(t, []string{"lamp"}, got)
	assert.Len(t, s.seen(), 2)
}

func TestNobodyListens(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := "http://" + listener.Addr().String()
	require.NoError(t, listener.Close())
	c, err := llm.New(llm.Options{URL: address, Model: "small", Backoff: time.Millisecond})
	require.NoError(t, err)
	_, err = embed(t, c, []string{"lamp"})
	require.ErrorContains(t, err, address+"/v1/embeddings: ")
	require.ErrorContains(t, err, "(hint: ")
}

// TestCertificate does not ask a server again whose certificate is not good.
func TestCertificate(t *testing.T) {
	var requests atomic.Int32
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { requests.Add(1) }))
	s.Config.ErrorLog = nil
	s.StartTLS()
	t.Cleanup(s.Close)
	c, err := llm.New(llm.Options{URL: s.URL, Model: "small", Key: "sk-secret"})
	require.NoError(t, err)
	began := time.Now()
	_, err = embed(t, c, []string{"lamp"})
	require.ErrorContains(t, err, "certificate is not to be trusted")
	assert.Zero(t, requests.Load())
	assert.Less(t, time.Since(began), 10*time.Second)
}
