// Package llm is the client for servers that speak OpenAI's protocol, the hosted
// ones and those on one's own machine (Ollama, vLLM, llama.cpp, LM Studio): it
// turns texts into vectors, through /v1/embeddings.
//
// It is for the merchant's command line, which asks once for a whole catalogue:
// so it sends many texts in a request and several requests at a time, waits and
// tries again where that helps, hands on every batch as soon as it is there, and
// takes nothing from a server on trust. No shopper's query ever comes here, and
// the browser build does not link it.
package llm

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
	"unicode"
)

// What the zero value of an option stands for. 256 texts are a fraction of what
// hosted models take at once (2048), and small enough that the loss of a batch,
// or the wait for one on a CPU, is bearable.
const (
	defaultTexts       = 256
	defaultCharacters  = 64_000
	defaultConcurrency = 4
	defaultAttempts    = 8
	defaultBackoff     = 500 * time.Millisecond
	defaultTimeout     = 2 * time.Minute
)

// Options say whom to ask, and how hard. URL and Model are required.
type Options struct {
	// URL is the server's address, with or without its "/v1".
	URL string
	// Model is the model's name, as the server knows it.
	Model string
	// Key is sent as a bearer token; servers of one's own need none.
	Key string
	// Dimensions asks for shorter vectors; 0 takes the model's own. Only some
	// models can be asked.
	Dimensions int
	// Base64 asks for vectors in a form that is a quarter as long. The answer is
	// understood in either form.
	Base64 bool
	// MaxTexts and MaxCharacters bound a request: 256 and 64,000 if they are 0. A
	// text that is longer than that goes alone.
	MaxTexts, MaxCharacters int
	// Concurrency is how many requests are under way at a time, 4 if it is 0.
	Concurrency int
	// Attempts is how often a request is sent before it has failed, 8 if it is 0.
	Attempts int
	// Backoff is the wait before the second attempt, half a second if it is 0; it
	// doubles with each.
	Backoff time.Duration
	// Timeout is how long one attempt may take, two minutes if it is 0.
	Timeout time.Duration
	// HTTP sends the requests; nil is a client with the defaults of net/http.
	// Redirects are never followed.
	HTTP *http.Client
}

// Key returns the key that the environment has for a server: VITRINE_API_KEY, or
// OPENAI_API_KEY, or none. The second was put there for another purpose, so it is
// not sent where it could be read on the way, which also keeps it from the
// servers on one's own machine.
func Key(getenv func(string) string, server string) string {
	if key := strings.TrimSpace(getenv("VITRINE_API_KEY")); key != "" {
		return key
	}
	if parsed, err := url.Parse(server); err != nil || parsed.Scheme != "https" {
		return ""
	}
	return strings.TrimSpace(getenv("OPENAI_API_KEY"))
}

// Client asks one model of one server. It is safe for concurrent use.
type Client struct {
	options  Options
	endpoint endpoint
	http     http.Client

	mu sync.Mutex
	// most is how many texts the server takes at once, as far as is known.
	most int
	// dims is the length of the vectors, 0 until there is one.
	dims int
	// resume is when a server that asked for a pause may be asked again.
	resume time.Time
}

// New returns the client for the options, and an error if they name no server or
// no model. Nothing is sent.
func New(o Options) (*Client, error) {
	to, err := parseEndpoint(o.URL)
	if err != nil {
		return nil, err
	}
	if o.Model == "" {
		return nil, errors.New("no embedding model is named (hint: name one that the server has, such as text-embedding-3-small)")
	}
	if strings.ContainsFunc(o.Key, unicode.IsControl) {
		return nil, errors.New("the key of the embedding server holds a control character (hint: copy it again, in one line)")
	}
	if min(o.Dimensions, o.MaxTexts, o.MaxCharacters, o.Concurrency, o.Attempts) < 0 || min(o.Backoff, o.Timeout) < 0 {
		return nil, errors.New("a limit of the embedding requests is negative (hint: 0 stands for the default)")
	}
	o.MaxTexts = cmp.Or(o.MaxTexts, defaultTexts)
	o.MaxCharacters = cmp.Or(o.MaxCharacters, defaultCharacters)
	o.Concurrency = cmp.Or(o.Concurrency, defaultConcurrency)
	o.Attempts = cmp.Or(o.Attempts, defaultAttempts)
	o.Backoff = cmp.Or(o.Backoff, defaultBackoff)
	o.Timeout = cmp.Or(o.Timeout, defaultTimeout)
	c := &Client{options: o, endpoint: to, most: o.MaxTexts}
	if o.HTTP != nil {
		c.http = *o.HTTP
	}
	// A redirect would carry the texts, and perhaps the key, to a server that
	// nobody named.
	c.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return c, nil
}
