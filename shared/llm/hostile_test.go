package llm_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vitrine-search/vitrine/shared/llm"
)

// TestHostileAnswers takes nothing on trust: each answer is for two texts.
func TestHostileAnswers(t *testing.T) {
	const good = `{"index":0,"embedding":[1,2,3]}`
	cases := map[string]struct{ body, want string }{
		"nothing":             {``, "not JSON"},
		"a page":              {"<html>\x1b[31m log in </html>", `not JSON as embeddings have it, but "<html>\x1b[31m log in </html>"`},
		"null":                {`null`, "0 vectors for 2 texts"},
		"another shape":       {`{"data":{"a":1}}`, "not JSON"},
		"an error with 200":   {`{"error":{"message":"no such model"}}`, `"no such model"`},
		"too few":             {`{"data":[` + good + `]}`, "1 vectors for 2 texts"},
		"too many":            {`{"data":[` + good + `,` + good + `,` + good + `]}`, "3 vectors for 2 texts"},
		"twice the same":      {`{"data":[` + good + `,` + good + `]}`, "two vectors for text 0"},
		"no number":           {`{"data":[` + good + `,{"embedding":[1,2,3]}]}`, "without the number of its text"},
		"a negative number":   {`{"data":[` + good + `,{"index":-1,"embedding":[1,2,3]}]}`, "text -1 of 2"},
		"a number too large":  {`{"data":[` + good + `,{"index":2,"embedding":[1,2,3]}]}`, "text 2 of 2"},
		"other dims":          {`{"data":[` + good + `,{"index":1,"embedding":[1,2]}]}`, "2 numbers, those before it 3"},
		"no dims":             {`{"data":[` + good + `,{"index":1,"embedding":[]}]}`, "0 numbers"},
		"no vector":           {`{"data":[` + good + `,{"index":1}]}`, "no list of numbers"},
		"null as a vector":    {`{"data":[` + good + `,{"index":1,"embedding":null}]}`, "no list of numbers"},
		"null as a number":    {`{"data":[` + good + `,{"index":1,"embedding":[1,null,3]}]}`, "no list of numbers"},
		"beyond float32":      {`{"data":[` + good + `,{"index":1,"embedding":[1,1e39,3]}]}`, "no list of numbers"},
		"a nested list":       {`{"data":[` + good + `,{"index":1,"embedding":[[1,2,3]]}]}`, "no list of numbers"},
		"base64, cut":         {`{"data":[` + good + `,{"index":1,"embedding":"AACAPwA="}]}`, "not the base64 of numbers"},
		"no base64":           {`{"data":[` + good + `,{"index":1,"embedding":"?"}]}`, "not the base64 of numbers"},
		"base64 of NaN":       {`{"data":[` + good + `,{"index":1,"embedding":"AACAPwAAwH8AAIA/"}]}`, "not finite, in place 1"},
		"base64 of infinity":  {`{"data":[` + good + `,{"index":1,"embedding":"AACAPwAAgD8AAID/"}]}`, "not finite, in place 2"},
		"longer than vectors": {`{"data":[` + good + `,{"index":1,"embedding":[` + strings.Repeat("1,", 1<<14) + `1]}]}`, "16385 numbers"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool {
				_, err := io.WriteString(w, c.body)
				return assert.NoError(t, err)
			})
			_, err := embed(t, newClient(t, s, llm.Options{}), []string{"lamp", "chair"})
			require.ErrorContains(t, err, c.want)
			require.ErrorContains(t, err, s.URL+"/v1/embeddings")
			assert.NotContains(t, err.Error(), "\x1b", "a terminal would obey it")
			assert.Less(t, len(err.Error()), 700)
			assert.Len(t, s.seen(), 1, "asking again would not help")
		})
	}
}

// TestEndlessAnswer stops reading, also when few bytes unpack to very many.
func TestEndlessAnswer(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool {
		w.Header().Set("Content-Encoding", "gzip")
		packed := gzip.NewWriter(w)
		blanks := []byte(strings.Repeat(" ", 1<<20))
		for range 1 << 10 {
			if _, err := packed.Write(blanks); err != nil {
				return true
			}
		}
		return true
	})
	_, err := embed(t, newClient(t, s, llm.Options{}), []string{"lamp"})
	require.ErrorContains(t, err, "the answer for 1 texts is longer than 1572864 bytes")
}

// TestDims holds later answers to the first, and all to what was asked for.
func TestDims(t *testing.T) {
	shrinking := func(w http.ResponseWriter, _ asked, request int) bool {
		vector := []int{1, 2, 3}
		if request > 1 {
			vector = vector[:2]
		}
		answer(w, http.StatusOK, map[string]any{"data": []item{{"embedding", 0, vector}}})
		return true
	}
	c := newClient(t, newServer(t, shrinking), llm.Options{MaxTexts: 1, Concurrency: 1})
	_, err := embed(t, c, []string{"lamp", "chair"})
	require.ErrorContains(t, err, "a vector has 2 numbers, those before it 3")

	_, err = embed(t, newClient(t, newServer(t, nil), llm.Options{Dimensions: 2}), []string{"lamp"})
	require.ErrorContains(t, err, "the vectors have 3 numbers, not the 2 that were asked for (hint: ")
}

// TestKeyStaysSecret looks for the key in every error that a server can cause.
func TestKeyStaysSecret(t *testing.T) {
	const key = "sk-very-secret-4711"
	echo := func(status int) func(w http.ResponseWriter, a asked, _ int) bool {
		return func(w http.ResponseWriter, a asked, _ int) bool {
			return refuse(w, status, "you sent "+a.key+", "+strings.Repeat("long ", 500))
		}
	}
	for _, status := range []int{200, 301, 400, 401, 403, 404, 429, 500} {
		c := newClient(t, newServer(t, echo(status)), llm.Options{Key: key, Attempts: 2})
		_, err := embed(t, c, []string{"lamp"})
		require.ErrorContains(t, err, "you sent Bearer [key], long", status)
		assert.NotContains(t, err.Error(), "secret", status)
		assert.Less(t, len(err.Error()), 700, status)
	}
	_, err := llm.New(llm.Options{URL: "http://localhost", Model: "small", Key: key + "\n"})
	require.ErrorContains(t, err, "control character")
	assert.NotContains(t, err.Error(), "secret")
}

func TestUnauthorized(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool { w.WriteHeader(http.StatusUnauthorized); return true })
	_, err := embed(t, newClient(t, s, llm.Options{}), []string{"lamp"})
	require.EqualError(t, err, s.URL+"/v1/embeddings answered 401 Unauthorized (hint: put the server's key into the environment as "+
		"VITRINE_API_KEY, or as OPENAI_API_KEY, which is sent over https only)")
	assert.Len(t, s.seen(), 1)
}

// TestRedirect sends neither texts nor key where a server points to.
func TestRedirect(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		assert.Fail(t, "the redirect was followed")
	}))
	t.Cleanup(elsewhere.Close)
	for _, status := range []int{http.StatusMovedPermanently, http.StatusTemporaryRedirect} {
		s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool {
			w.Header().Set("Location", elsewhere.URL)
			w.WriteHeader(status)
			return true
		})
		_, err := embed(t, newClient(t, s, llm.Options{Key: "sk-1"}), []string{"lamp"})
		require.ErrorContains(t, err, "name the address that it redirects to")
	}
}

// TestRefusedText ends with the server's reason when a single text is refused.
func TestRefusedText(t *testing.T) {
	s := newServer(t, func(w http.ResponseWriter, _ asked, _ int) bool {
		answer(w, http.StatusBadRequest, map[string]any{"detail": "this model does not support embeddings"})
		return true
	})
	_, err := embed(t, newClient(t, s, llm.Options{Concurrency: 1}), someTexts(4))
	require.ErrorContains(t, err, `400 Bad Request: "this model does not support embeddings" (hint: `)
	assert.Len(t, s.seen(), 3, "4, 2 and 1 texts")
}
