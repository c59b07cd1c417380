package llm

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEndpoint(t *testing.T) {
	cases := []struct{ address, full, shown string }{
		{"https://api.openai.com/v1", "https://api.openai.com/v1/embeddings", ""},
		{"https://api.openai.com/v1/", "https://api.openai.com/v1/embeddings", ""},
		{"https://api.openai.com", "https://api.openai.com/v1/embeddings", ""},
		{" http://localhost:11434/ ", "http://localhost:11434/v1/embeddings", ""},
		{"http://[::1]:8000", "http://[::1]:8000/v1/embeddings", ""},
		{"https://host.example/proxy", "https://host.example/proxy/v1/embeddings", ""},
		{"https://host.example/v1/embeddings", "https://host.example/v1/embeddings", ""},
		{"https://host.example/v1beta/openai/", "https://host.example/v1beta/openai/embeddings", ""},
		{"https://host.example/api/paas/v4", "https://host.example/api/paas/v4/embeddings", ""},
		{"https://host.example/vault", "https://host.example/vault/v1/embeddings", ""},
		{
			"https://me:hunter2@host.example/v1?api-version=1&token=t#top",
			"https://me:hunter2@host.example/v1/embeddings?api-version=1&token=t", "https://host.example/v1/embeddings",
		},
	}
	for _, c := range cases {
		got, err := parseEndpoint(c.address)
		require.NoError(t, err, c.address)
		assert.Equal(t, c.full, got.full)
		if c.shown == "" {
			c.shown = c.full
		}
		assert.Equal(t, c.shown, got.shown)
	}
	for _, bad := range []string{"", "localhost:11434", "api.openai.com/v1", "ftp://host.example", "http://", "http:///v1", "http://me:hunter2@host:x", "http://a\x00b"} {
		_, err := New(Options{URL: bad, Model: "small"})
		require.ErrorContains(t, err, "(hint: write it like", bad)
		assert.NotContains(t, err.Error(), "hunter2")
	}
}

func TestNewChecks(t *testing.T) {
	_, err := New(Options{URL: "http://localhost"})
	require.ErrorContains(t, err, "no embedding model is named")
	_, err = New(Options{URL: "http://localhost", Model: "small", Attempts: -1})
	require.ErrorContains(t, err, "negative")
}

func TestKey(t *testing.T) {
	const vitrine, openai = "VITRINE_API_KEY", "OPENAI_API_KEY"
	cases := []struct {
		env          map[string]string
		server, want string
	}{
		{nil, "https://api.openai.com", ""},
		{map[string]string{openai: "o"}, "https://api.openai.com", "o"},
		{map[string]string{openai: "o", vitrine: " v\n"}, "https://api.openai.com", "v"},
		{map[string]string{openai: "o", vitrine: "  "}, "https://api.openai.com", "o"},
		{map[string]string{vitrine: "v"}, "http://localhost:8000", "v"},
		{map[string]string{openai: "o"}, "http://localhost:8000", ""},
		{map[string]string{openai: "o"}, "http://api.openai.com", ""},
	}
	for _, c := range cases {
		assert.Equal(t, c.want, Key(func(name string) string { return c.env[name] }, c.server), "%v for %s", c.env, c.server)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2030, 5, 6, 7, 8, 9, 0, time.UTC)
	cases := []struct {
		header, value string
		want          time.Duration
	}{
		{"Retry-After", "", 0},
		{"Retry-After", "3", 3 * time.Second},
		{"Retry-After", "0.5", 500 * time.Millisecond},
		{"Retry-After", "-3", 0},
		{"Retry-After", "NaN", 0},
		{"Retry-After", "1e300", 1e6 * time.Second},
		{"Retry-After", "soon", 0},
		{"Retry-After", now.Add(time.Minute).Format(http.TimeFormat), time.Minute},
		{"Retry-After", now.Add(-time.Minute).Format(http.TimeFormat), 0},
		{"Retry-After-Ms", "250", 250 * time.Millisecond},
	}
	for _, c := range cases {
		assert.Equal(t, c.want, retryAfter(http.Header{c.header: {c.value}}, now), "%s: %s", c.header, c.value)
	}
}

// TestBackoff doubles the pause, with a random part of it off, up to a bound.
func TestBackoff(t *testing.T) {
	for attempt, want := range map[int]time.Duration{1: time.Second, 3: 4 * time.Second, 6: maxBackoff, 1000: maxBackoff} {
		c := &Client{options: Options{Backoff: time.Second}}
		require.True(t, c.hold(0, attempt))
		pause := time.Until(c.resume)
		assert.LessOrEqual(t, pause, want)
		assert.Greater(t, pause, want/2-time.Second/4)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"data":[{"index":1,"embedding":[1,-2.5e3]},{"index":0,"embedding":"AACAPwAAgD8="}]}`))
	f.Add([]byte(`{"error":"busy"}`))
	f.Add([]byte(`{"data":[null,{}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		c := &Client{}
		vectors, err := c.decode(content, 2)
		if err != nil {
			assert.Nil(t, vectors)
			return
		}
		require.Len(t, vectors, 2)
		assert.NotEmpty(t, vectors[0])
		assert.Len(t, vectors[1], len(vectors[0]))
	})
}
